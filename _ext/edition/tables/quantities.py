"""A number and its unit in French: digits or words, plural, qualifier, range.

« environ 1 heure », « plus de 1 800 musées », « 2 000 à 6 200 visiteurs par jour »,
« 58 % », « p. 22-24 », « quatre-vingts pages ».
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from edition.tables.number_words import MOST, number_words
from edition.tables.numbers import french_number
from edition.tables.units import NO_BREAK, Unit

__all__ = ["Form", "NoWordsError", "Quantity", "say_quantity"]

# What a source says of very large numbers; the unit then follows with « de ».
LARGE = re.compile(r"\b(?:million|milliard)s?$")

VOWELS = "aeiouàâéèêëîïôöùûü"


class Form(StrEnum):
    """How a value is written in a sentence."""

    FULL = ""
    """Qualifier, digits and unit."""

    DIGITS = "nombre"
    """Qualifier and digits, for a unit that the sentence says itself."""

    WORDS = "lettres"
    """Qualifier and words, without unit."""

    WORDS_UNIT = "lettres-unite"
    """Qualifier, words and unit."""


class NoWordsError(ValueError):
    """The number cannot be said in words: decimals, a date, something composed."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as the data give it.

    :param read: as the source says it; shown when there is no number.
    :param number: digits with a decimal point; empty when there is none.
    :param highest: the upper end of a range, empty for a number alone.
    :param qualifier: « plus de », « environ »… or nothing.
    """

    read: str
    number: str = ""
    highest: str = ""
    qualifier: str = ""
    unit: Unit | None = None


def say_quantity(quantity: Quantity, form: Form = Form.FULL) -> str:
    """Say a quantity in French.

    :raises NoWordsError: words were asked for and there are none.
    """
    if form in {Form.WORDS, Form.WORDS_UNIT}:
        return _in_words(quantity, with_unit=form is Form.WORDS_UNIT)
    unit = quantity.unit if form is Form.FULL else None
    large = LARGE.search(quantity.read) and not quantity.highest
    if not quantity.number or large:
        # The qualifier is a part of what was read.
        said = quantity.read
        if unit is None:
            return said
        if large:
            return unit.after_noun(said)
        return unit.beside(said, plural=True)
    said = _digits(quantity)
    if unit is not None:
        said = unit.beside(said, plural=_is_plural(quantity))
    return _qualified(quantity.qualifier, said)


def _digits(quantity: Quantity) -> str:
    unit = quantity.unit
    grouped = unit is None or unit.grouped
    low = french_number(quantity.number, grouped=grouped)
    if not quantity.highest:
        return low
    high = french_number(quantity.highest, grouped=grouped)
    # Years and pages are periods and series; other numbers are the ends of a range.
    return f"{low} à {high}" if grouped else f"{low}-{high}"


def _is_plural(quantity: Quantity) -> bool:
    """Whether French puts the unit in the plural: from two on, so not « 1,5 heure »."""
    return abs(float(quantity.highest or quantity.number)) >= 2


def _in_words(quantity: Quantity, *, with_unit: bool) -> str:
    unit = quantity.unit
    if unit is not None and unit.form in {"date", "numéro", "année"}:
        raise NoWordsError
    ends = [
        _words(text, feminine=unit is not None and unit.feminine)
        for text in (quantity.number, quantity.highest)
        if text or not quantity.number
    ]
    said = " à ".join(ends)
    if with_unit and unit is not None and unit.written:
        if LARGE.search(said):
            said = unit.after_noun(said)
        else:
            said = f"{said}{NO_BREAK}{unit.word(plural=_is_plural(quantity))}"
    return _qualified(quantity.qualifier, said)


def _words(text: str, *, feminine: bool) -> str:
    if not text.isdigit() or int(text) > MOST:
        raise NoWordsError
    return number_words(int(text), feminine=feminine)


def _qualified(qualifier: str, said: str) -> str:
    """Put the qualifier before a number, with the elision of « de »."""
    if not qualifier:
        return said
    if qualifier.endswith(" de") and said[0] in VOWELS and not said.startswith("onz"):
        return f"{qualifier[:-1]}’{said}"
    return f"{qualifier} {said}"
