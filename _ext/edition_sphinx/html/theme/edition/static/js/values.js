// @ts-check
/* What a value measures and how far to trust it, on hover, focus and tap. */
(() => {
  "use strict";
  const CARD = "ed-card";
  /** @type {HTMLElement|null} */
  let host = null;
  /** @type {HTMLElement|null} */
  let card = null;
  let timer = 0;

  for (const value of document.querySelectorAll(".ed-value[data-note]")) {
    if (value.closest("a, button, summary") || !noteOf(value)) continue;
    asButton(value);
  }
  // A mark leads to its note at the foot of the page; here the note comes to the mark.
  for (const call of document.querySelectorAll('a.ed-call[href^="#note-"]')) {
    call.setAttribute("data-note", (call.getAttribute("href") ?? "").slice(1));
    call.removeAttribute("href");
    asButton(call);
  }

  /** @param {Element} owner */
  function noteOf(owner) {
    return document.getElementById(owner.getAttribute("data-note") ?? "");
  }

  /** @param {Element} made */
  function asButton(made) {
    made.setAttribute("role", "button");
    made.setAttribute("tabindex", "0");
    made.setAttribute("aria-expanded", "false");
  }

  /** @param {EventTarget|null} target @returns {HTMLElement|null} */
  const hostOf = (target) => target instanceof Element && !card?.contains(target)
    ? target.closest(".ed-value[role], .ed-call, svg[aria-label]") : null;

  /** @param {string} name @param {...(string|Node)} parts */
  const line = (name, ...parts) => {
    const made = document.createElement("span");
    if (name) made.className = name;
    made.append(...parts);
    return made;
  };

  /** @param {HTMLElement} owner */
  function fill(owner) {
    const made = line("ed-card-value");
    const note = noteOf(owner);
    if (note) made.append(...note.cloneNode(true).childNodes);
    else made.append(line("", owner.getAttribute("aria-label") ?? ""));
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
    // A click on its words keeps it open, to select them.
    card.tabIndex = -1;
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
