// @ts-check
/* Who comes with an edition in the address (?ed=0.1#p-m2q8x): what has become since of
   what they look for. What is said stands in the file of that edition; words are
   compared here. */
(() => {
  "use strict";
  /** @typedef {[said: string, links: [string, string][], before: string, after: string]} Fate */
  /** @type {{unchanged: string, page: string, fates: Record<string, Fate>}|undefined} */
  const past = /** @type {any} */ (globalThis).editionPast;
  const edition = new URLSearchParams(location.search).get("ed") ?? "";

  /** @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {string} name @param {...(string|Node)} parts */
  const make = (tag, name, ...parts) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...parts);
    return made;
  };
  /** @param {"ins"|"del"} tag @param {string[]} words */
  const marked = (tag, words) => words.length
    ? [make(tag, "", make("span", "visually-hidden", tag === "del" ? "[ôté : " : "[ajouté : "), words.join("").trim(), make("span", "visually-hidden", "]")), " "]
    : [];

  /** Two texts as one: longest common subsequence of words. @param {string} before @param {string} after */
  const compared = (before, after) => {
    const from = before.match(/\S+\s*/g) ?? [];
    const to = after.match(/\S+\s*/g) ?? [];
    const same = (/** @type {number} */ i, /** @type {number} */ j) => from[i]?.trim() === to[j]?.trim();
    const width = to.length + 1;
    // Long tables are shown one after the other.
    const small = from.length * width < 4e6;
    const common = new Uint16Array(small ? (from.length + 1) * width : 0);
    for (let i = from.length - 1; small && i >= 0; i--)
      for (let j = to.length - 1; j >= 0; j--)
        common[i * width + j] = same(i, j)
          ? common[(i + 1) * width + j + 1] + 1
          : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
    /** @type {(string|Node)[]} */
    const parts = [];
    /** @type {string[]} */
    let gone = [];
    /** @type {string[]} */
    let come = [];
    const flush = () => {
      parts.push(...marked("del", gone), ...marked("ins", come));
      gone = [];
      come = [];
    };
    for (let i = 0, j = 0; i < from.length || j < to.length;) {
      if (small && same(i, j)) {
        flush();
        parts.push(to[j]);
        i++, j++;
      } else if (j === to.length || (i < from.length && (!small || common[(i + 1) * width + j] >= common[i * width + j + 1]))) gone.push(from[i++]);
      else come.push(to[j++]);
    }
    flush();
    return parts;
  };

  const line = make("div", "ed-since");
  line.setAttribute("role", "status");
  const show = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (/^(ed-|contenu|sommaire)/.test(id)) return;
    const element = id ? document.getElementById(id) : document.querySelector("h1");
    const none = `Rien dans cette page ne porte le code «\u202f${id}\u202f».`;
    /** @type {Fate} */
    const [said, links, before, after] = !past
      ? [`L’édition ${edition} ne se trouve pas ici, ou n’avait pas cette page.`, [], "", ""]
      : past.fates[id] ?? [!id ? past.page : element ? past.unchanged : none, [], "", ""];
    const content = make("p", "", said);
    links.forEach(([href, name], at) => {
      const link = make("a", "", name);
      link.href = href.replace("#", `?ed=${edition}#`);
      content.append(at ? ", " : " À lire\u00a0: ", link);
    });
    if (!element) {
      const link = make("a", "", "Retrouver un passage");
      link.href = `${document.documentElement.dataset.root}retrouver.html#${id}`;
      content.append(" ", link);
    }
    line.replaceChildren(content);
    if (before) {
      const whole = after ? "Voir ce qui a changé" : `Son texte dans l’édition ${edition}`;
      line.append(make("details", "", make("summary", "", whole), make("p", "", ...(after ? compared(before, after) : [before]))));
    }
    const at = element?.closest("figure, table") ?? element;
    if (at?.matches(".ed-stubs > li")) {
      // Says itself what became of it; its words are those of the last edition.
      for (const link of at.querySelectorAll("a")) link.search = `?ed=${edition}`;
      for (const text of at.querySelectorAll("details")) text.open = true;
      if (before && at.querySelector("blockquote")?.textContent !== before) at.append(line);
    } else if (at instanceof HTMLLIElement) at.append(line);
    else ((at?.matches("section") ? at.querySelector("h1, h2, h3, h4") : at) ?? document.querySelector("h1"))?.after(line);
    (element ?? line).scrollIntoView();
  };
  addEventListener("hashchange", show);
  show();
})();
