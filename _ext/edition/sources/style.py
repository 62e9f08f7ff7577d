"""The pybtex style of the edition: what sphinxcontrib-bibtex asks for each list.

The layout of one reference is left to :mod:`.layout`, the labels to :mod:`.labels`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pybtex.style import FormattedEntry
from pybtex.style.formatting import BaseStyle

from edition.sources.labels import make_labels
from edition.sources.layout import lay_out
from edition.sources.order import sort_entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pybtex.database import BibliographyData, Entry

__all__ = ["FRENCH", "FrenchStyle", "make_style"]

FRENCH = "edition-fr"
"""The name under which the style is registered."""


class FrenchStyle(BaseStyle):  # type: ignore[misc]  # pybtex has no types
    """References in French, by author and year."""

    known_labels: ClassVar[Mapping[str, str]] = {}
    """The labels of the whole bibliography, of which a page shows a part."""

    def __init__(self) -> None:
        # pybtex asks the three questions below of plug-ins of their own; ours are
        # answered here, so that they need not be registered one by one.
        super().__init__()
        self.sort = sort_entries
        self.format_labels = self._labels

    def format_entry(
        self, label: str, entry: Entry, bib_data: BibliographyData | None = None
    ) -> FormattedEntry:
        """Return one reference, laid out."""
        return FormattedEntry(entry.key, lay_out(entry, label), label)

    def _labels(self, entries: Iterable[Entry]) -> list[str]:
        listed = list(entries)
        labels = {**make_labels(listed), **self.known_labels}
        return [labels[entry.key] for entry in listed]


def make_style(entries: Iterable[Entry]) -> type[FrenchStyle]:
    """Return the style for a bibliography, with labels unique in the whole of it."""
    labels = make_labels(entries)
    return type("FrenchStyle", (FrenchStyle,), {"known_labels": labels})
