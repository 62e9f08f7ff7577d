"""The ids of passages: their form, and new ones.

An id is a letter for the kind and five signs drawn at random. It carries no order and
no meaning, so that no edit of the text is a reason to change it. The signs leave out
those that are taken for one another (0 and o, 1, i and l) and the vowels, so that no
id spells a word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Collection

__all__ = ["ALPHABET", "find_ids", "is_anchor", "is_section", "mint", "prefix_of"]

ALPHABET = "23456789bcdfghjkmnpqrstvwxyz"
LENGTH = 5
PREFIXES = "pqtf"
"""Paragraph or list, quotation, table, figure."""

MOST_TRIES = 1000

_SHAPE = re.compile(rf"(?P<prefix>[{PREFIXES}])-[{ALPHABET}]{{{LENGTH}}}")
_SECTION = re.compile(r"sec-[a-z0-9]+(?:-[a-z0-9]+)*")

# Wider than the form: whatever looks like an id is taken, were it in a comment.
_LOOSE = re.compile(r"(?<![\w-])[a-z]-[a-z0-9]{5}(?![\w-])")


def is_anchor(text: str) -> bool:
    """Tell whether this has the form of a passage's id."""
    return _SHAPE.fullmatch(text) is not None


def is_section(text: str) -> bool:
    """Tell whether this has the form of a section's id."""
    return _SECTION.fullmatch(text) is not None


def prefix_of(anchor: str) -> str:
    """Return the letter of an id, nothing when it has not the form of one."""
    matched = _SHAPE.fullmatch(anchor)
    return matched["prefix"] if matched else ""


def find_ids(text: str) -> set[str]:
    """Return everything in a text that looks like the id of a passage."""
    return set(_LOOSE.findall(text))


def mint(prefix: str, taken: Collection[str], *, rng: random.Random) -> str:
    """Draw a new id that is not taken.

    :param taken: every id ever used, whatever became of it.
    """
    if prefix not in PREFIXES or len(prefix) != 1:
        msg = f"unknown prefix: {prefix!r}"
        raise ValueError(msg)
    for _ in range(MOST_TRIES):
        found = f"{prefix}-{''.join(rng.choices(ALPHABET, k=LENGTH))}"
        if found not in taken:
            return found
    msg = f"no free id for {prefix!r} in {MOST_TRIES} draws"
    raise RuntimeError(msg)
