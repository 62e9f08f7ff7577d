"""French spacing: no-break spaces where French typography wants them.

Pure functions over strings: only white space changes, and a second pass changes
nothing. Walking a page is left to :mod:`edition_sphinx.typography`; a renderer that
writes text of its own calls :func:`french`.

The rules: a narrow no-break space before ``; ! ?``, inside « » and between thousands;
a no-break space before ``:``, between a number and its unit, a day and its month, and
after « n° », « p. », « Mme » and the like. Addresses are left as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["NBSP", "NNBSP", "french", "french_runs"]

NBSP = "\N{NO-BREAK SPACE}"
NNBSP = "\N{NARROW NO-BREAK SPACE}"

# What a writer types, a line end in the source included; and any space we may replace.
SOFT = r"[ \n\t]"
SPACE = rf"[ \n\t{NBSP}{NNBSP}\u2009]"

# A « ? » or a « : » in an address is no punctuation; a mark at its end is.
ADDRESS = re.compile(
    r"(?:https?://|www\.|mailto:|doi:|(?<![\d.])10\.\d{4,}/)\S*[^\s;:!?.,…»)\]\"'’]"
)

MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|"
    "décembre"
)
UNITS = "%|‰|€|°C|m²|km²|km|cm|mm|kg|[KkMGT]o|h|min|millions?|milliards?"
BEFORE_NUMBER = r"n[°º]|pp?\.|vol\.|t\.|fig\.|art\.|chap\.|ch\.|col\.|l\.|§+"
BEFORE_NAME = r"M\.|MM\.|Mmes?|Mlles?|Drs?|Pr"

# A mark without a space is punctuation only where words end.
END = r"(?=[\s;:!?.,…»”’)\]]|$)"

RULES = (
    # -- before marks: typed without a space, then with one
    (re.compile(rf"(?<=[^\s(\[;!?])(?=[;!?]+{END})"), NNBSP),
    (re.compile(rf"(?<=[^\s(\[]){SPACE}+(?=[;!?])"), NNBSP),
    (re.compile(r"(?<=[^\s(\[:])(?=:(?:[\s»]|$))"), NBSP),
    (re.compile(rf"(?<=[^\s(\[]){SPACE}+(?=:(?!:))"), NBSP),
    # -- guillemets
    (re.compile(rf"(?<=«){SPACE}+|(?<=«)(?=\S)"), NNBSP),
    (re.compile(rf"(?<=\S){SPACE}+(?=»)|(?<=\S)(?=»)"), NNBSP),
    # -- numbers
    (re.compile(rf"(?<=\d){SOFT}+(?=(?:{UNITS})(?!\w))"), NBSP),
    (re.compile(rf"(?<=\d{NBSP}h){SOFT}+(?=\d)"), NBSP),
    (re.compile(rf"\b(?<![,.])(\d\d?|1er){SOFT}+(?=(?:{MONTHS})\b)"), rf"\1{NBSP}"),
    (re.compile(rf"\b([IVX]+e){SOFT}+(?=siècles?\b)"), rf"\1{NBSP}"),
    (re.compile(rf"(?<![\w.])({BEFORE_NUMBER}){SOFT}+(?=\d)"), rf"\1{NBSP}"),
    (re.compile(rf"(?<![\w.])({BEFORE_NAME}){SOFT}+(?=[A-ZÀ-Ý])"), rf"\1{NBSP}"),
)

THOUSANDS = re.compile(rf"(?<![\d,.])\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)")


def french(text: str) -> str:
    """Set French spacing in a text."""
    spaced: list[str] = []
    start = 0
    for address in ADDRESS.finditer(text):
        between = text[start : address.start()]
        spaced += [_space(between, after_address=start > 0), address[0]]
        start = address.end()
    spaced.append(_space(text[start:], after_address=start > 0))
    return "".join(spaced)


def french_runs(runs: Sequence[str]) -> list[str]:
    """Set French spacing in the text of one block that markup cuts into runs."""
    joined = "".join(runs)
    spaced = french(joined)
    owners = [index for index, run in enumerate(runs) for _ in run]
    parts = [""] * len(runs)
    at = 0
    for gap, sign in _gaps(spaced):
        end = at
        while end < len(joined) and joined[end].isspace():
            end += 1
        # A space stays in the run that had it; a new one goes to the run before it.
        first = at if end > at or at == 0 else at - 1
        if gap and owners:
            parts[owners[min(first, len(owners) - 1)]] += gap
        if sign:
            parts[owners[end]] += sign
        at = end + 1
    return parts


def _gaps(text: str) -> list[tuple[str, str]]:
    """Cut a text into pairs: white space, then the sign after it."""
    pairs = [(found[1], found[2]) for found in re.finditer(r"(?s)(\s*)(\S|$)", text)]
    return [pair for pair in pairs if any(pair)]


def _space(text: str, *, after_address: bool = False) -> str:
    # An address just before is a word like any other.
    text = f"x{text}" if after_address else text
    for rule, spaced in RULES:
        text = rule.sub(spaced, text)
    text = THOUSANDS.sub(lambda found: re.sub(SPACE, NNBSP, found[0]), text)
    return text[1:] if after_address else text
