"""Numbers as French readers write them, from the exact text of a cell.

No digit is added or lost: « 12.50 » has two decimals because its source has.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

__all__ = ["THIN", "decimals", "french_number"]

THIN = "\N{NARROW NO-BREAK SPACE}"
"""Separates groups of three digits."""

MINUS = "\N{MINUS SIGN}"
PLAIN = re.compile(r"-?\d+(\.\d+)?")
# Before each group of three digits that ends the whole part, except at its start.
GROUPS = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")

MOST_DIGITS = 40


def french_number(text: str, *, grouped: bool = True) -> str:
    """Write a number in French: « 1234.5 » gives « 1 234,5 ».

    :param text: digits with a point before decimals, as cells write numbers; any
        other text is returned as it is.
    :param grouped: separate the thousands; not for years and numbers of a series.
    """
    plain = _plain(text)
    if plain is None:
        return text
    sign = MINUS if plain.startswith("-") else ""
    whole, _, fraction = plain.removeprefix("-").partition(".")
    if grouped:
        whole = GROUPS.sub(THIN, whole)
    return f"{sign}{whole},{fraction}" if fraction else f"{sign}{whole}"


def decimals(text: str) -> int:
    """Return how many decimals a cell has, zero when it is no number."""
    plain = _plain(text)
    return len(plain.partition(".")[2]) if plain else 0


def _plain(text: str) -> str | None:
    """Return the number without sign « + » or exponent, or nothing if it is none."""
    if PLAIN.fullmatch(text):
        return text
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    # An exponent must not write out a line of zeros.
    if not number.is_finite() or abs(number.adjusted()) > MOST_DIGITS:
        return None
    return f"{number:f}"
