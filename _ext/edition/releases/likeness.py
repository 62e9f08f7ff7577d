"""How far two texts are the same passage.

Measured on pairs of neighbouring words, which a sentence moved inside its passage keeps
and two passages on one subject seldom share: the part of the shorter text's pairs that
the other holds too (the overlap coefficient of Szymkiewicz and Simpson). A passage
that was cut, or to which sentences were added, therefore remains itself. An edit that
touches every other word leaves few pairs; then the words that stand in both in the same
order decide (longest matching runs, :mod:`difflib`).
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

__all__ = ["Profile", "likeness", "profile"]

WORD = re.compile(r"\[[^\[\]]*\]|\w+")
"""A word; a value's address or a citation's key between brackets counts as one."""

FEWEST_WORDS = 8
"""A shorter text has too few pairs: its letters are compared."""

ORDERED_WEIGHT = 0.75
"""Common words are met in any two French texts: their order counts for less."""


class Profile:
    """A text as it is compared: its words, and how often each pair of words."""

    __slots__ = ("count", "pairs", "words")

    def __init__(self, text: str) -> None:
        self.words = [word.casefold() for word in WORD.findall(text)]
        self.pairs = Counter(zip(self.words, self.words[1:], strict=False))
        self.count = self.pairs.total()


@lru_cache(maxsize=8192)
def profile(text: str) -> Profile:
    """Return the profile of a text, made once."""
    return Profile(text)


def likeness(one: str, other: str) -> float:
    """Return how far two texts are the same passage, from 0 to 1."""
    if one == other:
        return 1.0
    first, second = profile(one), profile(other)
    if min(len(first.words), len(second.words)) < FEWEST_WORDS:
        return _letters(first, second)
    shared = (first.pairs & second.pairs).total() / min(first.count, second.count)
    if shared >= ORDERED_WEIGHT:
        return shared
    return max(shared, _ordered(first, second))


def _letters(first: Profile, second: Profile) -> float:
    texts = (" ".join(first.words), " ".join(second.words))
    return SequenceMatcher(None, *texts, autojunk=False).ratio()


def _ordered(first: Profile, second: Profile) -> float:
    """Return the weighted part of the words that stand in both in one order."""
    matcher = SequenceMatcher(None, first.words, second.words, autojunk=False)
    common = sum(block.size for block in matcher.get_matching_blocks())
    longest = max(len(first.words), len(second.words))
    return ORDERED_WEIGHT * common / longest
