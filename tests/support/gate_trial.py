"""Pull requests tried on the gate: on the sources of an edition, or on items alone."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from edition.paths import EditionPaths
from edition.releases.decide import Decider
from edition.releases.gate import Gate, Located
from edition.releases.items import Item, ItemKind, PageItems
from edition.releases.ledger import AnchorRecord, Ledger
from edition.releases.resolve import DataWords
from edition.releases.snapshot import PageReader
from edition.releases.state import located
from edition.tables.source import TableSource
from edition.text.roles import Use
from support.pull_requests import Block, Book, PullRequest, Requests, closest_pairs

__all__ = ["Outcome", "Trial", "trial_of_items", "trial_of_sources"]

VERSION = "0.1"
TWINS = 40

Read = Callable[[str, tuple[Block, ...], str], Mapping[str, Located]]
"""Reads the items of a page: its name, its blocks, the value that is another one."""


@dataclass
class Outcome:
    """How often the gate was right."""

    harmless: Counter[str] = field(default_factory=Counter)
    harmful: Counter[str] = field(default_factory=Counter)
    alarms: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def alarm_rate(self) -> float:
        """The part of harmless requests that were refused."""
        return len(self.alarms) / max(1, self.harmless.total())

    def __str__(self) -> str:
        return (
            f"{self.harmful.total()} harmful, {len(self.missed)} missed; "
            f"{self.harmless.total()} harmless, {len(self.alarms)} refused "
            f"({self.alarm_rate:.2%}: {dict(Counter(a.split()[0] for a in self.alarms))})"
        )


@dataclass
class Trial:
    """A released book and the gate before it."""

    book: Book
    read: Read
    values: Mapping[str, list[str]]

    def __post_init__(self) -> None:
        self.pages = {
            name: self.read(name, page, "") for name, page in self.book.items()
        }
        self.frozen = {
            i: found for page in self.pages.values() for i, found in page.items()
        }
        self.ledger = Ledger(
            {
                anchor: AnchorRecord(
                    anchor, item.kind, document, VERSION, VERSION, item.checksum
                )
                for anchor, (document, item) in sorted(self.frozen.items())
            }
        )
        self.gate = Gate(self.frozen)

    def requests(self, seed: int, count: int) -> Iterable[PullRequest]:
        """Make requests, the same for the same seed."""
        known = {block.id for page in self.book.values() for block in page}
        values = {i: found for i, found in self.values.items() if i in known}
        alike = {i: found for i, found in self.frozen.items() if i in known}
        # The likest of all are short quotations; the next, paragraphs.
        twins = closest_pairs(alike, TWINS) + closest_pairs(alike, TWINS, longer=20)
        maker = Requests(self.book, random.Random(seed), twins, values)
        return (maker.make() for _ in range(count))

    def run(self, requests: Iterable[PullRequest]) -> Outcome:
        """Ask the gate about each."""
        outcome = Outcome()
        for request in requests:
            accused = self._accused(request)
            said = f"{request.kind} {' '.join(request.touched[:3])}"
            if request.harmless:
                outcome.harmless[request.kind] += 1
                if accused:
                    outcome.alarms.append(f"{said} : {accused}")
            else:
                outcome.harmful[request.kind] += 1
                if not accused & set(request.touched):
                    outcome.missed.append(said)
        return outcome

    def _accused(self, request: PullRequest) -> set[str]:
        changed = {
            name: {} if page is None else self.read(name, page, request.value)
            for name, page in request.pages.items()
        }
        now = {
            anchor: found
            for name, page in {**self.pages, **changed}.items()
            for anchor, found in page.items()
        }
        ledger = self.ledger
        if request.decide is not None:
            ledger = request.decide(Decider(ledger, self.frozen, now, place="essai"))
        return {fault.id for fault in self.gate.compare(ledger, now)}


# -- on items --------------------------------------------------------------------------


def trial_of_items(pages: Mapping[str, PageItems]) -> Trial:
    """Return a trial on the passages and sections of a book, without its sources."""
    kinds = {item.id: item.kind for page in pages.values() for item in page.items}
    book = {
        name: tuple(
            Block(item.id, item.frame, item.kind is ItemKind.SECTION)
            for item in page.items
            if item.kind.passage or item.kind is ItemKind.SECTION
        )
        for name, page in pages.items()
    }
    values = {
        item.id: [address for address, _ in item.values]
        for page in pages.values()
        for item in page.items
        if item.values
    }

    def read(name: str, page: tuple[Block, ...], value: str) -> dict[str, Located]:
        found: dict[str, Located] = {}
        section = ""
        for block in page:
            section = block.id if block.title else section
            if not block.id:
                continue
            kind = kinds.get(block.id, ItemKind.PARAGRAPH)
            words, skeleton = block.text, ""
            if value and f"[{value}]" in words:
                words, skeleton = words.replace(f"[{value}]", "1 234"), words
            item = Item(block.id, kind, section=section, words=words, skeleton=skeleton)
            found[block.id] = (name, item)
        return found

    return Trial(book, read, values)


# -- on sources ------------------------------------------------------------------------


def trial_of_sources(paths: EditionPaths, snapshot: Mapping[str, PageItems]) -> Trial:
    """Return a trial on the sources of an edition: its chapters, annexes and guide."""
    paragraphs = {
        item.id
        for page in snapshot.values()
        for item in page.items
        if item.kind is ItemKind.PARAGRAPH
    }
    texts = {
        name: (paths.root / f"{name}.md").read_text(encoding="utf-8")
        for name, page in snapshot.items()
        if any(item.id in paragraphs for item in page.items)
    }
    book = {name: tuple(_blocks(text, paragraphs)) for name, text in texts.items()}
    words = DataWords(TableSource(paths))
    values = {
        item.id: [address for address, _ in item.values]
        for page in snapshot.values()
        for item in page.items
        if item.values
    }

    def read(name: str, page: tuple[Block, ...], value: str) -> dict[str, Located]:
        def resolve(use: Use) -> str | None:
            return "1 234" if value and use.argument == value else words(use)

        items = PageReader(paths, resolve).page(_source(page), name)
        return located({name: items})

    return Trial(book, read, values)


def _blocks(text: str, paragraphs: set[str]) -> Iterable[Block]:
    for part in text.split("\n\n"):
        mark, _, rest = part.partition(")=\n")
        anchor = mark.removeprefix("(")
        if anchor in paragraphs:
            yield Block(anchor, rest)
        elif anchor.startswith("sec-") and rest:
            yield Block(anchor, rest, title=True)
        else:
            yield Block("", part)


def _source(page: Iterable[Block]) -> str:
    return "\n\n".join(f"({b.id})=\n{b.text}" if b.id else b.text for b in page)
