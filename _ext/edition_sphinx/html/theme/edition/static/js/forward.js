// @ts-check
/* A page that is no more: takes its reader on, with the code and the edition. */
(() => {
  "use strict";
  const go = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (
      id ? document.getElementById(id)?.querySelectorAll("a") : document.querySelectorAll("a.ed-heir")
    );
    // Where there are several ways to go on, or none, the reader chooses.
    if (links?.length !== 1) return;
    const [page, hash = ""] = links[0].href.split("#");
    location.replace(`${page}${location.search}${hash && "#"}${hash}`);
  };
  addEventListener("hashchange", go);
  go();
})();
