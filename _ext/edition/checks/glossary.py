"""Rule: every table shown as a glossary defines each of its terms once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.glossary import read_terms
from edition.issues import Issue, IssueError, Place
from edition.tables.source import TableSource
from edition.text.book import read_book

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.paths import EditionPaths

__all__ = ["check"]


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return what keeps the glossaries of the book from being made."""
    source = TableSource(paths)
    for page in read_book(paths):
        for use in page.uses:
            if use.kind == "directive" and use.name == "data-glossary":
                place = Place(page.path, use.line)
                try:
                    read_terms(source, use.argument.strip(), place=place)
                except IssueError as error:
                    yield from error.issues
