"""The gate: no published id dies, or comes to name something else, without a word.

What the last edition and the ledger promise is compared with the edition of today.
Words that only changed (an edit, a value, a move, a cut, an addition) pass; words that
are no longer those of the same passage do not, nor words that are another's.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from edition.releases.items import Item, ItemKind
from edition.releases.ledger import AnchorState
from edition.releases.likeness import FEWEST_WORDS, likeness, profile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from edition.releases.ledger import AnchorRecord, Ledger

__all__ = ["Fault", "FaultKind", "Gate", "Located", "compare", "compared_words"]

Located = tuple[str, Item]
"""The page that holds an item, and the item."""

SAME = 0.35
"""Less likeness is another passage. Measured on the text of 2026: two passages taken by
chance are below 0.30 in 95 of 100 cases, the same passage after an edit of a third of
its words above 0.45."""

OTHERS = 0.5
"""A passage of this likeness to another's words, and liker to them than to its own by
``MARGIN``, has taken the other's place."""

MARGIN = 0.1

HALF = 0.5

FEWEST_SHARED = 0.25
"""Of its pairs of words, a passage must share so many to be compared with another."""


class FaultKind(StrEnum):
    """What can be wrong with an id that was published."""

    LOST = "lost"
    """It is gone, and nobody has said what became of it."""
    OTHER = "other"
    """It names other words."""
    TAKEN = "taken"
    """It names the words of another id."""
    REVIVED = "revived"
    """It was retired and names something again."""
    HEIRLESS = "heirless"
    """A successor of it neither stands in the text nor leads to what does."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One id with what is wrong.

    :param document: where it is, or where it was.
    :param line: in that page; 0 when it is gone.
    :param other: the id whose words it has, or the successor that leads nowhere.
    """

    kind: FaultKind
    id: str
    item: ItemKind
    document: str
    line: int = 0
    other: str = ""


def compare(
    ledger: Ledger, frozen: Mapping[str, Located], now: Mapping[str, Located]
) -> list[Fault]:
    """Return the faults of the published ids, in the order of the ledger.

    :param frozen: what the last edition held.
    :param now: what the edition holds today.
    """
    return Gate(frozen).compare(ledger, now)


class Gate:
    """What the last edition held, to be compared with as many states as one likes."""

    def __init__(self, frozen: Mapping[str, Located]) -> None:
        self.frozen = frozen
        self._words = _Words(frozen)

    def compare(self, ledger: Ledger, now: Mapping[str, Located]) -> list[Fault]:
        """Return the faults of the published ids, in the order of the ledger."""
        state = _State(ledger, self.frozen, now, self._words)
        return [
            fault for record in ledger.records.values() for fault in state.check(record)
        ]


def compared_words(item: Item) -> str:
    """Return the words by which an item is known again.

    A value counts as its address, so that new figures leave a passage itself; a row is
    known by its cells but the first, which is its id.
    """
    if item.kind is ItemKind.ROW:
        return item.words.partition(" | ")[2]
    frame = item.frame
    return frame if len(profile(frame).words) >= FEWEST_WORDS else item.words


