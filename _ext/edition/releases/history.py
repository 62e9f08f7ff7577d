"""« Historique de l'édition »: what each edition brought, by fixed patterns.

Nobody writes it: it is read from the frozen editions and the ledger.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.releases.changes import ChangeKind, read_changes
from edition.releases.items import ItemKind
from edition.releases.told import say_day, say_item, say_list
from edition.text.spacing import french

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.releases.changes import Change
    from edition.releases.frozen import FrozenEdition
    from edition.releases.shelf import Shelf

__all__ = ["ChangeGroup", "Entry", "ReleaseNote", "read_history"]

TITLES = {
    ChangeKind.ADDED: "Ajouts",
    ChangeKind.REWORDED: "Textes reformulés et contenus modifiés",
    ChangeKind.VALUE: "Passages dont un chiffre a changé",
    ChangeKind.MOVED: "Déplacements d’une page à une autre",
    ChangeKind.SPLIT: "Partages",
    ChangeKind.MERGED: "Fusions",
    ChangeKind.RETIRED: "Retraits",
}

COUNTED = (
    (
        (ItemKind.PARAGRAPH, ItemKind.LIST, ItemKind.DEFINITIONS, ItemKind.QUOTATION),
        ("passage", "passages"),
    ),
    ((ItemKind.SECTION,), ("section", "sections")),
    ((ItemKind.TABLE,), ("tableau", "tableaux")),
    ((ItemKind.CHART, ItemKind.FIGURE), ("figure", "figures")),
    ((ItemKind.ROW,), ("ligne de données", "lignes de données")),
    ((ItemKind.TERM,), ("terme", "termes")),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that changed.

    :param document: the page that has it, or a trace of it.
    :param name: how one refers to it in its page.
    :param said: what more there is to say: where it was, what took over, why.
    """

    id: str
    document: str
    name: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The changes of one kind on one page.

    :param page: title of the page.
    """

    title: str
    page: str
    document: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class ReleaseNote:
    """What an edition brought.

    :param said: what it holds, or that nothing of what can be cited has changed.
    """

    version: str
    date: str
    said: str
    groups: tuple[ChangeGroup, ...] = ()

    @property
    def title(self) -> str:
        """« Édition 0.1, 23 novembre 2026 »."""
        return french(f"Édition {self.version}, {say_day(self.date)}")


def read_history(shelf: Shelf) -> list[ReleaseNote]:
    """Return a note for each edition, the newest first."""
    notes: list[ReleaseNote] = []
    before: FrozenEdition | None = None
    for edition in shelf.editions:
        notes.append(
            _first(edition) if before is None else _next(before, edition, shelf)
        )
        before = edition
    return notes[::-1]


def _first(edition: FrozenEdition) -> ReleaseNote:
    said = f"Première édition : {_count(edition)}."
    return ReleaseNote(edition.version, edition.date, french(said))


def _count(edition: FrozenEdition) -> str:
    """Say what can be cited in an edition."""
    found = Counter(item.kind for _, item in edition.items.values())
    parts = []
    for kinds, nouns in COUNTED:
        count = sum(found[kind] for kind in kinds)
        if count:
            parts.append(f"{_number(count)} {nouns[count > 1]}")
    return say_list(parts) if parts else "aucun passage"


def _number(count: int) -> str:
    return f"{count:,}".replace(",", " ")


def _next(before: FrozenEdition, after: FrozenEdition, shelf: Shelf) -> ReleaseNote:
    changes = read_changes(before.pages, after.pages, shelf.book.ledger)
    groups = tuple(_groups(changes, before, after))
    said = f"{_count(after).capitalize()}."
    if not groups:
        said = f"Aucun passage ni aucune donnée n’a changé ; {_count(after)}."
    return ReleaseNote(after.version, after.date, french(said), groups)


def _groups(
    changes: list[Change], before: FrozenEdition, after: FrozenEdition
) -> Iterator[ChangeGroup]:
    """Yield the changes by kind, and within a kind by page."""
    old, new = before.items, after.items
    for kind, title in TITLES.items():
        by_page: dict[str, list[Entry]] = {}
        for change in changes:
            if change.kind is kind:
                item = (new.get(change.id) or old[change.id])[1]
                said = _said(change, before, after)
                entry = Entry(change.id, change.document, say_item(item), said)
                by_page.setdefault(change.document, []).append(entry)
        for document, entries in by_page.items():
            page = after.pages.get(document) or before.pages[document]
            yield ChangeGroup(title, page.title, document, tuple(entries))


def _said(change: Change, before: FrozenEdition, after: FrozenEdition) -> str:
    parts = []
    if change.was:
        parts.append(f"venu de « {before.pages[change.was].title} »")
    heirs = [after.items[heir] for heir in change.heirs if heir in after.items]
    if heirs:
        names = [
            f"« {after.pages[page].title} », {say_item(item)}" for page, item in heirs
        ]
        parts.append(f"à lire : {say_list(names)}")
    if change.reason:
        parts.append(change.reason.rstrip(". "))
    return french(" ; ".join(parts))
