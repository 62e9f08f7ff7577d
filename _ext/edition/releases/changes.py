"""What became of each passage from one edition to the next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from edition.releases.state import located

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edition.releases.items import Item, ItemKind, PageItems
    from edition.releases.ledger import Ledger

__all__ = ["Change", "ChangeKind", "change_of", "read_changes", "value_changes"]


class ChangeKind(StrEnum):
    """What happened to an item."""

    ADDED = "added"
    REWORDED = "reworded"
    VALUE = "value"
    """Only figures that come from the data are other ones."""
    MOVED = "moved"
    """On another page, its words the same."""
    SPLIT = "split"
    MERGED = "merged"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one item.

    :param document: where it is, or where it was last.
    :param was: the page where it was, when that is another one.
    :param heirs: where it leads now, of one that is split or merged.
    :param reason: of one that is retired.
    """

    kind: ChangeKind
    id: str
    item: ItemKind
    document: str
    was: str = ""
    heirs: tuple[str, ...] = ()
    reason: str = ""


def change_of(before: Item, after: Item) -> ChangeKind | None:
    """Return how the words of an item have changed; nothing when they have not."""
    if before.checksum == after.checksum:
        return None
    if before.frame == after.frame and not after.kind.view and before.values:
        return ChangeKind.VALUE
    return ChangeKind.REWORDED


def value_changes(before: Item, after: Item) -> list[tuple[str, str, str]]:
    """List the values that are other ones: address, words before, words after."""
    pairs = zip(before.values, after.values, strict=False)
    return [(a, old, new) for (a, old), (b, new) in pairs if a == b and old != new]


def read_changes(
    before: Mapping[str, PageItems], after: Mapping[str, PageItems], ledger: Ledger
) -> list[Change]:
    """List what happened between two states, in the order of the pages after.

    :param ledger: that of the later state; it says what became of the lost.
    """
    old, new = located(before), located(after)
    changes: list[Change] = []
    for anchor, (document, item) in new.items():
        if anchor not in old:
            changes.append(Change(ChangeKind.ADDED, anchor, item.kind, document))
            continue
        where, was = old[anchor]
        moved = where if where != document else ""
        kind = change_of(was, item)
        record = ledger.records.get(anchor)
        if record is not None and kind is not None and record.successors:
            heirs = record.successors
            kind_now = ChangeKind(str(record.state))
            changes.append(Change(kind_now, anchor, item.kind, document, moved, heirs))
        elif kind is not None or moved:
            found = kind or ChangeKind.MOVED
            changes.append(Change(found, anchor, item.kind, document, moved))
    for anchor, (document, item) in old.items():
        if anchor in new:
            continue
        record = ledger.records.get(anchor)
        state = str(record.state) if record else "retired"
        kind = ChangeKind(state) if state != "active" else ChangeKind.RETIRED
        heirs = ledger.heirs(anchor) if record and record.successors else ()
        reason = record.reason if record else ""
        changes.append(Change(kind, anchor, item.kind, document, "", heirs, reason))
    return changes
