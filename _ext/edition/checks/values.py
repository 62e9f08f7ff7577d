"""Rule: every value of the text, and every value that we calculate, can be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.issues import Issue, IssueError, Place
from edition.tables.source import TableSource
from edition.tables.values import resolve_value
from edition.text.book import read_book

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.paths import EditionPaths

__all__ = ["check"]

DERIVED = "derives"


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return the values that cannot be said, in the text and in ``derives``."""
    source = TableSource(paths)
    for page in read_book(paths):
        for use in page.uses:
            if use.kind == "role" and use.name == "data-value":
                place = Place(page.path, use.line)
                yield from _faults(use.argument, source, place)
    if source.has(DERIVED):
        try:
            table = source.table(DERIVED)
        except IssueError:
            # The check of the tables says why.
            return
        for row in table.frame.index:
            yield from _faults(row, source, table.place(row))


def _faults(spec: str, source: TableSource, place: Place) -> tuple[Issue, ...]:
    try:
        resolve_value(spec, source, place=place)
    except IssueError as error:
        return error.issues
    return ()
