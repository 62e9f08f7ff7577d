"""Where the things of an earlier edition are in the text of today."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from edition.releases.state import located
from edition.releases.told import say_item

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edition.releases.gate import Located
    from edition.releases.items import Item, PageItems
    from edition.releases.ledger import Ledger

__all__ = ["Heir", "Whereabouts"]


@dataclass(frozen=True, slots=True)
class Heir:
    """Something of the text of today to which an old id leads.

    :param title: of its page.
    :param name: how one refers to it in its page: « § 12 ».
    """

    id: str
    document: str
    title: str
    name: str


@dataclass(frozen=True)
class Whereabouts:
    """The text of today, and what the ledger says of what was there before.

    :param pages: what each page holds today.
    """

    pages: Mapping[str, PageItems]
    ledger: Ledger

    @cached_property
    def now(self) -> Mapping[str, Located]:
        """Each item by its id, with its page."""
        return located(self.pages)

    def page_of(self, anchor: str) -> str:
        """Return the page where an id stands today; empty when it stands nowhere."""
        return self.now[anchor][0] if anchor in self.now else ""

    def item(self, anchor: str) -> Item | None:
        """Return what an id names today."""
        return self.now[anchor][1] if anchor in self.now else None

    def heirs(self, anchor: str) -> tuple[Heir, ...]:
        """Return where an id leads: to itself where it stands, and to its successors."""
        stands = [anchor] if anchor in self.now else []
        found = dict.fromkeys([*stands, *self.ledger.heirs(anchor)])
        return tuple(self._heir(heir) for heir in found if heir in self.now)

    def _heir(self, anchor: str) -> Heir:
        document, item = self.now[anchor]
        return Heir(anchor, document, self.pages[document].title, say_item(item))
