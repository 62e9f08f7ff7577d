"""The order of French words, and words without their accents.

Python's own order puts « école » after « zone »; the machine's French locale may be
absent, and differs from one system to the next.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["collation_key", "fold"]

LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss"})

SPACES = re.compile(r"\s+")
NUMBER = re.compile(r"\d+")
APOSTROPHES = str.maketrans({"\N{RIGHT SINGLE QUOTATION MARK}": "'"})

Piece = tuple[int, int, str]


def fold(text: str) -> str:
    """Return the text without case, accents, ligatures or kinds of space.

    « Œuvre d’Été » and « oeuvre d'ete » fold to the same text.
    """
    plain = unicodedata.normalize("NFD", text.translate(LIGATURES))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return SPACES.sub(" ", letters.translate(APOSTROPHES).casefold()).strip()


@lru_cache(maxsize=50_000)
def collation_key(text: str) -> tuple[tuple[Piece, ...], str, str]:
    """Return a key that sorts as a French dictionary does.

    Letters first, whole numbers inside a text by their value (« 2e » before
    « 19e »); then accents (« cote » before « côté »); then case (« bpi » before
    « Bpi »). The script of the page does the same with ``Intl.Collator``.
    """
    folded = fold(text)
    pieces: list[Piece] = []
    last = 0
    for found in NUMBER.finditer(folded):
        if found.start() > last:
            pieces.append((1, 0, folded[last : found.start()]))
        # Numbers come before letters, as in every dictionary.
        pieces.append((0, int(found.group()), ""))
        last = found.end()
    if last < len(folded):
        pieces.append((1, 0, folded[last:]))
    accents = unicodedata.normalize("NFD", text.translate(LIGATURES)).casefold()
    return tuple(pieces), accents, text.swapcase()
