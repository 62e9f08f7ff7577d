"""Words as the search knows them; ``js/search.js`` says the same, and a test compares.

A word is folded (no accents, no capitals, no ligatures) *before* it is stemmed, in the
index and in the question alike, so that « edition » and « édition » cannot part.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import snowballstemmer  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["STOP_WORDS", "fold", "known_stems", "stem", "stems_of"]

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
# 1 234: one number, whatever space stands in it.
THOUSANDS = re.compile(r"(?<=\d)[\u202f\u00a0\u2009](?=\d{3})")
WORD = re.compile(r"[a-z0-9]+")

# Folded. Too frequent to find anything by; single letters never count.
STOP_WORDS = frozenset(
    "ai as au aux avec car ce ceci cela celle celles celui ces cet cette ceux chez ci "  # noqa: SIM905
    "comme dans de des donc dont du elle elles en entre est et etait etc ete etre eu "
    "eux fait il ils je la le les leur leurs lui ma mais me meme mes moi mon ne ni nos "
    "notre nous on ont ou par pas plus pour qu que qui sa sans se ses si son sont sur "
    "ta te tes toi ton tu un une vos votre vous".split()
)

_stemmer = snowballstemmer.stemmer("french")


def fold(text: str) -> str:
    """Return a text without accents, capitals, ligatures or spaces inside numbers."""
    plain = unicodedata.normalize("NFD", THOUSANDS.sub("", text)).lower()
    bare = "".join(char for char in plain if unicodedata.category(char)[0] != "M")
    return bare.translate(LIGATURES)


known_stems: dict[str, str] = {}
"""The stems worked out so far; see :mod:`edition_sphinx.search.stems`."""


def stem(word: str) -> str:
    """Return the stem of a folded word; a number is its own."""
    if word[0].isdigit():
        return word
    found = known_stems.get(word)
    if found is None:
        found = known_stems[word] = str(_stemmer.stemWord(word))
    return found


def stems_of(text: str) -> Iterator[str]:
    """List the stems of a text, without the words that find nothing."""
    for word in WORD.findall(fold(text)):
        if word not in STOP_WORDS and (len(word) > 1 or word.isdigit()):
            yield stem(word)
