"""Pull requests made by chance on a book, each with what the gate must say of it.

*Harmless* is what leaves a passage itself: a slip mended, up to a third of its words
replaced, a sentence added, up to two fifths cut, sentences in another order, a new
figure, a move within a page or to another one, a page renamed, a section retitled, a
passage added; and a deletion, a cut in two or a fusion that an editor has put down.

*Harmful* is what leaves a published id nowhere, or on the words of something else: a
deletion or a fusion of which nobody said a word, a mistyped id, ids exchanged between
two passages (also when both were edited, also between the two that are most alike), ids
that slid down by one, an id kept before a wholly new text, a retired id used again.

Between a third and all of the words nobody could tell an edit from another passage: such
requests are not made. A book is pages of blocks, so that the same requests are made on
the sources of an edition and on items alone.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from edition.anchors.ids import mint
from edition.releases.decide import Decider
from edition.releases.gate import Located
from edition.releases.ledger import Ledger
from edition.releases.likeness import likeness

__all__ = ["Block", "Book", "PullRequest", "Requests", "closest_pairs"]

# A role with its text, code, a link: what an edit of words must not touch.
PROTECTED = re.compile(r"\{[^}]*\}`[^`]*`|`[^`]*`|\[[^\]]*\](?:\([^)]*\))?|[*_#>|]+")
WORD = re.compile(r"[^\W\d_]{3,}")
SENTENCE = re.compile(r"(?<=[.?!»])\s+(?=[A-ZÀ-Ý«])")

REWORDED = 1 / 3
CUT = 2 / 5


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a page: a passage, a section's heading, or something between.

    :param id: empty for what has none.
    :param title: whether it is the heading of a section.
    """

    id: str
    text: str
    title: bool = False

    @property
    def passage(self) -> bool:
        """Whether chance may edit, move and remove it."""
        return bool(self.id) and not self.title


