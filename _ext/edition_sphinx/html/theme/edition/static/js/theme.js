// @ts-check
/* Sets the colours that the reader chose before anything is painted: this one script
   stands in the head, before the sheets, and is not deferred. */
(() => {
  "use strict";
  try {
    const chosen = localStorage.getItem("edition-theme");
    if (chosen) document.documentElement.dataset.theme = chosen;
  } catch {
    // A browser that keeps nothing shows the colours of the device.
  }
})();
