"""Pages that no source has: those of pages that are no more, « Retrouver un passage »."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from edition.releases.shelf import read_shelf
from edition_sphinx.config import get_paths
from edition_sphinx.releases.stubs_html import stubs_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.application import Sphinx

    from edition.releases.shelf import Shelf
    from edition.releases.stubs import PageStubs

__all__ = ["FIND", "make_pages"]

FIND = "retrouver"
TITLE = "Retrouver un passage"
SAID = "Aller à un passage dont on a le code, ou le numéro et l’édition."


def make_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Return them (event ``html-collect-pages``)."""
    if app.builder.name != "html":
        return
    shelf = read_shelf(get_paths(app))
    yield FIND, {"title": TITLE, "edition_description": SAID}, f"{FIND}.html"
    for page in shelf.lost_pages:
        yield page.document, _lost(app, page, shelf), "deplacee.html"


def _lost(app: Sphinx, page: PageStubs, shelf: Shelf) -> dict[str, Any]:
    """Return what the template of a page that is no more needs."""

    def url(document: str, anchor: str = "") -> str:
        uri = app.builder.get_relative_uri(page.document, document)
        return f"{uri}#{anchor}" if anchor else uri

    return {
        "title": page.title,
        "edition_description": "Adresse gardée d’une page qui n’est plus ici.",
        "edition_stubs": stubs_html(page.stubs, url),
        "edition_heir": _heir(page, shelf, url),
    }


def _heir(
    page: PageStubs, shelf: Shelf, url: Callable[[str], str]
) -> tuple[str, str] | None:
    """Return address and title of the page that took over most of what was here."""
    found = Counter(heir.document for stub in page.stubs for heir in stub.heirs[:1])
    for document, count in found.most_common(1):
        if 2 * count >= len(page.stubs):
            return url(document), shelf.book.pages[document].title
    return None
