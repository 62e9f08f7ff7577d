"""What can be cited, in one form: passages, sections, views, rows, terms.

An edition freezes items; the ledger keeps a line for each; the gate compares them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from edition.text.words import checksum

__all__ = ["Item", "ItemKind", "PageItems"]


_checksum = lru_cache(maxsize=16384)(checksum)
"""Asked for the same words by the ledger, the gate and the index."""


class ItemKind(StrEnum):
    """What sort of thing an id names; the values are a promise of the ledger."""

    SECTION = "section"
    PARAGRAPH = "paragraph"
    LIST = "list"
    DEFINITIONS = "definitions"
    QUOTATION = "quotation"
    TABLE = "table"
    CHART = "chart"
    FIGURE = "figure"
    ROW = "row"
    TERM = "term"

    @property
    def passage(self) -> bool:
        """Whether its words are sentences of the text."""
        return self in _PASSAGES

    @property
    def view(self) -> bool:
        """Whether it shows data, or a picture."""
        return self in _VIEWS

    @property
    def of_data(self) -> bool:
        """Whether its id is given in a table, by a person."""
        return self in (ItemKind.ROW, ItemKind.TERM)


_PASSAGES = frozenset(
    {
        ItemKind.PARAGRAPH,
        ItemKind.LIST,
        ItemKind.DEFINITIONS,
        ItemKind.QUOTATION,
    }
)
_VIEWS = frozenset({ItemKind.TABLE, ItemKind.CHART, ItemKind.FIGURE})


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that can be cited, as it stands in one state of the edition.

    :param number: as printed: « 12 » of « § 12 », « 3 » of « tableau 3 »; empty when
        it has none.
    :param title: its own, of a section; else that of the section that holds it.
    :param section: the id of the section that holds it.
    :param words: as read, values resolved, before French spacing; of a view, its
        caption and what it shows; of a row, its cells.
    :param skeleton: the words with the addresses of the values in their place; of a
        view, what it asks for. Empty when it is no different from the words.
    :param values: address and words of each value, in order.
    :param line: where it stands in its page today, for messages; 0 when not known.
    """

    id: str
    kind: ItemKind
    number: str = ""
    title: str = ""
    section: str = ""
    words: str = ""
    skeleton: str = ""
    values: tuple[tuple[str, str], ...] = ()
    line: int = field(default=0, compare=False)

    @property
    def checksum(self) -> str:
        """The checksum of its words."""
        return _checksum(self.words)

    @property
    def frame(self) -> str:
        """What its author wrote: the words, an address where a value stands."""
        return self.skeleton or self.words


@dataclass(frozen=True, slots=True)
class PageItems:
    """The items of one page, in the order of reading.

    :param labels: how what its words name between brackets is shown: a citation, a
        table referred to by its number.
    """

    document: str
    title: str
    items: tuple[Item, ...]
    labels: tuple[tuple[str, str], ...] = ()

    @property
    def by_id(self) -> dict[str, Item]:
        """The items by their ids."""
        return {item.id: item for item in self.items}
