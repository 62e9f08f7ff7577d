"""Rule: the sources are written with the signs and spaces of French."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.issues import Issue, Place
from edition.text.book import read_book
from edition.text.prose import FRENCH, language_of, read_prose
from edition.text.typography import find_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.paths import EditionPaths

__all__ = ["check"]


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return what is against French usage in the French pages."""
    for page in read_book(paths):
        if language_of(page) != FRENCH:
            continue
        for prose in read_prose(page):
            for fault in find_faults(prose):
                place = Place(page.path, prose.line_at(fault.position))
                # Its own marks would end what the message quotes.
                shown = fault.around.replace("« ", "«").replace(" »", "»")
                yield Issue(
                    fault.code, place, f"typographie de « {shown} »", fault.expected
                )
