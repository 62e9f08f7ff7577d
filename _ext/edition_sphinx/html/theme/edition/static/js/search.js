// @ts-check
/* The search page: folds and stems the question as the index was folded and stemmed. */
(() => {
  "use strict";
  /** @typedef {[kind: number, page: number, anchor: string, title: string, text: string]} Entry */
  /** @typedef {{pages: [string, string][], entries: Entry[], stems: Record<string, number[]>, stop: string[]}} Index */
  /** @typedef {{folded: string, stem: string, last: boolean}} Term */

  const form = /** @type {HTMLFormElement|null} */ (document.querySelector(".ed-query"));
  const field = /** @type {HTMLInputElement|null} */ (document.getElementById("ed-query"));
  const count = document.querySelector(".ed-count");
  const results = document.querySelector(".ed-results");
  const index = /** @type {Index|undefined} */ (Reflect.get(globalThis, "editionIndex"));
  // Declared by the files of Snowball that stand before this one.
  const Stemmer = /** @type {any} */ (globalThis).FrenchStemmer;
  if (!form || !field || !count || !results || !index || !Stemmer) return;

  const GROUPS = ["Titres", "Lexique", "Texte", "Lignes de tableaux"];
  const SHOWN = 20;
  const CONTEXT = 90;
  const stemmer = new Stemmer();
  const stop = new Set(index.stop);
  const stems = Object.keys(index.stems);

  /** @param {string} text */
  const fold = (text) =>
    text.replace(/(?<=\d)[\u202f\u00a0\u2009](?=\d{3})/g, "").normalize("NFD").toLowerCase()
      .replace(/\p{M}/gu, "").replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ß/g, "ss");

  /** @param {string} word */
  const stem = (word) => (/^\d/.test(word) ? word : /** @type {string} */ (stemmer.stemWord(word)));

  /** @param {string} question @returns {Term[]} */
  function termsOf(question) {
    const joined = question.replace(/\b\d{1,3}( \d{3})+\b/g, (found) => found.replaceAll(" ", ""));
    const words = fold(joined).match(/[a-z0-9]+/g) ?? [];
    const kept = words.filter((word) => !stop.has(word) && (word.length > 1 || /\d/.test(word)));
    const open = !/\s$/.test(question);
    return kept.map((folded, at) => ({
      folded,
      stem: stem(folded),
      last: open && at === kept.length - 1 && folded.length > 2,
    }));
  }

  /** @param {Term} term @param {string} found */
  const matches = (term, found) =>
    found === term.stem || (term.last && (found.startsWith(term.folded) || found.startsWith(term.stem)));

  /** Where a word stands: its things, each with whether it is in the title. @param {Term} term */
  function placesOf(term) {
    /** @type {Map<number, boolean>} */
    const places = new Map();
    for (const found of stems) {
      if (!matches(term, found)) continue;
      let place = 0;
      for (const step of index?.stems[found] ?? []) {
        place += step;
        const thing = place >> 1;
        places.set(thing, (places.get(thing) ?? false) || (place & 1) === 1);
      }
    }
    return places;
  }

  /** @param {Term[]} terms @returns {number[][]} things, by group */
  function find(terms) {
    const all = terms.map(placesOf).sort((a, b) => a.size - b.size);
    /** @type {number[][]} */
    const groups = GROUPS.map(() => []);
    for (const thing of all[0]?.keys() ?? []) {
      if (!all.every((places) => places.has(thing))) continue;
      const kind = index?.entries[thing][0] ?? 0;
      const titled = all.every((places) => places.get(thing));
      groups[kind === 1 ? 1 : kind === 2 ? 3 : titled ? 0 : 2].push(thing);
    }
    for (const group of groups) group.sort((a, b) => score(b) - score(a) || a - b);
    return groups;

    /** @param {number} thing */
    function score(thing) {
      return all.reduce((sum, places) => sum + Number(places.get(thing)), 0);
    }
  }

  /**
   * A text with the words that were found marked, cut around the first of them.
   * @param {string} text @param {Term[]} terms @param {boolean} whole
   */
  function marked(text, terms, whole) {
    /** @type {[number, number][]} */
    const spans = [];
    for (const word of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[\u202f\u00a0\u2009]\d{3})*/gu)) {
      const found = stem(fold(word[0]));
      if (terms.some((term) => matches(term, found))) spans.push([word.index, word.index + word[0].length]);
    }
    let from = 0;
    let to = text.length;
    if (!whole) {
      const first = spans[0]?.[0] ?? 0;
      from = first > CONTEXT ? text.indexOf(" ", first - CONTEXT) + 1 : 0;
      to = from + 2.5 * CONTEXT < text.length ? text.lastIndexOf(" ", from + 2.5 * CONTEXT) : text.length;
    }
    const made = document.createDocumentFragment();
    if (from > 0) made.append("… ");
    let at = from;
    for (const [begin, end] of spans) {
      if (begin < from || end > to) continue;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(begin, end);
      made.append(text.slice(at, begin), mark);
      at = end;
    }
    made.append(text.slice(at, to));
    if (to < text.length) made.append(" …");
    return made;
  }

  /** @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {string} name @param {...(string|Node)} parts */
  function make(tag, name, ...parts) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...parts);
    return made;
  }

  /** @param {number} thing @param {Term[]} terms */
  function item(thing, terms) {
    const [, page, anchor, title, text] = /** @type {Index} */ (index).entries[thing];
    const [url, pageTitle] = /** @type {Index} */ (index).pages[page];
    const link = make("a", "", marked(title, terms, true));
    link.href = anchor ? `${url}#${anchor}` : url;
    const made = make("li", "", link);
    if (anchor) made.append(make("p", "ed-where", pageTitle));
    if (text) made.append(make("p", "ed-excerpt", marked(text, terms, false)));
    return made;
  }

  /** @param {string} name @param {number[]} things @param {Term[]} terms */
  function section(name, things, terms) {
    const list = make("ol", "", ...things.slice(0, SHOWN).map((thing) => item(thing, terms)));
    list.setAttribute("role", "list");
    const made = make("section", "", make("h2", "", `${name} (${things.length.toLocaleString("fr")})`), list);
    if (things.length > SHOWN) {
      const more = make("button", "ed-button", `Afficher les ${(things.length - SHOWN).toLocaleString("fr")} autres`);
      more.type = "button";
      more.addEventListener("click", () => {
        const rest = things.slice(SHOWN).map((thing) => item(thing, terms));
        list.append(...rest);
        more.remove();
        rest[0]?.querySelector("a")?.focus();
      });
      made.append(more);
    }
    return made;
  }

  function show() {
    const question = field?.value ?? "";
    const terms = termsOf(question);
    results?.replaceChildren();
    if (!count) return;
    document.title = `${question.trim() ? `${question.trim()} – ` : ""}${ownTitle}`;
    if (!terms.length) {
      count.textContent = question.trim()
        ? "Ces mots sont partout\u00a0: ajoutez un nom, un lieu ou une année."
        : "";
      return;
    }
    const groups = find(terms);
    const total = groups.reduce((sum, group) => sum + group.length, 0);
    count.textContent = total
      ? `${total.toLocaleString("fr")} résultat${total > 1 ? "s" : ""}`
      : `Rien pour «\u202f${question.trim()}\u202f»\u00a0: essayez un seul mot, ou le début d’un mot.`;
    groups.forEach((things, at) => {
      if (things.length) results?.append(section(GROUPS[at], things, terms));
    });
  }

  /* The question stands in the address: it can be kept, sent, and gone back to. */
  const ownTitle = document.title;
  let timer = 0;
  const ask = () => {
    clearTimeout(timer);
    const here = new URL(location.href);
    if (field.value.trim()) here.searchParams.set("q", field.value.trim());
    else here.searchParams.delete("q");
    history.replaceState(null, "", here);
    show();
  };
  form.hidden = false;
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  show();
  if (!field.value) field.focus();
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
    results.querySelector("a")?.focus();
  });

  /* Arrows go from the question to the results and back. */
  document.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const links = [field, ...results.querySelectorAll("a")];
    const at = links.indexOf(/** @type {any} */ (document.activeElement));
    if (at < 0) return;
    const next = links[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
})();
