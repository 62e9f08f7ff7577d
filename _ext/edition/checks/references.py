"""Rule: every reference of the text leads to an id, a row or a page of the edition."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from edition.checks.known import Known
from edition.codes import IssueCode
from edition.issues import Issue, Place, nearest, suggestion
from edition.text.book import read_book
from edition.text.inline import BREAKS
from edition.text.links import page_of, row_address
from edition.text.markdown import walk
from edition.text.roles import Use, reference_parts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from edition.paths import EditionPaths
    from edition.text.model import Document

__all__ = ["check"]

ID = "identifiant inconnu"
PAGE = "page inconnue"


def check(paths: EditionPaths) -> list[Issue]:
    """Return the references that lead nowhere."""
    known = Known(paths, tuple(read_book(paths)))
    if not known.whole:
        return []  # any of the ids may be on the page that cannot be read
    return [issue for page in known.book for issue in _page(page, known)]


def _page(page: Document, known: Known) -> Iterator[Issue]:
    for use in page.uses:
        if use.kind == "role":
            yield from _role(use, page, known)
        else:
            yield from _card(use, page, known)
    for piece in walk(page.page):
        line = piece.line
        for child in piece.token.children or []:
            if child.type == "link_open":
                href = str(child.attrGet("href") or "")
                yield from _link(href, Place(page.path, line), known)
            line += child.type in BREAKS


def _role(use: Use, page: Document, known: Known) -> Iterator[Issue]:
    here = Place(page.path, use.line)
    _, target = reference_parts(use.argument)
    if use.name in ("ref", "numref"):
        yield from _unknown(target, known.ids, here, ID)
    elif use.name == "doc":
        yield from _unknown(_docname(target, page.docname), known.pages, here, PAGE)


def _card(use: Use, page: Document, known: Known) -> Iterator[Issue]:
    """Look where a card leads."""
    target, sort = use.option("link"), use.option("link-type")
    here = Place(page.path, use.line)
    if target and sort == "ref":
        yield from _unknown(target, known.ids, here, ID)
    elif target and sort == "doc":
        yield from _unknown(_docname(target, page.docname), known.pages, here, PAGE)


def _link(href: str, here: Place, known: Known) -> Iterator[Issue]:
    path, _, anchor = href.partition("#")
    if ":" in path:
        return
    page = ""
    if path:
        target = page_of(path, page=here.path)
        if target is None:
            return  # a link that may not be: said by the rule of pages
        page = target.removesuffix(".md")
        if page not in known.pages:
            yield from _unknown(page, known.pages, here, PAGE)
            return
    if row := row_address(anchor):
        yield from _row(*row, page, here, known)
    elif anchor:
        places = {**known.terms, **known.ids}
        yield from _unknown(anchor, places, here, ID)
        yield from _elsewhere(anchor, places.get(anchor), page, here)


def _row(name: str, row: str, page: str, here: Place, known: Known) -> Iterator[Issue]:
    """Look for the row of a table on its page, or of a view on its own."""
    places = {**known.tables, **known.views}
    address = f"{name}.{row}"
    if name not in places:
        hint = suggestion(name, sorted(places))
        yield _fault(address, here, "tableau ou vue sans page", hint)
        return
    rows = known.rows(name)
    if rows is not None and row not in rows:
        file = f"data/tables/{name}.csv"
        view = name in known.views
        noun = "ligne que cette vue ne montre pas" if view else "ligne inconnue"
        hint = "renvoyer à la page du tableau" if view else f"voir les id de {file}"
        found = nearest(row, rows)
        yield _fault(
            address, here, noun, f"vouliez-vous « {name}.{found} » ?" if found else hint
        )
    yield from _elsewhere(address, places[name], page, here)


def _elsewhere(
    target: str, right: str | None, page: str, here: Place
) -> Iterator[Issue]:
    """Say that a link names a page which does not hold what it leads to."""
    if right and page and right != page:
        said = f"renvoi vers « {target[:60]} » dans {page}.md, qui ne l’a pas"
        yield Issue(IssueCode.REFERENCE_UNKNOWN, here, said, f"{right}.md")


def _docname(target: str, docname: str) -> str:
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(docname), target))


def _unknown(
    target: str, known: Collection[str], here: Place, noun: str
) -> Iterator[Issue]:
    if target not in known:
        yield _fault(target, here, noun, suggestion(target, sorted(known)))


def _fault(target: str, here: Place, noun: str, hint: str) -> Issue:
    said = f"renvoi vers « {target[:60]} », {noun}"
    return Issue(IssueCode.REFERENCE_UNKNOWN, here, said, hint=hint)
