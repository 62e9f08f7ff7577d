"""Rule: a break (« --- ») stands between two blocks of a page, at its edge.

Elsewhere docutils finds it senseless: above the first block of a section, at the end of
the page, beside another one, inside something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.codes import IssueCode
from edition.issues import Issue, Place
from edition.text.book import read_book
from edition.text.markdown import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.paths import EditionPaths
    from edition.text.model import Document

__all__ = ["check"]

SILENT = ("myst_target", "myst_line_comment", "front_matter")
"""What makes no block of the page."""


def check(paths: EditionPaths) -> list[Issue]:
    """Return the breaks that divide nothing."""
    return [issue for page in read_book(paths) for issue in _page(page)]


def _page(page: Document) -> Iterator[Issue]:
    for piece in walk(page.page):
        if piece.token.type == "hr" and (piece.inside or piece.token.level):
            yield _misplaced(page, piece.line)
    blocks = [
        token
        for token in page.page.tokens
        if token.level == 0 and token.nesting >= 0 and token.type not in SILENT
    ]
    for position, token in enumerate(blocks):
        if token.type != "hr" or token.map is None:
            continue
        before = blocks[position - 1].type if position else "heading_open"
        last = position + 1 == len(blocks)
        if last or before in ("heading_open", "hr"):
            yield _misplaced(page, token.map[0] + 1)


def _misplaced(page: Document, line: int) -> Issue:
    return Issue(
        IssueCode.SYNTAX_FORBIDDEN,
        Place(page.path, line),
        "filet qui ne sépare rien",
        "un filet entre deux blocs d'une même section",
        "le retirer",
    )
