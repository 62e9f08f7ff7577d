"""The labels by which the text names a reference (« Audouard et Rimaud 2017 »).

A label is unique in the whole bibliography, whatever list of it a page shows; how it
stands in a sentence is left to :mod:`edition_sphinx.sources`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from string import ascii_lowercase
from typing import TYPE_CHECKING

from edition.sources.names import lead_names, plain, short_names
from edition.sources.order import sort_entries

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pybtex.database import Entry

__all__ = ["NO_YEAR", "make_labels", "short_title", "split_label"]

NO_YEAR = "s.\u00a0d."
"""« Sans date », in one word so that a label can be split before its year."""

LEAST_TITLE_WORDS = 3
MOST_TITLE_WORDS = 5
SUBTITLE = re.compile(r"\s*[:?!.,;(].*$", re.DOTALL)


def make_labels(entries: Iterable[Entry]) -> dict[str, str]:
    """Return the label of each entry by its key; equal ones get a, b, c."""
    alike: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in sort_entries(entries):
        alike[_label(entry)].append(entry)
    return {
        entry.key: label + (_letter(label, rank) if len(same) > 1 else "")
        for label, same in alike.items()
        for rank, entry in enumerate(same)
    }


def split_label(label: str) -> tuple[str, str]:
    """Return the names and the year of a label."""
    names, _, year = label.rpartition(" ")
    return names, year


def short_title(title: str) -> str:
    """Return what names a work without author: its first words in guillemets.

    A subtitle is left out, unless too little would be left. A title of ours, for a
    work that has none, keeps its brackets.
    """
    ours = title.startswith("[") and title.endswith("]")
    bare = re.sub(r"\s*[«»“”]\s*", " ", title.strip("[]")).strip()
    words = SUBTITLE.sub("", bare).split()
    if len(words) < LEAST_TITLE_WORDS:
        words = bare.split()
    more = "…" if len(words) > MOST_TITLE_WORDS else ""
    said = f"{' '.join(words[:MOST_TITLE_WORDS])}{more}"
    return f"[{said}]" if ours else f"« {said} »"


def _label(entry: Entry) -> str:
    names = plain(entry.fields.get("shortauthor", "")) or short_names(lead_names(entry))
    title = plain(entry.fields.get("title", entry.key))
    return f"{names or short_title(title)} {entry.fields.get('year', NO_YEAR)}"


def _letter(label: str, rank: int) -> str:
    letter = ""
    while rank >= 0:
        rank, place = divmod(rank, len(ascii_lowercase))
        letter = ascii_lowercase[place] + letter
        rank -= 1
    return f"-{letter}" if label.endswith(NO_YEAR) else letter
