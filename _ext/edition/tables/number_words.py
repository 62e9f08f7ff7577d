"""Whole numbers in French words, in the traditional spelling."""

from __future__ import annotations

__all__ = ["MOST", "number_words"]

MOST = 999_999_999_999
"""The largest number that can be said."""

UNITS = (
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
)

TENS = ("", "dix", "vingt", "trente", "quarante", "cinquante", "soixante")


def number_words(number: int, *, feminine: bool = False) -> str:
    """Write a whole number in words: « vingt et un », « quatre-vingts ».

    :param feminine: « une », « vingt et une » before a feminine noun.
    :raises ValueError: below zero or above :data:`MOST`.
    """
    if not 0 <= number <= MOST:
        msg = f"number out of range: {number}"
        raise ValueError(msg)
    if number == 0:
        return UNITS[0]
    words = []
    rest = number
    for size, name in ((1_000_000_000, "milliard"), (1_000_000, "million")):
        count, rest = divmod(rest, size)
        if count:
            # These are nouns: they take an s, and « quatre-vingts » keeps its own.
            words.append(f"{_below_thousand(count)} {name}{'s' * (count > 1)}")
    count, rest = divmod(rest, 1000)
    if count:
        # « mille » is a numeral: invariable, and « quatre-vingt mille » loses its s.
        said = _below_thousand(count, followed=True)
        words.append("mille" if count == 1 else f"{said} mille")
    if rest:
        words.append(_below_thousand(rest, feminine=feminine))
    return " ".join(words)


def _below_thousand(
    number: int, *, followed: bool = False, feminine: bool = False
) -> str:
    """Write 1 to 999.

    :param followed: by a numeral, so that « cents » and « vingts » lose their s.
    """
    hundreds, rest = divmod(number, 100)
    words = []
    if hundreds:
        several = hundreds > 1
        plural = "s" if several and not rest and not followed else ""
        words.append(f"{UNITS[hundreds]} cent{plural}" if several else "cent")
    if rest:
        words.append(_below_hundred(rest, followed=followed, feminine=feminine))
    return " ".join(words)


def _below_hundred(number: int, *, followed: bool, feminine: bool) -> str:
    """Write 1 to 99."""
    one = "une" if feminine else "un"
    if number == 1:
        return one
    if number < len(UNITS):
        return UNITS[number]
    if number < 20:
        return f"dix-{UNITS[number - 10]}"
    if number < 70:
        tens, unit = divmod(number, 10)
        if not unit:
            return TENS[tens]
        return f"{TENS[tens]} et {one}" if unit == 1 else f"{TENS[tens]}-{UNITS[unit]}"
    if number < 80:
        if number == 71:
            return "soixante et onze"
        return "soixante-" + _below_hundred(
            number - 60, followed=followed, feminine=feminine
        )
    if number == 80:
        return "quatre-vingt" if followed else "quatre-vingts"
    return "quatre-vingt-" + _below_hundred(
        number - 80, followed=followed, feminine=feminine
    )
