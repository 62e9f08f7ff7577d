"""The ledger: one line an id ever published, and what became of it.

A line is never removed. Between two releases only editors' decisions change it
(:mod:`.decide`); a release brings it up to date (:mod:`.cut`). It is sorted by id, and
ids are drawn by chance, so that two pull requests seldom touch neighbouring lines.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from edition.releases.items import ItemKind

__all__ = ["COLUMNS", "AnchorRecord", "AnchorState", "Ledger", "ledger_text"]

COLUMNS = (
    "id",
    "kind",
    "document",
    "since",
    "changed",
    "checksum",
    "state",
    "successors",
    "reason",
    "same",
)


class AnchorState(StrEnum):
    """What became of an id; the values are a promise of the ledger."""

    ACTIVE = "active"
    """It names something of the text of today."""
    SPLIT = "split"
    """What it named stands in several places; it may go on naming the first."""
    MERGED = "merged"
    """What it named is part of something else."""
    RETIRED = "retired"
    """What it named is no longer in the edition."""


@dataclass(frozen=True, slots=True)
class AnchorRecord:
    """One id.

    :param document: where it stood in the last edition that had it.
    :param since: the edition in which it was published first.
    :param changed: the edition that last changed its words, its page or its state.
    :param checksum: of its words in the last edition that had it.
    :param successors: the ids that took over, in order.
    :param reason: why, in a sentence; of a retired id always.
    :param same: the checksum of other words that an editor has accepted as the same
        passage; empty again after the next release.
    """

    id: str
    kind: ItemKind
    document: str
    since: str
    changed: str
    checksum: str
    state: AnchorState = AnchorState.ACTIVE
    successors: tuple[str, ...] = ()
    reason: str = ""
    same: str = ""

    @property
    def stands(self) -> bool:
        """Whether the text of today must hold it."""
        return self.state is AnchorState.ACTIVE or self.id in self.successors

    def cells(self) -> tuple[str, ...]:
        """Return the cells of its line."""
        return (
            self.id,
            str(self.kind),
            self.document,
            self.since,
            self.changed,
            self.checksum,
            str(self.state),
            " ".join(self.successors),
            self.reason,
            self.same,
        )


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every id ever published.

    :param lines: the line of each id in the file, for messages.
    """

    records: Mapping[str, AnchorRecord] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)

    def line(self, anchor: str) -> int:
        """Return the line of an id; 0 when it has none."""
        return self.lines.get(anchor, 0)

    def heirs(self, anchor: str) -> tuple[str, ...]:
        """Return where an id leads at last: its successors' successors, closed.

        What stands is its own heir; an id that leads round in a circle, which the
        reader of the ledger refuses, ends where the circle closes.
        """
        found: dict[str, None] = {}
        seen = {anchor}
        waiting = [anchor]
        while waiting:
            current = waiting.pop(0)
            record = self.records.get(current)
            if record is None or record.stands:
                found[current] = None
            if record is None:
                continue
            for successor in record.successors:
                if successor not in seen:
                    seen.add(successor)
                    waiting.append(successor)
        return tuple(found)

    def with_records(self, changed: Iterable[AnchorRecord]) -> Ledger:
        """Return a ledger in which some lines are new or other."""
        records = dict(self.records)
        records.update((record.id, record) for record in changed)
        return Ledger(dict(sorted(records.items())))


def ledger_text(ledger: Ledger) -> str:
    """Return the file of a ledger."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(record.cells() for _, record in sorted(ledger.records.items()))
    return file.getvalue()
