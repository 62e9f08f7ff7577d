"""Words as read: how space is folded, and the checksum that a passage is known by."""

from __future__ import annotations

import hashlib
import unicodedata

__all__ = ["checksum", "fold"]


def fold(text: str) -> str:
    """Return ``text`` in NFC with every run of white space as one plain space.

    No-break spaces fold like the others, so that French spacing, line ends in the
    source and the spaces of a number are no change of words.
    """
    return unicodedata.normalize("NFC", " ".join(text.split()))


def checksum(words: str) -> str:
    """Return the checksum of a passage: SHA-256, in hexadecimal, of its folded words.

    Case and punctuation count; the form is a promise (``data/anchors.csv``).
    """
    return hashlib.sha256(fold(words).encode("utf-8")).hexdigest()
