// @ts-check
/* The panel « Citer »: fills the forms of this page with what its reader cites. */
(() => {
  "use strict";
  /** @type {{label: string, address: string, url: string, public: boolean, forms: [string, string, string][], separators: Record<string, string>, signs: Record<string, Record<string, string>>}} */
  const data = /** @type {any} */ (globalThis).editionCitation;

  /** @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {Record<string, unknown>} given @param {...(string|Node)} parts */
  const make = (tag, given, ...parts) => {
    const made = Object.assign(document.createElement(tag), given);
    made.append(...parts);
    return made;
  };
  /** @param {string} words @param {() => void} onclick */
  const button = (words, onclick) => make("button", { className: "ed-tool", onclick }, words);
  /** @param {string} words @param {Node} from */
  const copier = (words, from) => button(words, () => {
    // What is selected can be copied by hand, whatever the browser allows.
    getSelection()?.selectAllChildren(from);
    said.textContent = document.execCommand("copy") ? "Copié." : "Sélectionné\u00a0: à copier par Ctrl\u00a0+\u00a0C.";
  });
  const head = make("h2", {});
  const address = make("p", {});
  const text = make("p", {});
  const said = make("span", { role: "status" });
  const panel = make("div", { className: "ed-panel", role: "dialog", ariaLabel: "Citer", popover: "auto", tabIndex: -1, autofocus: true },
    head, data.label, address, copier("Copier l’adresse", address),
    make("fieldset", {}, make("legend", { className: "visually-hidden" }, "Style"),
      ...data.forms.map(([title], value) => make("label", {}, make("input", { type: "radio", name: "ed-form", value, checked: !value }), title))),
    text, copier("Copier la citation", text), button("Fermer", () => panel.hidePopover()), said);
  // The words alone, without the colours of this page.
  panel.oncopy = (event) => {
    event.clipboardData?.setData("text/plain", String(getSelection()));
    event.preventDefault();
  };
  document.body.append(panel);

  /** @param {string|null|undefined} words */
  const quoted = (words) => words && `«\u202f${words.replaceAll("«\u202f", "“").replaceAll("\u202f»", "”")}\u202f»`;

  /** « § 12 », « tableau 3 », « ligne brest »; nothing for the whole page. @param {string} id @param {HTMLElement} way */
  const locate = (id, way) => {
    if (way.dataset.number) return `§\u00a0${way.dataset.number}`;
    const [view, row] = id.split(".");
    const called = document.getElementById(view)?.querySelector(".ed-caption-number")?.textContent?.toLowerCase();
    const title = way.closest("h2, h3, h4, dt");
    const number = title?.querySelector(".section-number")?.textContent;
    const section = number ? `section ${number.trim()}` : quoted(title?.textContent?.slice(0, -1));
    return [called ?? section, row && `ligne ${row}`].filter(Boolean).join(", ");
  };

  /** @type {any} */ (globalThis).editionCite = (/** @type {string} */ id, /** @type {string} */ selected, /** @type {HTMLElement} */ way) => {
    const place = locate(id, way);
    const words = quoted(selected);
    const url = id ? `${data.url}#${id}` : data.address;
    head.textContent = `Citer\u00a0: ${place || "la page"}`;
    address.textContent = url;
    panel.onchange = () => {
      const [, template, form] = data.forms[/** @type {any} */ (panel.querySelector(":checked")).value];
      const now = new Date();
      const note = [place, words, data.public ? "" : url].filter(Boolean).join(". ");
      // As in edition/citation/signs.py.
      const values = [
        place, url,
        now.toLocaleDateString("fr", { dateStyle: "long" }).replace(/^1 /, "1er "),
        now.toLocaleDateString("sv").replaceAll("-", data.separators[form]),
        note.replace(/./gu, (sign) => data.signs[form]?.[sign] ?? sign), id,
      ];
      const value = (/** @type {string} */ sign) => values[sign.charCodeAt(0) - 0xe000];
      const filled = template
        .replace(/\ue00a([^\ue00b]*)\ue00b/g, (_, group) => ([...group].some((sign) => value(sign) === "") ? "" : group))
        .replace(/[\ue000-\ue005]/g, value);
      const lines = words && !form ? `${words}\n${filled}` : filled;
      text.replaceChildren(...lines.split("\ue00c").map((part, at) => (at % 2 ? make("i", {}, part) : part)));
      said.textContent = "";
    };
    panel.onchange(new Event("change"));
    way.focus({ preventScroll: true });
    panel.showPopover();
  };
})();