Book = Mapping[str, tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class PullRequest:
    """What one proposes.

    :param kind: what was done, in a word.
    :param pages: the pages that changed; ``None`` for one that is gone.
    :param touched: the published ids that are in danger; of a harmful request one of
        them must be accused.
    :param decide: what the editor puts down, of the ledger as it was.
    :param value: address of a value that is another one now.
    """

    kind: str
    harmless: bool
    pages: Mapping[str, tuple[Block, ...] | None]
    touched: tuple[str, ...]
    decide: Callable[[Decider], Ledger] | None = None
    value: str = ""


@dataclass
class Requests:
    """Makes requests on one book.

    :param twins: pairs of passages that are most alike, the hardest to tell apart.
    :param values: for each id, the addresses of the values in it.
    """

    book: Book
    chance: random.Random
    twins: Sequence[tuple[str, str]]
    values: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.where = {
            block.id: (name, at)
            for name, page in self.book.items()
            for at, block in enumerate(page)
            if block.id
        }
        self.passages = [i for i in self.where if self.block(i).passage]
        self.sections = [i for i in self.where if self.block(i).title]
        texts = (self.block(anchor).text for anchor in self.passages)
        self.words = [w for text in texts for w in WORD.findall(_bare(text))]
        self.long = [i for i in self.passages if len(_places(self.block(i).text)) >= 20]
        self.many = [
            i for i in self.long if len(SENTENCE.split(self.block(i).text)) > 2
        ]

    def block(self, anchor: str) -> Block:
        """Return the block of an id."""
        name, at = self.where[anchor]
        return self.book[name][at]

    def make(self) -> PullRequest:
        """Make one, of a kind drawn by chance."""
        makers = [*HARMLESS, *HARMFUL]
        if not self.values:
            makers.remove(Requests.new_value)
        return self.chance.choice(makers)(self)

    # -- harmless --------------------------------------------------------------------

    def slip(self) -> PullRequest:
        """Mend a slip: a letter more in one or two words."""
        anchor = self.chance.choice(self.passages)
        return self._edited("slip", anchor, self._slipped(anchor))

    def reword(self) -> PullRequest:
        """Replace up to a third of the words."""
        anchor = self.chance.choice(self.long)
        return self._edited("reword", anchor, self._reworded(anchor))

    def add_sentence(self) -> PullRequest:
        """Add a sentence."""
        anchor = self.chance.choice(self.long)
        text = (
            f"{self.block(anchor).text}\n{self._sentence(self.chance.randint(6, 25))}"
        )
        return self._edited("add-sentence", anchor, text)

    def cut(self) -> PullRequest:
        """Cut up to two fifths, from the end."""
        anchor = self.chance.choice(self.long)
        return self._edited("cut", anchor, self._cut(anchor))

    def reorder(self) -> PullRequest:
        """Put the sentences in another order."""
        anchor = self.chance.choice(self.many)
        parts = SENTENCE.split(self.block(anchor).text)
        self.chance.shuffle(parts)
        return self._edited("reorder", anchor, "\n".join(parts))

    def new_value(self) -> PullRequest:
        """Change a figure in the data."""
        anchor = self.chance.choice([*self.values])
        value = self.chance.choice(self.values[anchor])
        name, _ = self.where[anchor]
        page = {name: self.book[name]}
        return PullRequest("new-value", True, page, (anchor,), value=value)

    def insert(self) -> PullRequest:
        """Add a passage with an id of its own."""
        anchor = self.chance.choice(self.passages)
        name, at = self.where[anchor]
        page = list(self.book[name])
        page.insert(at, self._new(self.chance.randint(12, 60)))
        return PullRequest("insert", True, {name: tuple(page)}, (anchor,))

    def move_within(self) -> PullRequest:
        """Move a passage to another place of its page."""
        anchor = self.chance.choice(self.passages)
        name, at = self.where[anchor]
        page = list(self.book[name])
        block = page.pop(at)
        page.insert(self.chance.choice(self._gaps(page)), block)
        return PullRequest("move-within", True, {name: tuple(page)}, (anchor,))

    def move_away(self) -> PullRequest:
        """Move a passage to another page."""
        anchor = self.chance.choice(self.passages)
        name, at = self.where[anchor]
        other = self.chance.choice([page for page in self.book if page != name])
        left, come = list(self.book[name]), list(self.book[other])
        block = left.pop(at)
        come.insert(self.chance.choice(self._gaps(come)), block)
        pages = {name: tuple(left), other: tuple(come)}
        return PullRequest("move-away", True, pages, (anchor,))

    def rename(self) -> PullRequest:
        """Give a page another name."""
        name = self.chance.choice([*self.book])
        page = self.book[name]
        ids = tuple(block.id for block in page if block.id)
        pages = {name: None, f"{name}-autre": page}
        return PullRequest("rename", True, pages, ids)

    def retitle(self) -> PullRequest:
        """Give a section that holds passages another title."""
        held = [i for i in self.sections if self._holds(i) > 1]
        anchor = self.chance.choice(held)
        signs = re.match(r"#*\s*", self.block(anchor).text)
        words = " ".join(self.chance.choices(self.words, k=self.chance.randint(2, 6)))
        text = f"{signs[0] if signs else ''}{words.capitalize()}"
        return self._edited("retitle", anchor, text)

    def retire(self) -> PullRequest:
        """Delete a passage, and say so."""
        anchor = self.chance.choice(self.passages)

        def decide(decider: Decider) -> Ledger:
            return decider.retire([anchor], "Le passage n’a plus lieu d’être.")

        return PullRequest("retire", True, self._without(anchor), (anchor,), decide)

    def split(self) -> PullRequest:
        """Cut a passage in two; the second half has a new id; say so."""
        anchor = self.chance.choice(self.many)
        name, at = self.where[anchor]
        parts = SENTENCE.split(self.block(anchor).text)
        half = len(parts) // 2
        first = replace(self.block(anchor), text="\n".join(parts[:half]))
        second = Block(self._mint(), "\n".join(parts[half:]))
        page = [*self.book[name][:at], first, second, *self.book[name][at + 1 :]]

        def decide(decider: Decider) -> Ledger:
            return decider.split(anchor, [anchor, second.id])

        return PullRequest("split", True, {name: tuple(page)}, (anchor,), decide)

    def merge(self) -> PullRequest:
        """Melt a passage into the one before it, and say so."""
        return self._merged(said=True)

    # -- harmful ---------------------------------------------------------------------

    def delete(self) -> PullRequest:
        """Delete a passage without a word."""
        anchor = self.chance.choice(self.passages)
        return PullRequest("delete", False, self._without(anchor), (anchor,))

    def delete_section(self) -> PullRequest:
        """Take the id of a section away, its heading stays."""
        anchor = self.chance.choice(self.sections)
        return PullRequest(
            "delete-section",
            False,
            self._with(anchor, replace(self.block(anchor), id="")),
            (anchor,),
        )

    def mistype(self) -> PullRequest:
        """Type another id before a passage."""
        anchor = self.chance.choice(self.passages)
        block = replace(self.block(anchor), id=self._mint())
        return PullRequest("mistype", False, self._with(anchor, block), (anchor,))

    def merge_silently(self) -> PullRequest:
        """Melt a passage into the one before it without a word."""
        return self._merged(said=False)

    def swap(self) -> PullRequest:
        """Exchange the ids of two passages."""
        one, other = self.chance.sample(self.passages, 2)
        return self._swapped("swap", one, other)

    def swap_neighbours(self) -> PullRequest:
        """Exchange the ids of two passages of one page."""
        return self._swapped("swap-neighbours", *self._neighbours())

    def swap_twins(self) -> PullRequest:
        """Exchange the ids of two passages that are very much alike."""
        return self._swapped("swap-twins", *self.chance.choice(self.twins))

    def swap_twins_edited(self) -> PullRequest:
        """Exchange the ids of two passages that are alike, and mend a slip in both."""
        one, other = self.chance.choice(self.twins)
        edits = {one: self._slipped(one), other: self._slipped(other)}
        return self._swapped("swap-twins-edited", one, other, edits)

    def swap_edited(self) -> PullRequest:
        """Exchange the ids of two passages and edit both."""
        one, other = self.chance.sample(self.long, 2)
        edits = {one: self._reworded(one), other: self._reworded(other)}
        return self._swapped("swap-edited", one, other, edits)

    def slide(self) -> PullRequest:
        """Let all ids of a page slide down by one passage; the last is lost."""
        pages = [n for n in self.book if sum(b.passage for b in self.book[n]) > 3]
        name = self.chance.choice(pages)
        ids = [block.id for block in self.book[name] if block.passage]
        left = [self._mint(), *ids[:-1]]
        page = tuple(
            replace(block, id=left.pop(0)) if block.passage else block
            for block in self.book[name]
        )
        return PullRequest("slide", False, {name: page}, tuple(ids))

    def paste_over(self) -> PullRequest:
        """Keep an id before a wholly new text."""
        anchor = self.chance.choice(self.long)
        length = max(12, len(WORD.findall(self.block(anchor).text)))
        block = replace(self.block(anchor), text=self._sentence(length))
        return PullRequest("paste-over", False, self._with(anchor, block), (anchor,))

    def revive(self) -> PullRequest:
        """Use a retired id again, for a new passage."""
        anchor = self.chance.choice(self.passages)
        block = Block(anchor, self._sentence(30))

        def decide(decider: Decider) -> Ledger:
            now = {i: found for i, found in decider.now.items() if i != anchor}
            bare = Decider(decider.ledger, decider.frozen, now, place=decider.place)
            return bare.retire([anchor], "Le passage n’a plus lieu d’être.")

        return PullRequest(
            "revive", False, self._with(anchor, block), (anchor,), decide
        )

    # -- how it is done --------------------------------------------------------------

    def _edited(self, kind: str, anchor: str, text: str) -> PullRequest:
        block = replace(self.block(anchor), text=text)
        return PullRequest(kind, True, self._with(anchor, block), (anchor,))

    def _with(self, anchor: str, block: Block) -> dict[str, tuple[Block, ...]]:
        name, at = self.where[anchor]
        page = self.book[name]
        return {name: (*page[:at], block, *page[at + 1 :])}

    def _without(self, anchor: str) -> dict[str, tuple[Block, ...]]:
        name, at = self.where[anchor]
        page = self.book[name]
        return {name: (*page[:at], *page[at + 1 :])}

    def _neighbours(self) -> tuple[str, str]:
        name = self.chance.choice(
            [n for n in self.book if sum(b.passage for b in self.book[n]) > 1]
        )
        ids = [block.id for block in self.book[name] if block.passage]
        at = self.chance.randrange(len(ids) - 1)
        return ids[at], ids[at + 1]

    def _merged(self, *, said: bool) -> PullRequest:
        into, anchor = self._neighbours()
        name, at = self.where[anchor]
        text = f"{self.block(into).text}\n{self.block(anchor).text}"
        page = [
            replace(block, text=text) if block.id == into else block
            for block in self.book[name]
        ]
        del page[at]

        def decide(decider: Decider) -> Ledger:
            return decider.merge([anchor], into)

        return PullRequest(
            "merge" if said else "merge-silently",
            said,
            {name: tuple(page)},
            (anchor,),
            decide if said else None,
        )

    def _swapped(
        self, kind: str, one: str, other: str, edits: Mapping[str, str] | None = None
    ) -> PullRequest:
        ids = {one: other, other: one}
        edits = edits or {}
        pages = {}
        for name in {self.where[one][0], self.where[other][0]}:
            pages[name] = tuple(
                Block(ids[block.id], edits.get(block.id, block.text))
                if block.id in ids
                else block
                for block in self.book[name]
            )
        return PullRequest(kind, False, pages, (one, other))

    def _reworded(self, anchor: str) -> str:
        text = self.block(anchor).text
        places = _places(text)
        count = self.chance.randint(1, max(1, int(len(places) * REWORDED)))
        for start, end in sorted(self.chance.sample(places, count), reverse=True):
            text = f"{text[:start]}{self.chance.choice(self.words)}{text[end:]}"
        return text

    def _cut(self, anchor: str) -> str:
        text = self.block(anchor).text
        places = _places(text)
        kept = len(places) - self.chance.randint(1, int(len(places) * CUT))
        end = places[kept][0]
        # Not inside of a role, a link or code.
        for found in PROTECTED.finditer(text):
            if found.start() < end < found.end():
                end = found.start()
        return f"{text[:end].rstrip()}."

    def _slipped(self, anchor: str) -> str:
        text = self.block(anchor).text
        places = _places(text)
        count = min(len(places), self.chance.randint(1, 2))
        for _, end in sorted(self.chance.sample(places, count), reverse=True):
            text = f"{text[:end]}e{text[end:]}"
        return text

    def _sentence(self, length: int) -> str:
        words = self.chance.choices(self.words, k=length)
        return f"{' '.join(words).capitalize()}."

    def _new(self, length: int) -> Block:
        return Block(self._mint(), self._sentence(length))

    def _mint(self) -> str:
        return mint("p", set(self.where), rng=self.chance)

    @staticmethod
    def _gaps(page: Sequence[Block]) -> list[int]:
        """List where a passage may stand: before another one, or after the last."""
        return [at for at, block in enumerate(page) if block.passage] or [len(page)]

    def _holds(self, section: str) -> int:
        """Count the passages that stand right under a heading."""
        name, at = self.where[section]
        count = 0
        for block in self.book[name][at + 1 :]:
            if block.title:
                break
            count += block.passage
        return count


HARMLESS = (
    Requests.slip,
    Requests.reword,
    Requests.add_sentence,
    Requests.cut,
    Requests.reorder,
    Requests.new_value,
    Requests.insert,
    Requests.move_within,
    Requests.move_away,
    Requests.rename,
    Requests.retitle,
    Requests.retire,
    Requests.split,
    Requests.merge,
)
HARMFUL = (
    Requests.delete,
    Requests.delete_section,
    Requests.mistype,
    Requests.merge_silently,
    Requests.swap,
    Requests.swap_neighbours,
    Requests.swap_twins,
    Requests.swap_twins_edited,
    Requests.swap_edited,
    Requests.slide,
    Requests.paste_over,
    Requests.revive,
)


def closest_pairs(
    items: Mapping[str, Located], most: int, *, longer: int = 0
) -> list[tuple[str, str]]:
    """Return the pairs of passages with the likest words, the likest first.

    :param longer: how many words a passage must have.

    Pairs that say the same, word for word, are left out: nobody could tell a swap.
    """
    texts = {
        i: item.frame
        for i, (_, item) in items.items()
        if item.kind.passage and len(WORD.findall(item.frame)) >= longer
    }
    # The words that two texts share are soon counted, and say where to look closer.
    bags = {i: frozenset(WORD.findall(text.lower())) for i, text in texts.items()}
    pairs = [pair for pair in combinations(bags, 2) if bags[pair[0]] and bags[pair[1]]]
    pairs.sort(key=lambda pair: _shared(bags[pair[0]], bags[pair[1]]), reverse=True)
    close = pairs[: 20 * most]
    found = sorted(
        ((likeness(texts[one], texts[other]), one, other) for one, other in close),
        reverse=True,
    )
    return [(one, other) for near, one, other in found if near < 1][:most]


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other))


def _bare(text: str) -> str:
    return PROTECTED.sub(" ", text)


def _places(text: str) -> list[tuple[int, int]]:
    """List where the words stand that an edit may change."""
    shielded = [found.span() for found in PROTECTED.finditer(text)]
    return [
        found.span()
        for found in WORD.finditer(text)
        if not any(
            start < found.end() and found.start() < end for start, end in shielded
        )
    ]
