"""The order of a French bibliography."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edition.sources.kinds import is_volume
from edition.sources.names import lead_names, plain
from edition.tables.collation import collation_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pybtex.database import Entry

__all__ = ["sort_entries"]

NO_YEAR = "9999"
"""Works without a year come after the dated ones of the same author."""


def sort_entries(entries: Iterable[Entry]) -> list[Entry]:
    """Sort by author (by title where there is none), then by year, then by title.

    Of one author and year, a book comes before its parts.
    """
    return sorted(entries, key=_entry_key)


def _entry_key(entry: Entry) -> tuple[object, ...]:
    title = plain(entry.fields.get("title", ""))
    people = lead_names(entry).persons
    lead = " ".join(person.sorting for person in people) or title
    year = entry.fields.get("year", NO_YEAR)
    return _words(lead), year, not is_volume(entry), _words(title), entry.key


def _words(text: str) -> object:
    """Return the key of a text; its guillemets and other signs count for nothing."""
    return collation_key(re.sub(r"[^\w\s]+", " ", text).strip())
