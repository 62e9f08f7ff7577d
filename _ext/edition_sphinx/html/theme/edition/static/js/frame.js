// @ts-check
/* The frame: contents that open from the head, colours. No key of ours
   leaves a page: WCAG 2.1.4. */
(() => {
  "use strict";
  const root = document.documentElement;

  /* Contents: without this script, the link shows them as its target. */
  const link = /** @type {HTMLAnchorElement|null} */ (document.querySelector("[data-drawer]"));
  const drawer = document.getElementById(link?.dataset.drawer ?? "");
  if (link && drawer) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = link.className;
    button.textContent = link.textContent;
    button.setAttribute("aria-controls", drawer.id);
    link.replaceWith(button);

    /** @param {boolean} open */
    const show = (open) => {
      if (!open && location.hash === `#${drawer.id}`) location.hash = "#contenu";
      drawer.classList.toggle("ed-open", open);
      button.setAttribute("aria-expanded", String(open));
    };
    const isOpen = () => drawer.classList.contains("ed-open");
    const close = () => {
      show(false);
      button.focus();
    };
    show(location.hash === `#${drawer.id}`);
    button.addEventListener("click", () => {
      show(!isOpen());
      const first = drawer.querySelector('[aria-current="page"]') ?? drawer.querySelector("a");
      if (isOpen() && first instanceof HTMLElement) first.focus();
    });
    drawer.addEventListener("click", (event) => {
      const hit = event.target instanceof Element ? event.target.closest("a") : null;
      if (!hit) return;
      if (hit.classList.contains("ed-drawer-close")) {
        event.preventDefault();
        close();
      } else if (hit.hash) {
        show(false);
      }
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && isOpen()) close();
    });
    document.addEventListener("pointerdown", (event) => {
      const hit = /** @type {Node} */ (event.target);
      if (isOpen() && !drawer.contains(hit) && !button.contains(hit)) show(false);
    });
    // What is behind an open panel is never where the focus stands.
    drawer.addEventListener("focusout", (event) => {
      const next = /** @type {Node|null} */ (event.relatedTarget);
      if (isOpen() && next && !drawer.contains(next)) show(false);
    });
  }

  /* Colours: nothing to choose without this script. */
  const themes = /** @type {HTMLDetailsElement|null} */ (document.querySelector("[data-themes]"));
  if (themes) {
    themes.hidden = false;
    const summary = /** @type {HTMLElement} */ (themes.firstElementChild);
    const current = root.dataset.theme ?? "auto";
    for (const choice of themes.querySelectorAll("input")) {
      choice.checked = choice.value === current;
      choice.addEventListener("change", () => {
        const auto = choice.value === "auto";
        if (auto) delete root.dataset.theme;
        else root.dataset.theme = choice.value;
        try {
          if (auto) localStorage.removeItem("edition-theme");
          else localStorage.setItem("edition-theme", choice.value);
        } catch {
          // The choice then lasts as long as the page.
        }
      });
    }
    themes.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !themes.open) return;
      themes.open = false;
      summary.focus();
    });
    document.addEventListener("pointerdown", (event) => {
      if (!themes.contains(/** @type {Node} */ (event.target))) themes.open = false;
    });
    themes.addEventListener("focusout", (event) => {
      const next = /** @type {Node|null} */ (event.relatedTarget);
      if (next && !themes.contains(next)) themes.open = false;
    });
  }

  /* Paper shows what is folded. */
  addEventListener("beforeprint", () => {
    // The data of a chart would say again what the chart shows.
    for (const folded of document.querySelectorAll("main details:not([open], .ed-chart-data)")) {
      folded.setAttribute("open", "");
      folded.setAttribute("data-unfolded", "");
    }
  });
  addEventListener("afterprint", () => {
    for (const folded of document.querySelectorAll("[data-unfolded]")) {
      folded.removeAttribute("open");
      folded.removeAttribute("data-unfolded");
    }
  });
})();
