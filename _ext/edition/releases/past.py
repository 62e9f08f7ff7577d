"""What has become, since an edition, of what a reader of that edition saw on a page.

Decided here once, for the pages, so that a browser has only words to show and to
compare. A passage that no record names stands there with the same words and number.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from edition.releases.changes import ChangeKind, change_of, value_changes
from edition.releases.ledger import AnchorState
from edition.releases.told import say_day, say_item, say_list, say_words
from edition.text.spacing import french

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edition.releases.frozen import FrozenEdition
    from edition.releases.gate import Located
    from edition.releases.items import Item
    from edition.releases.whereabouts import Heir, Whereabouts

__all__ = ["Fate", "PagePast", "read_past"]

COUNTED = {
    ChangeKind.REWORDED: ("reformulation", "reformulations"),
    ChangeKind.VALUE: ("passage aux chiffres changés", "passages aux chiffres changés"),
    ChangeKind.MOVED: ("déplacement", "déplacements"),
    ChangeKind.SPLIT: ("partage", "partages"),
    ChangeKind.MERGED: ("fusion", "fusions"),
    ChangeKind.RETIRED: ("retrait", "retraits"),
    ChangeKind.ADDED: ("ajout", "ajouts"),
}

GONE = {
    AnchorState.SPLIT: "a été partagé",
    AnchorState.MERGED: "a été fondu ailleurs",
    AnchorState.RETIRED: "a été retiré",
}

FEMININE = ("citation", "figure", "ligne", "liste", "section")


@dataclass(frozen=True, slots=True)
class Fate:
    """What has become of one item, said in a sentence.

    :param kind: what happened to it; ``None`` when only its number is another one.
    :param heirs: where it leads now, when that is elsewhere.
    :param before: its words in that edition, where they are no longer those of today.
    :param after: its words today; empty when it has none.
    """

    kind: ChangeKind | None
    said: str
    heirs: tuple[Heir, ...] = ()
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class PagePast:
    """A page, as seen by a reader who comes with an edition in mind.

    :param unchanged: what is said of an item without a record.
    :param page: what is said of the page as a whole.
    :param numbers: of that edition: each § number and the id that bore it.
    """

    unchanged: str
    page: str
    fates: Mapping[str, Fate] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)


def read_past(edition: FrozenEdition, book: Whereabouts) -> dict[str, PagePast]:
    """Return the past of each page that is there today or was there then."""
    names = dict.fromkeys([*edition.pages, *book.pages])
    old = edition.items
    return {name: _Page(edition, old, book, name).read() for name in names}


class _Page:
    """Compares one page with what it was."""

    def __init__(
        self,
        edition: FrozenEdition,
        old: Mapping[str, Located],
        book: Whereabouts,
        name: str,
    ) -> None:
        self.edition = edition
        self.old = old
        self.book = book
        self.name = name
        then = edition.pages.get(name)
        self.was = then is not None
        self.items = then.items if then is not None else ()
        self.since = f"depuis l’édition {edition.version} ({say_day(edition.date)})"

    def read(self) -> PagePast:
        """Return its past."""
        fates: dict[str, Fate] = {}
        for item in self.items:
            fate = self._fate(item)
            if fate is not None:
                fates[item.id] = fate
        today = self.book.pages.get(self.name)
        for item in today.items if today is not None else ():
            if item.id not in self.old or self.old[item.id][0] != self.name:
                fates[item.id] = self._came(item)
        numbers = {
            item.number: item.id
            for item in self.items
            if item.kind.passage and item.number
        }
        unchanged = french(f"Sans changement {self.since}.")
        return PagePast(unchanged, self._page(fates), fates, numbers)

    def _page(self, fates: Mapping[str, Fate]) -> str:
        """Say what has become of the page as a whole."""
        if not self.was:
            said = f"Cette page n’était pas dans l’édition {self.edition.version}."
            return french(said)
        kinds = Counter(fate.kind for fate in fates.values() if fate.kind is not None)
        if not kinds:
            return french(f"Cette page n’a pas changé {self.since}.")
        parts = [
            f"{count} {COUNTED[kind][count > 1]}"
            for kind in COUNTED
            if (count := kinds[kind])
        ]
        return french(f"Dans cette page, {self.since} : {say_list(parts)}.")

    def _fate(self, item: Item) -> Fate | None:
        """Return the fate of an item of that edition; nothing when it is the same."""
        after = self.book.item(item.id)
        here = self.book.page_of(item.id) == self.name
        if after is not None and here:
            return self._compared(item, after, "")
        heirs = self.book.heirs(item.id)
        if after is not None:
            said = f"N’est plus dans cette page {self.since}."
            return Fate(ChangeKind.MOVED, french(said), heirs)
        before = self._shown(item, self.name)
        record = self.book.ledger.records.get(item.id)
        state = record.state if record is not None else AnchorState.RETIRED
        if state not in GONE:  # lost: the gate says so
            state = AnchorState.RETIRED
        said = f"Ce qui portait ce code {GONE[state]} {self.since}."
        if record is not None and record.reason:
            said = f"{said} Raison donnée : {record.reason.rstrip('. ')}."
        return Fate(ChangeKind(str(state)), french(said), heirs, before)

    def _came(self, item: Item) -> Fate:
        """Return the fate of an item that was not on this page."""
        if item.id not in self.old:
            record = self.book.ledger.records.get(item.id)
            when = f"dans l’édition {record.since}" if record is not None else "depuis"
            said = f"N’était pas dans l’édition {self.edition.version} : ajouté {when}."
            return Fate(ChangeKind.ADDED, french(said))
        document, before = self.old[item.id]
        title = self.edition.pages[document].title
        where = f", où c’était, dans « {title} », {_the(before)}"
        fate = self._compared(before, item, where)
        said = french(f"Sans changement {self.since}{where}.")
        return fate or Fate(ChangeKind.MOVED, said)

    def _compared(self, before: Item, after: Item, where: str) -> Fate | None:
        """Return what happened to the words of an item that stands on this page."""
        kind = change_of(before, after)
        if kind is None:
            if where or before.number == after.number:
                return None
            said = f"Sans changement {self.since}, où c’était {_the(before)}."
            return Fate(None, french(said))
        labels = self.book.pages[self.name].labels
        words = self._shown(before, self.old[before.id][0]), say_words(after, labels)
        values = value_changes(before, after)
        if kind is ChangeKind.VALUE and values:
            shown = [f"« {old} » est devenu « {new} »" for _, old, new in values]
            many = "Des chiffres ont" if len(shown) > 1 else "Un chiffre a"
            said = f"{many} changé {self.since}{where} : {say_list(shown)}."
            return Fate(kind, french(said), (), *words)
        record = self.book.ledger.records.get(after.id)
        if record is not None and record.state is AnchorState.SPLIT:
            heirs = tuple(h for h in self.book.heirs(after.id) if h.id != after.id)
            said = f"Texte partagé {self.since}{where}."
            return Fate(ChangeKind.SPLIT, french(said), heirs, *words)
        what = "Texte reformulé" if after.kind.passage else "Contenu modifié"
        return Fate(kind, french(f"{what} {self.since}{where}."), (), *words)

    def _shown(self, item: Item, document: str) -> str:
        return say_words(item, self.edition.pages[document].labels)


def _the(item: Item) -> str:
    """Return how one referred to an item, with its article."""
    name = say_item(item)
    return f"la {name}" if name.startswith(FEMININE) else f"le {name}"
