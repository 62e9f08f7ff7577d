"""Sentences and lines: in the sources, a line of a paragraph is one sentence.

A change then shows as one changed line. Pure functions over the text of a paragraph.
What ends a sentence is a point, a question or exclamation mark or an ellipsis, with
what closes after it; an abbreviation, an initial and a number end none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from edition.text.numbers import COVER

__all__ = ["Break", "find_broken", "find_second"]

# Left out are those that are words too (art., nos, ex.): before a capital, a word with a
# point ends a sentence more often than not.
ABBREVIATIONS = frozenset(
    {
        *("M", "MM", "Mme", "Mmes", "Mlle", "Dr", "Pr", "St", "Ste", "Mr", "Mrs", "Ms"),
        *(
            "p",
            "pp",
            "n",
            "t",
            "l",
            "vol",
            "chap",
            "fig",
            "cf",
            "etc",
            "env",
            "av",
            "apr",
        ),
        *(
            "s",
            "d",
            "éd",
            "dir",
            "coll",
            "trad",
            "ibid",
            "op",
            "cit",
            "al",
            "sq",
            "sqq",
        ),
        *("janv", "févr", "juil", "sept", "oct", "nov", "déc", "tél", "bd", "bibl"),
        *("e.g", "i.e", "ed", "eds", "vs", "Inc", "Ltd"),
    }
)
TITLES = frozenset({"M", "MM", "Mr", "Mrs", "Ms", "Dr", "Pr", "St", "Ste"})
"""What is never the last word of a sentence."""

# What may stand between the mark and the next sentence, or the line's end.
CLOSING = rf"(?:\s*[»)\]”’*_{COVER}])*"
OPENING = r"(?:[«“(\[]\s*)*"
CAPITAL = "[A-ZÀ-ÖØ-ÝŒ]"

MARK = re.compile(
    rf"(?P<mark>\.\.\.|[.?!…]+){CLOSING}[ \u00a0\u202f]+(?={OPENING}{CAPITAL})"
)
END = re.compile(rf"(?P<mark>\.\.\.|[.?!…]+){CLOSING}\s*$")
QUOTED_END = re.compile(
    rf"\.\s*[»”]{CLOSING}[ \u00a0\u202f]+(?={OPENING}{CAPITAL})(?![^«»]*»)"
)
WORD = re.compile(r"[\w.’-]*\w$")


@dataclass(frozen=True, slots=True)
class Break:
    """A place where lines and sentences part.

    :param position: in the text.
    :param around: the words about it.
    """

    position: int
    around: str


def find_second(text: str, own: str) -> list[Break]:
    """Return where a sentence begins on the line of the one before it.

    :param own: the text with covers over titles and the words of others: what stands
        between guillemets may be made of several sentences, and ends none of ours.
    """
    ends = {
        match.end()
        for match in MARK.finditer(text)
        if own[match.start()] != COVER
        and _ends(text, match.start("mark"), match["mark"])
    }
    # « … et rien d’autre. » Une phrase: the point inside is the end of both.
    ends.update(match.end() for match in QUOTED_END.finditer(text))
    return [Break(end, _around(text, end)) for end in sorted(ends)]


def find_broken(text: str, own: str) -> list[Break]:
    """Return the line ends inside a sentence."""
    found: list[Break] = []
    start = 0
    lines = own.split("\n")
    for line, following in pairwise(lines):
        end = start + len(line)
        # The mark of a quotation or of a title may end our sentence as well.
        match = END.search(text[start:end])
        whole = match is not None and (
            line[match.start()] == COVER
            or _before(line, match.start("mark")) not in TITLES
        )
        begins = following.lstrip(" «“(*")[:1]
        if not whole or (begins.islower() and not _asks(line)):
            found.append(Break(end, _around(text, end)))
        start = end + 1
    return found


def _asks(line: str) -> bool:
    """Tell whether a small letter may follow: « Qui ? demandait-on. »."""
    return bool(re.search(rf"[?!…]{CLOSING}\s*$", line))


def _ends(text: str, at: int, mark: str) -> bool:
    if mark != ".":
        return True
    word = _before(text, at)
    initial = re.fullmatch(rf"(?:.*[-.])?{CAPITAL}", word) is not None
    return not (initial or word.rpartition("’")[2] in ABBREVIATIONS)


def _before(text: str, at: int) -> str:
    found = WORD.search(text[:at])
    return found[0] if found else ""


def _around(text: str, at: int) -> str:
    before = text[:at].replace(COVER, "").split()[-2:]
    after = text[at:].replace(COVER, "").split()[:2]
    return " ".join([*before, *after])
