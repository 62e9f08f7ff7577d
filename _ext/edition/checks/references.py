"""Rule: every reference of the text leads to an id or a page of the edition."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from edition.codes import IssueCode
from edition.issues import Issue, Place, suggestion
from edition.text.book import read_book
from edition.text.inline import BREAKS
from edition.text.links import page_of
from edition.text.markdown import walk
from edition.text.roles import Use, reference_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.paths import EditionPaths
    from edition.text.model import Document

__all__ = ["check"]


def check(paths: EditionPaths) -> list[Issue]:
    """Return the references that lead nowhere."""
    book = read_book(paths)
    ids = {name for page in book for name, _ in page.ids()}
    pages = {page.docname for page in book}
    return [issue for page in book for issue in _page(page, ids, pages)]


def _page(page: Document, ids: set[str], pages: set[str]) -> Iterator[Issue]:
    for use in page.uses:
        if use.kind == "role":
            yield from _role(use, page, ids, pages)
        else:
            yield from _card(use, page, ids, pages)
    for piece in walk(page.page):
        line = piece.line
        for child in piece.token.children or []:
            if child.type == "link_open":
                href = str(child.attrGet("href") or "")
                yield from _link(href, Place(page.path, line), ids, pages)
            line += child.type in BREAKS


def _role(use: Use, page: Document, ids: set[str], pages: set[str]) -> Iterator[Issue]:
    here = Place(page.path, use.line)
    _, target = reference_parts(use.argument)
    if use.name in ("ref", "numref"):
        yield from _unknown(target, ids, here, "identifiant inconnu")
    elif use.name == "doc":
        yield from _unknown(
            _docname(target, page.docname), pages, here, "page inconnue"
        )


def _card(use: Use, page: Document, ids: set[str], pages: set[str]) -> Iterator[Issue]:
    """Look where a card leads."""
    target, sort = use.option("link"), use.option("link-type")
    here = Place(page.path, use.line)
    if target and sort == "ref":
        yield from _unknown(target, ids, here, "identifiant inconnu")
    elif target and sort == "doc":
        yield from _unknown(
            _docname(target, page.docname), pages, here, "page inconnue"
        )


def _link(href: str, here: Place, ids: set[str], pages: set[str]) -> Iterator[Issue]:
    path, _, anchor = href.partition("#")
    # Rows have addresses with a dot; they are known to the data, not to the text.
    if anchor and "." not in anchor and ":" not in path:
        yield from _unknown(anchor, ids, here, "identifiant inconnu")
    target = page_of(path, page=here.path)
    if target is not None:
        yield from _unknown(target.removesuffix(".md"), pages, here, "page inconnue")


def _docname(target: str, docname: str) -> str:
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(docname), target))


def _unknown(target: str, known: set[str], here: Place, noun: str) -> Iterator[Issue]:
    if target in known:
        return
    yield Issue(
        IssueCode.REFERENCE_UNKNOWN,
        here,
        f"renvoi vers « {target[:60]} », {noun}",
        hint=suggestion(target, sorted(known)),
    )
