// @ts-check
/* « Retrouver un passage »: from a code or a number to its place. Stands also in
   404.html, which does not know at what depth of the site it is shown. */
(() => {
  "use strict";
  const form = /** @type {HTMLFormElement|null} */ (document.querySelector(".ed-find"));
  if (!form) return;
  const said = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
  const root = document.documentElement.dataset.root;
  const parts = location.pathname.split("/");
  const bases = root === undefined ? parts.map((_, at) => `${parts.slice(0, parts.length - 1 - at).join("/")}/`) : [root];
  const policy = /** @type {any} */ (globalThis).trustedTypes
    ?.createPolicy("retrouver", { createScriptURL: (/** @type {string} */ url) => url });
  /** @param {string} url */
  const load = (url) => new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement("script"), { src: policy?.createScriptURL(url) ?? url, onload, onerror }));
  });
  /** @type {any} */
  const world = globalThis;
  let base = "";
  const ready = (async () => {
    for (base of bases) {
      await load(`${base}_static/anchors.js`).catch(() => {});
      if (world.editionAnchors) break;
    }
    /** @type {{editions: [string, string][], pages: [string, string, string[]][]}} */
    const index = world.editionAnchors ?? { editions: [], pages: [] };
    for (const [page, title, ids] of index.pages)
      if (!ids.length || ids.some((id) => id.includes(" "))) field("page").append(new Option(title, page));
    for (const [version, date] of [...index.editions].reverse()) field("ed").append(new Option(`édition ${version} (${date})`, version));
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-home]"))) link.href = base + link.dataset.home;
    return index;
  })();

  /** @param {string} page @param {string} id @param {string} edition */
  const address = (page, id, edition) => `${base}${page}${edition && `?ed=${edition}`}#${id}`;

  const find = async () => {
    const { pages } = await ready;
    const typed = field("code").value.trim();
    const edition = /[?&]ed=([\d.]+)/.exec(typed)?.[1] ?? field("ed").value;
    // What is copied from paper may lack its sign « - » or have another.
    const code = typed.replace(/^.*#/, "").toLowerCase().replace(/\s/g, "")
      .replace(/[‐-―]/g, "-").replace(/^([pqtf])([a-z0-9]{5})$/, "$1-$2");
    const number = /^§?(\d+)$/.exec(code)?.[1];
    let page = field("page").value;
    let id = code;
    if (number) {
      const ids = pages.find(([name]) => name === page)?.[2] ?? [];
      id = ids.find((one) => one.endsWith(` ${number}`))?.split(" ")[0] ?? "";
      if (edition) {
        world.editionPast = null;
        await load(`${base}_static/editions/${edition}/${page.replace(/html$/, "js")}`).catch(() => {});
        id = world.editionPast?.numbers[number] ?? "";
      }
    } else page = pages.find(([, , ids]) => ids.some((one) => one.split(" ")[0] === code))?.[0] ?? "";
    if (id && page) {
      location.href = address(page, id, edition);
      return;
    }
    /** @type {HTMLAnchorElement[]} */
    const near = [];
    for (const [name, title, ids] of number ? [] : pages)
      for (const one of ids.map((text) => text.split(" ")[0]))
        if (one.length === code.length && [...one].filter((sign, at) => sign !== code[at]).length === 1)
          near.push(Object.assign(document.createElement("a"), { href: address(name, one, edition), textContent: `${one} («\u202f${title}\u202f»)` }));
    const what = number ? `Cette page n’a pas de §\u00a0${number}${edition && ` dans l’édition ${edition}`}.` : `Aucun passage ne porte le code «\u202f${code}\u202f».`;
    said.replaceChildren(!pages.length ? "La liste des passages n’a pas pu être lue." : code ? what : "Tapez un code ou un numéro.");
    near.slice(0, 3).forEach((link, at) => said.append(at ? ", " : " Le plus proche\u00a0: ", link));
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    find();
  });
  const arrive = () => {
    const code = decodeURIComponent(location.hash.slice(1));
    if (!code || document.getElementById(code)) return;
    field("code").value = code;
    field("ed").value = "";
    find();
  };
  addEventListener("hashchange", arrive);
  arrive();
})();
