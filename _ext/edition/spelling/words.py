"""The words of a text, as a dictionary is asked for them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.text.numbers import COVER

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ELISIONS", "Word", "find_words", "is_sign", "plain", "split_elision"]

WORD = re.compile(
    rf"(?<![\w{COVER}])[^\W\d_]+(?:[’'·-][^\W\d_]+)*[’']?(?![\w’'{COVER}])"
    rf"|(?<![\w{COVER}])[^\W\d_]+[’'](?=[{COVER}\d])"
)

# Acronyms and Roman numerals are no words of a dictionary.
SIGNS = re.compile(r"[^a-zß-öø-ÿœ]+s?|[IVXLC]+(?:er?|re)s?")

ELISIONS = frozenset(
    {
        *("l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu"),
        *("quoiqu", "quelqu", "presqu", "entr"),
    }
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it begins in its text."""

    text: str
    position: int


def find_words(text: str) -> Iterator[Word]:
    """Return the words of a text that a dictionary may be asked for.

    Left out are signs of one letter, acronyms, what has a digit in it and what touches
    a cover: the rest of such a word is not there.
    """
    for found in WORD.finditer(text):
        word = found[0]
        if not is_sign(word.rstrip("’'")):
            yield Word(word, found.start())


def is_sign(word: str) -> bool:
    """Tell whether it is a letter, an acronym or a Roman numeral: no word."""
    return len(word) < 2 or SIGNS.fullmatch(word) is not None


def split_elision(word: str) -> tuple[str, str]:
    """Return the elided word before an apostrophe, if there is one, and the rest."""
    first, mark, rest = word.replace("'", "’").partition("’")
    if mark and first.lower() in ELISIONS:
        return first, rest
    return "", word


def plain(word: str) -> str:
    """Return the word in small letters, without accents and ligatures.

    Two words that differ only so are a word and its misspelling, more often than not.
    """
    opened = word.lower().replace("œ", "oe").replace("æ", "ae").replace("'", "’")
    parts = unicodedata.normalize("NFD", opened)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
