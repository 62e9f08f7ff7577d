"""Rule: every finding, variant and part of the study that the text names exists.

A mark hangs on a claim: never on a heading, which tables of contents repeat, nor inside
a link, which cannot hold another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.findings import (
    MarkKind,
    load_findings,
    load_parts,
    load_variants,
    read_mark,
    read_rows,
)
from edition.findings.claims import STUDY_PART
from edition.issues import Issue, IssueCode, IssueError, Place, suggestion
from edition.tables.source import TableSource
from edition.text.book import read_book
from edition.text.inline import BREAKS
from edition.text.markdown import walk

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from edition.paths import EditionPaths
    from edition.text.markdown import Piece
    from edition.text.model import Document
    from edition.text.roles import Use

__all__ = ["check"]

CALLED = {MarkKind.FINDING: "constat", MarkKind.VARIANT: "variante"}
PART = "partie de l’étude"


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return the marks that name nothing."""
    source = TableSource(paths)
    try:
        parts = load_parts(source)
        known: dict[str, Collection[str]] = {
            MarkKind.FINDING: load_findings(source),
            MarkKind.VARIANT: load_variants(source),
        }
    except IssueError:
        return  # said by the check of the tables
    for page in read_book(paths):
        yield from _misplaced(page)
        for use in page.uses:
            here = Place(page.path, use.line)
            if use.kind == "directive" and use.name == STUDY_PART:
                rows = read_rows(use.argument)
                yield from _named(use, rows, parts, PART, here)
            elif use.kind == "role" and use.name in CALLED:
                rows = read_mark(use.argument).rows
                called = CALLED[MarkKind(use.name)]
                yield from _named(use, rows, known[use.name], called, here)


def _misplaced(page: Document) -> Iterator[Issue]:
    for piece in walk(page.page):
        for name, where, line in _marks(piece):
            yield Issue(
                IssueCode.MARK_FORM,
                Place(page.path, line),
                f"« {name} » dans {where}",
                "un renvoi après les mots qu’il prouve, dans le texte",
            )


def _marks(piece: Piece) -> Iterator[tuple[str, str, int]]:
    """Yield the marks that stand where none may, each with that place and its line."""
    titled = "heading" in piece.blocks or piece.option == "argument"
    linked = 0
    line = piece.line
    for child in piece.token.children or []:
        linked += (child.type == "link_open") - (child.type == "link_close")
        if child.type == "myst_role" and child.meta["name"] in CALLED:
            if titled:
                yield child.meta["name"], "un titre", line
            elif linked:
                yield child.meta["name"], "un lien", line
        line += child.type in BREAKS


def _named(
    use: Use, rows: tuple[str, ...], known: Collection[str], called: str, here: Place
) -> Iterator[Issue]:
    if not rows:
        yield Issue(
            IssueCode.MARK_FORM,
            here,
            f"« {use.name} » sans identifiant",
            f"l’identifiant d’une ligne ({called})",
        )
    for row in rows:
        if row not in known:
            yield Issue(
                IssueCode.REFERENCE_UNKNOWN,
                here,
                f"{called} « {row[:60]} » hors du tableau",
                hint=suggestion(row, known),
            )
