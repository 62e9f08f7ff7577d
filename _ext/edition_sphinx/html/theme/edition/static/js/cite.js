// @ts-check
/* The ways to « Citer ». A link to a passage stays what it is; here a click on it also
   opens the panel, whose files are loaded at the first use. */
(() => {
  "use strict";
  const foot = /** @type {HTMLElement|null} */ (document.querySelector("[data-cite]"));
  if (!foot) return;
  const [page, version] = (foot.dataset.cite ?? "").split("?");

  /** @param {Element} place @param {string} name @param {string} words */
  const button = (place, name, words) => {
    const made = document.createElement("button");
    made.className = name;
    made.textContent = words;
    place.append(made);
    return made;
  };
  button(foot, "ed-tool ed-cite", "Choisir un style, copier");
  const tip = button(document.body, "ed-tool ed-cite ed-cite-words", "Citer ces mots");
  tip.hidden = true;

  /** The passage in which words are selected, and these. @returns {[string, string]} */
  const read = () => {
    const selection = getSelection();
    const words = String(selection).replaceAll("\u2060", "").replace(/[\p{Cc}\p{Co}\p{Zl}\p{Zp} ]+/gu, " ").trim();
    const at = words ? selection?.getRangeAt(0).commonAncestorContainer : null;
    const owner = (at instanceof Text ? at.parentElement : /** @type {Element|null} */ (at))?.closest('figure[id], tr[id], [id^="p-"], [id^="q-"]');
    return [owner?.id ?? "", words];
  };
  // A click ends the selection that it is about.
  let held = read();
  addEventListener("pointerdown", () => (held = read()), true);
  document.addEventListener("selectionchange", () => (tip.hidden = !read()[0]));

  const policy = /** @type {any} */ (globalThis).trustedTypes
    ?.createPolicy("citer", { createScriptURL: (/** @type {string} */ url) => url });
  /** @param {string} kind @param {string} name */
  const load = (kind, name) => new Promise((onload, onerror) => {
    const href = `${document.documentElement.dataset.root}_static/${name}?v=${version}`;
    const src = policy?.createScriptURL(href) ?? href;
    document.head.append(Object.assign(document.createElement(kind), { rel: "stylesheet", href, src, onload, onerror }));
  });

  // Who comes with an edition in mind is told what has changed since.
  const edition = new URLSearchParams(location.search).get("ed") ?? "";
  if (/^\d+(\.\d+)+$/.test(edition))
    load("script", `editions/${edition}/${page}.js`).catch(() => {}).then(() => load("script", "js/since.js"));

  /** @type {Promise<unknown>|undefined} */
  let ready;
  addEventListener("click", (event) => {
    let way = /** @type {Element} */ (event.target).closest(".ed-par, .ed-permalink, .ed-cite, .ed-data-page th > a");
    if (!way || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const [owner, words] = event.detail ? held : read();
    const id = way === tip ? owner : (way.getAttribute("href") ?? "").slice(1);
    if (id) {
      // Now, not after this: it takes the focus away.
      event.preventDefault();
      location.hash = id;
      way = document.querySelector(`.ed-par[href="#${id}"]`) ?? way;
    }
    ready ??= Promise.all([load("link", "css/panel.css"), load("script", `citations/${page}.js`)])
      .then(() => load("script", "js/panel.js"));
    // Without its files, the address still stands in the bar.
    ready.then(() => /** @type {any} */ (globalThis).editionCite(id, owner === id ? words : "", way), () => {});
  });
})();
