"""The index: things to find, and for each stem where it stands; pure and sorted.

A place is twice the number of a thing, plus one when the stem stands in its title.
Places are written as differences, which are short.
"""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

from edition_sphinx.search.words import STOP_WORDS, stems_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from edition_sphinx.search.read import Found

__all__ = ["build_index", "write_index"]


def build_index(
    found: Iterable[Found], *, titles: Mapping[str, str], url: Callable[[str], str]
) -> dict[str, object]:
    """Return the index as the script reads it.

    :param titles: of the pages.
    :param url: the address of a page from the search page.
    """
    pages: dict[str, int] = {}
    entries: list[list[object]] = []
    places: dict[str, set[int]] = {}
    for number, thing in enumerate(found):
        page = pages.setdefault(thing.docname, len(pages))
        entries.append([int(thing.kind), page, thing.anchor, thing.title, thing.text])
        for stem in stems_of(thing.text):
            places.setdefault(stem, set()).add(2 * number)
        for stem in stems_of(thing.title):
            places.setdefault(stem, set()).add(2 * number + 1)
    return {
        "pages": [[url(docname), titles.get(docname, docname)] for docname in pages],
        "entries": entries,
        "stems": {stem: _differences(sorted(places[stem])) for stem in sorted(places)},
        "stop": sorted(STOP_WORDS),
    }


def _differences(numbers: Sequence[int]) -> list[int]:
    return [*numbers[:1], *(after - before for before, after in pairwise(numbers))]


def write_index(index: Mapping[str, object]) -> str:
    """Return the index as a script that can be loaded from a file."""
    data = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    # Two signs end a line in old JavaScript.
    data = data.replace("\u2028", " ").replace("\u2029", " ")
    return f"globalThis.editionIndex={data};\n"