@dataclass(frozen=True, slots=True)
class _State:
    ledger: Ledger
    frozen: Mapping[str, Located]
    now: Mapping[str, Located]
    others: _Words

    def check(self, record: AnchorRecord) -> Iterator[Fault]:
        """List what is wrong with one id."""
        found = self.now.get(record.id)
        if not record.stands:
            if found is not None:
                yield self._fault(FaultKind.REVIVED, record, found)
            yield from self._heirless(record)
            return
        if found is None:
            yield Fault(FaultKind.LOST, record.id, record.kind, record.document)
            return
        yield from self._heirless(record)
        _document, item = found
        if item.checksum in (record.checksum, record.same):
            return
        before = self.frozen.get(record.id)
        if before is None:
            return  # an edition file is missing, which is told
        if item.kind is ItemKind.SECTION:
            yield from self._section(record, before, found)
        else:
            yield from self._words(record, before[1], found)

    def _heirless(self, record: AnchorRecord) -> Iterator[Fault]:
        for successor in record.successors:
            if successor == record.id:
                continue
            heirs = self.ledger.heirs(successor)
            stands = any(heir in self.now for heir in heirs)
            known = successor in self.ledger.records
            # A successor that was itself retired is an end that has been explained.
            if not stands and not (known and not self.ledger.records[successor].stands):
                document = record.document
                yield Fault(
                    FaultKind.HEIRLESS, record.id, record.kind, document, 0, successor
                )

    def _words(
        self, record: AnchorRecord, before: Item, found: Located
    ) -> Iterator[Fault]:
        words = compared_words(found[1])
        own = likeness(compared_words(before), words)
        if own == 1.0:
            return
        taken = self.others.taken(record.id, words, own)
        if taken and self._gave_up(taken):
            yield self._fault(FaultKind.TAKEN, record, found, taken)
        elif own < SAME:
            yield self._fault(FaultKind.OTHER, record, found)

    def _gave_up(self, other: str) -> bool:
        """Whether an id no longer has the words that another has now."""
        found = self.now.get(other)
        if found is None:
            record = self.ledger.records.get(other)
            # Merged into the passage: its words are there by an editor's decision.
            return record is None or record.state is not AnchorState.MERGED
        before = self.frozen[other][1]
        return compared_words(found[1]) != compared_words(before)

    def _section(
        self, record: AnchorRecord, before: Located, found: Located
    ) -> Iterator[Fault]:
        """List what is wrong with a section: title or contents may change, not both."""
        title, was = found[1].words, before[1].words
        if title == was:
            return
        held = {i.id for _, i in self.frozen.values() if self._held(i, record.id)}
        holds = {i.id for _, i in self.now.values() if self._held(i, record.id)}
        known = {i for i in holds if i in self.frozen}
        if held and known and len(held & known) >= HALF * min(len(held), len(known)):
            return
        owner = next(
            (
                item.id
                for _, item in self.frozen.values()
                if item.kind is ItemKind.SECTION
                and item.id != record.id
                and item.words == title
            ),
            "",
        )
        if owner and self._gave_up(owner):
            yield self._fault(FaultKind.TAKEN, record, found, owner)
        elif (known or (held and before[0] != found[0])) and likeness(
            was, title
        ) < HALF:
            yield self._fault(FaultKind.OTHER, record, found)

    @staticmethod
    def _held(item: Item, section: str) -> bool:
        return item.section == section and item.id != section and not item.kind.of_data

    @staticmethod
    def _fault(
        kind: FaultKind, record: AnchorRecord, found: Located, other: str = ""
    ) -> Fault:
        return Fault(kind, record.id, record.kind, found[0], found[1].line, other)


class _Words:
    """The words of the last edition, found by the pairs that they hold."""

    def __init__(self, frozen: Mapping[str, Located]) -> None:
        self.frozen = frozen

    @cached_property
    def _exact(self) -> Mapping[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for anchor, (_, item) in self.frozen.items():
            if item.kind is not ItemKind.SECTION:
                found[compared_words(item)].append(anchor)
        return found

    @cached_property
    def _pairs(self) -> Mapping[tuple[str, str], list[str]]:
        """Which passages and views hold a pair of words; rows are too alike for it."""
        found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for anchor, (_, item) in self.frozen.items():
            if item.kind.passage or item.kind.view:
                for pair in profile(compared_words(item)).pairs:
                    found[pair].append(anchor)
        return found

    def taken(self, anchor: str, words: str, own: float) -> str:
        """Return the other id whose words these are; empty when there is none."""
        if exact := [other for other in self._exact.get(words, ()) if other != anchor]:
            return exact[0]
        pairs = profile(words).pairs
        shared: defaultdict[str, int] = defaultdict(int)
        for pair in pairs:
            for other in self._pairs.get(pair, ()):
                shared[other] += 1
        shared.pop(anchor, None)
        enough = FEWEST_SHARED * len(pairs)
        best, most = "", max(OTHERS, own + MARGIN)
        for other, count in shared.items():
            old = compared_words(self.frozen[other][1])
            if count < min(enough, FEWEST_SHARED * len(profile(old).pairs)):
                continue
            if (found := likeness(old, words)) >= most:
                best, most = other, found
        return best
