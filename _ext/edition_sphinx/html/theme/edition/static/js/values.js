// @ts-check
/* What a value measures and how far to trust it, on hover, focus and tap. */
(() => {
  "use strict";
  const TERMS = { date: "Date", scope: "Périmètre", level: "Preuve", source: "Témoin", note: "Note" };
  const CARD = "ed-card";
  // As in edition/text/ordinals.py; a test compares.
  const ORDINAL = /(?<=(?<![\w.,/#-])(?:\d+|(?=[IVX]{2})[IVX]+|I(?=er|re)))(ers?|res?|n?des?|nds?|es?)(?![\w-])/;
  /** @type {HTMLElement|null} */
  let host = null;
  /** @type {HTMLElement|null} */
  let card = null;
  let timer = 0;

  for (const value of document.querySelectorAll(".ed-value[data-measure]")) {
    if (value.closest("a, button, summary")) continue;
    value.setAttribute("role", "button");
    value.setAttribute("tabindex", "0");
    value.setAttribute("aria-expanded", "false");
  }

  /** @param {EventTarget|null} target @returns {HTMLElement|null} */
  const hostOf = (target) => target instanceof Element
    ? target.closest(".ed-value[role], .ed-level") : null;

  /** @param {string} name @param {...(string|Node)} parts */
  const line = (name, ...parts) => {
    const made = document.createElement("span");
    if (name) made.className = name;
    made.append(...parts);
    return made;
  };

  /** Words with the endings of their ordinals raised, as in the text. @param {string} text */
  const set = (text) => text.split(ORDINAL).map((run, at) => {
    if (at % 2 === 0) return run;
    const made = document.createElement("sup");
    made.textContent = run;
    return made;
  });

  /** @param {string} to @param {string} text */
  const link = (to, text) => {
    const made = document.createElement("a");
    made.href = to;
    made.append(...set(text));
    return made;
  };

  /** @param {HTMLElement} owner */
  function fill(owner) {
    const made = line("ed-card-value");
    const { measure, href } = owner.dataset;
    if (!measure) {
      made.append(line("", (owner.textContent ?? "").replace(/[()]/g, "").trim()));
      return made;
    }
    made.append(line("", ...set(measure)));
    for (const [name, term] of Object.entries(TERMS)) {
      const text = owner.dataset[name];
      if (!text) continue;
      const head = line("ed-card-term", `${term}\u00a0: `);
      const to = owner.dataset[`${name}Href`];
      const row = line("", ...(to ? [link(to, text)] : set(text)));
      row.prepend(head);
      made.append(row);
    }
    if (href) made.append(line("", link(href, "Voir la ligne du tableau")));
    return made;
  }

  /** @param {HTMLElement} owner */
  function open(owner) {
    clearTimeout(timer);
    if (host === owner) return;
    close();
    host = owner;
    card = fill(owner);
    card.id = CARD;
    // The top layer: a box that scrolls does not cut it.
    card.setAttribute("popover", "manual");
    owner.after(card);
    card.showPopover?.();
    if (owner.hasAttribute("role")) {
      owner.setAttribute("aria-expanded", "true");
      owner.setAttribute("aria-controls", CARD);
    }
    place(owner, card);
  }

  /** @param {HTMLElement} owner @param {HTMLElement} shown */
  function place(owner, shown) {
    const at = owner.getClientRects()[0] ?? owner.getBoundingClientRect();
    const from = shown.offsetParent?.getBoundingClientRect() ?? { left: -scrollX, top: -scrollY };
    const room = document.documentElement.clientWidth - shown.offsetWidth - 16;
    const below = at.bottom + shown.offsetHeight + 8 < innerHeight || at.top < shown.offsetHeight + 8;
    const top = below ? at.bottom + 4 : at.top - shown.offsetHeight - 4;
    shown.style.left = `${Math.max(16, Math.min(at.left, room)) - from.left}px`;
    shown.style.top = `${top - from.top}px`;
  }

  function close() {
    clearTimeout(timer);
    host?.removeAttribute("aria-controls");
    if (host?.hasAttribute("role")) host.setAttribute("aria-expanded", "false");
    card?.remove();
    host = card = null;
  }

  /** @param {() => void} what @param {number} wait */
  const later = (what, wait) => {
    clearTimeout(timer);
    timer = setTimeout(what, wait);
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const owner = hostOf(event.target);
    if (owner) later(() => open(owner), 120);
    else if (card?.contains(/** @type {Node} */ (event.target))) clearTimeout(timer);
    else if (host && document.activeElement !== host) later(close, 250);
    else if (!host) clearTimeout(timer);
  });
  document.addEventListener("click", (event) => {
    const owner = hostOf(event.target);
    if (owner) open(owner);
    else if (!card?.contains(/** @type {Node} */ (event.target))) close();
  });
  document.addEventListener("focusin", (event) => {
    const owner = hostOf(event.target);
    if (owner) open(owner);
    else if (!card?.contains(/** @type {Node} */ (event.target))) close();
  });
  document.addEventListener("keydown", (event) => {
    const owner = hostOf(event.target);
    if (event.key === "Escape" && host) {
      const back = host;
      const inside = card?.contains(document.activeElement);
      close();
      if (inside) back.focus();
      close();
    } else if (owner && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      if (host === owner) close();
      else open(owner);
    }
  });
})();
