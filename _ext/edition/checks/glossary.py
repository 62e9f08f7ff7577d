"""Rule: every table shown as a glossary defines each of its terms once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.glossary import read_terms
from edition.issues import Issue, IssueCode, IssueError, Place
from edition.tables.source import TableSource
from edition.text.book import read_book

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.paths import EditionPaths

__all__ = ["check"]


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return what keeps the glossaries of the book from being made."""
    source = TableSource(paths)
    first: dict[str, Place] = {}
    for page in read_book(paths):
        for use in page.uses:
            if use.kind == "directive" and use.name == "data-glossary":
                place = Place(page.path, use.line)
                table = use.argument.strip()
                before = first.setdefault(table, place)
                if before is not place:
                    said = f"lexique « {table} » montré deux fois"
                    expected = f"une fois, dans {before}"
                    yield Issue(IssueCode.GLOSSARY_TERM, place, said, expected)
                    continue
                try:
                    read_terms(source, table, place=place)
                except IssueError as error:
                    yield from error.issues
