"""Signs in cells that mislead the eye, the reader or the program that opens them."""

from __future__ import annotations

import re

__all__ = ["hidden_sign", "is_formula", "is_odd", "is_unseen_misspelt"]

# Commands, signs that turn the direction of writing or take no room, and the sign that
# stands for what could not be read. A line feed may stand in a cell.
HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffd\U000e0000-\U000e007f]"
)
FORMULA = re.compile(r"[=+\-@\t\r]")
# A sign and digits, blanks and marks of numbers: a spreadsheet makes a number of it.
PLAIN_NUMBER = re.compile(r"[+-]\d[\d.,\s%/]*(?:[eE]\d+)?")
UNSEEN_OTHERWISE = re.compile(
    r"non[\s_-]?vue?s?\.?|n[./]?[acds]\.?|#n/a|null|none|nan|tbd|todo"
    r"|[?]+|[-–—]+|\.{3}|…|x{3,}|s\.?o\.?|sans[\s_-]objet",
    re.IGNORECASE,
)
ODD = re.compile(
    rf"{HIDDEN.pattern}|^[\s=+\-@]|\s\Z|^(?:{UNSEEN_OTHERWISE.pattern})\Z",
    re.IGNORECASE,
)


def is_odd(cell: str) -> bool:
    """Tell whether any of the other questions is worth asking; one search a cell."""
    return ODD.search(cell) is not None


def hidden_sign(cell: str) -> str:
    """Return the first sign that nobody sees; « » when there is none."""
    found = HIDDEN.search(cell)
    return found.group() if found else ""


def is_formula(cell: str) -> bool:
    """Tell whether a spreadsheet would run the cell."""
    if not FORMULA.match(cell) or cell in {"-", "--"}:
        return False
    return not PLAIN_NUMBER.fullmatch(cell)


def is_unseen_misspelt(cell: str) -> bool:
    """Tell whether the cell says « non vu » in another way than that."""
    return UNSEEN_OTHERWISE.fullmatch(cell.strip()) is not None and cell != "non vu"
