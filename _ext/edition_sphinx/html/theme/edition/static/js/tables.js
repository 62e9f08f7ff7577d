// @ts-check
/* Tables that can be sorted by their headers and filtered by words; complete without. */
(() => {
  "use strict";
  /** @typedef {{body: HTMLTableSectionElement, head: HTMLTableRowElement[], rows: HTMLTableRowElement[]}[]} Bodies */
  const collator = new Intl.Collator("fr", { numeric: true });
  const FEW = 8;

  /** @param {string} text */
  const fold = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
      .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/[’ʼ]/g, "'").replace(/\s+/g, " ").trim();

  /** @param {number} count */
  const lines = (count) => `${count.toLocaleString("fr")} ligne${count > 1 ? "s" : ""}`;

  for (const tools of document.querySelectorAll("[data-table-tools]")) {
    const table = /** @type {HTMLTableElement|null} */ (tools.parentElement?.querySelector("table"));
    if (table) equip(/** @type {HTMLElement} */ (tools), table);
  }

  /** @param {HTMLElement} tools @param {HTMLTableElement} table */
  function equip(tools, table) {
    const bodies = [...table.tBodies].map((body) => ({
      body,
      head: [...body.rows].filter((row) => row.classList.contains("ed-group")),
      rows: [...body.rows].filter((row) => !row.classList.contains("ed-group")),
    }));
    const all = bodies.flatMap(({ rows }) => rows);
    if (all.length < 3) return;
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    if (all.length > FEW) tools.append(makeFilter(bodies, all, said, nameOf(table)));
    tools.append(said);
    tools.hidden = false;
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
    heads.forEach((head, column) => makeSorter(heads, head, column, bodies, said));
  }

  /**
   * @param {HTMLTableCellElement[]} heads @param {HTMLTableCellElement} head
   * @param {number} column @param {Bodies} bodies @param {HTMLElement} said
   */
  function makeSorter(heads, head, column, bodies, said) {
    const name = (head.textContent ?? "").trim();
    if (!name) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ed-sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const was = head.getAttribute("aria-sort");
      const order = was === "ascending" ? "descending" : was ? null : "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      if (order) head.setAttribute("aria-sort", order);
      const way = order === "descending" ? -1 : 1;
      for (const { body, head: first, rows } of bodies) {
        const sorted = order ? sort(rows, column, head.dataset.type === "number", way) : rows;
        body.append(...first, ...sorted);
      }
      said.textContent = order
        ? `Trié par «\u202f${name}\u202f», ordre ${way > 0 ? "croissant" : "décroissant"}.`
        : "Ordre d’origine.";
    });
  }

  /**
   * Rows without a value stand last, whatever the order.
   * @param {HTMLTableRowElement[]} rows @param {number} column
   * @param {boolean} numeric @param {number} way
   */
  function sort(rows, column, numeric, way) {
    const keyed = rows.map((row) => {
      const cell = row.cells[column];
      const text = cell?.dataset.sort ?? cell?.textContent?.trim() ?? "";
      const number = numeric ? Number.parseFloat(text) : 0;
      const none = !cell || cell.classList.contains("ed-missing") || text === "" || Number.isNaN(number);
      return { row, text, number, none };
    });
    keyed.sort((a, b) => {
      if (a.none || b.none) return Number(a.none) - Number(b.none);
      return way * (numeric ? a.number - b.number : collator.compare(a.text, b.text));
    });
    return keyed.map(({ row }) => row);
  }

  /** What tells a table from the others of its page: its number, else its caption. @param {HTMLTableElement} table */
  function nameOf(table) {
    const number = table.querySelector(".ed-caption-number")?.textContent;
    if (number) return `le ${number.toLowerCase()}`;
    return `«\u202f${(table.caption?.textContent ?? "").trim()}\u202f»`;
  }

  /**
   * @param {Bodies} bodies @param {HTMLTableRowElement[]} all
   * @param {HTMLElement} said @param {string} name
   */
  function makeFilter(bodies, all, said, name) {
    const label = document.createElement("label");
    const field = document.createElement("input");
    field.type = "search";
    field.className = "ed-field";
    field.autocomplete = "off";
    const which = document.createElement("span");
    which.className = "visually-hidden";
    which.textContent = `${name} `;
    label.append("Filtrer ", which, field);
    /** @type {Map<HTMLTableRowElement, string>|undefined} */
    let texts;
    field.addEventListener("input", () => {
      const rows = (texts ??= new Map(all.map((row) => [row, fold(row.textContent ?? "")])));
      const words = fold(field.value).split(" ").filter(Boolean);
      let kept = 0;
      for (const { body, rows: own } of bodies) {
        let some = false;
        for (const row of own) {
          const shown = words.every((word) => rows.get(row)?.includes(word));
          row.hidden = !shown;
          some ||= shown;
          kept += Number(shown);
        }
        body.hidden = !some;
      }
      said.textContent = !words.length ? lines(all.length) : kept
        ? `${lines(kept)} sur ${all.length.toLocaleString("fr")}`
        : "Aucune ligne\u00a0: essayez un mot plus court.";
    });
    return label;
  }
})();
