"""Dates as far as they are known, in a part of EDTF: reading them and ordering them.

A date may lack its day or its month, be a period, be open at one end, be approximate
or uncertain. How it is said in French stands in :mod:`edition.tables.dates`.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["EXPECTED", "Edtf", "EdtfError", "Point", "parse_edtf"]

EXPECTED = "AAAA, AAAA-MM, AAAA-MM-JJ, ou deux dates séparées par « / »"
"""What a message says was expected."""

FIRST_DAY = (0, 1, 1)
LAST_DAY = (9999, 12, 31)

POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?"
    r"(?P<mark>[~?%]?)",
    re.ASCII,
)

# EDTF level 2 numbers the parts of a year from 21 on: first and last month of each.
PARTS_OF_YEAR = {
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    40: (1, 6),
    41: (7, 12),
}

Day = tuple[int, int, int]


class EdtfError(ValueError):
    """The text is not a date in the part of EDTF that we read."""


@dataclass(frozen=True, slots=True)
class Point:
    """One date of the calendar, as precise as it is known.

    :param text: as written.
    :param year: the first year when only the decade or the century is known.
    :param month: 1 to 12, or a part of the year (33 to 36 quarters, 40 and 41
        halves); 0 when not known.
    :param day: 0 when not known.
    :param span: how many years the date may lie in: 1, 10 or 100.
    """

    text: str
    year: int
    month: int = 0
    day: int = 0
    span: int = 1
    approximate: bool = False
    uncertain: bool = False

    @property
    def earliest(self) -> Day:
        """The first day that the date can mean."""
        month, _ = self._months
        return (self.year, month, self.day or 1)

    @property
    def latest(self) -> Day:
        """The last day that the date can mean."""
        year = self.year + self.span - 1
        _, month = self._months
        return (year, month, self.day or calendar.monthrange(year, month)[1])

    @property
    def _months(self) -> tuple[int, int]:
        if not self.month:
            return (1, 12)
        return PARTS_OF_YEAR.get(self.month, (self.month, self.month))


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or a period.

    :param start: nothing when the period is open at its start (``../2011``).
    :param end: the same as ``start`` for a date alone; nothing when open.
    """

    text: str
    start: Point | None
    end: Point | None

    @property
    def is_period(self) -> bool:
        """Whether two dates were written."""
        return "/" in self.text

    @property
    def earliest(self) -> Day:
        """The first day that it can cover."""
        return self.start.earliest if self.start else FIRST_DAY

    @property
    def latest(self) -> Day:
        """The last day that it can cover."""
        return self.end.latest if self.end else LAST_DAY

    @property
    def sort_text(self) -> str:
        """A text whose alphabetical order is the order of time.

        By the start, by the end when the start is open; of two dates that begin
        together the less precise comes first, as ``2013`` before ``2013-01-01``.
        """
        point = self.start or self.end
        if point is None:
            return ""
        year, month, _ = point.earliest
        told = f"{year:04d}"
        if point.month:
            told += f"-{month:02d}"
        if point.day:
            told += f"-{point.day:02d}"
        if self.is_period:
            year, month, day = self.latest
            told += f"/{year:04d}-{month:02d}-{day:02d}"
        return told


@lru_cache(maxsize=20_000)
def parse_edtf(text: str) -> Edtf:
    """Read a date or a period.

    :raises EdtfError: with the reason in French, one clause.
    """
    start, slash, end = text.partition("/")
    if not slash:
        point = _point(text)
        return Edtf(text, point, point)
    if "/" in end:
        msg = f"période « {text} » de plus de deux dates"
        raise EdtfError(msg)
    period = Edtf(text, _end_of_period(start), _end_of_period(end))
    if period.start is None and period.end is None:
        msg = f"période « {text} » ouverte des deux côtés"
        raise EdtfError(msg)
    if period.start and period.end and period.end.latest < period.start.earliest:
        msg = f"période « {text} » qui finit avant de commencer"
        raise EdtfError(msg)
    return period


def _end_of_period(text: str) -> Point | None:
    """Read one end of a period; ``..`` and nothing are open ends."""
    return None if text in {"", ".."} else _point(text)


def _point(text: str) -> Point:
    found = POINT.fullmatch(text)
    if not found:
        msg = f"date « {text} » illisible"
        raise EdtfError(msg)
    digits, mark = found["year"], found["mark"]
    span = 10 ** digits.count("X")
    point = Point(
        text=text,
        year=int(digits.replace("X", "0")),
        month=int(found["month"] or 0),
        day=int(found["day"] or 0),
        span=span,
        approximate=mark in {"~", "%"},
        uncertain=mark in {"?", "%"},
    )
    _check(point, has_month=found["month"] is not None)
    return point


def _check(point: Point, *, has_month: bool) -> None:
    """Raise for a date that no calendar has."""
    msg = f"date « {point.text} » impossible"
    if not point.year or (has_month and point.span > 1):
        raise EdtfError(msg)
    if not has_month:
        return
    if point.month not in PARTS_OF_YEAR and not 1 <= point.month <= 12:
        raise EdtfError(msg)
    if point.text[7:8] != "-":
        return
    if point.month > 12:
        raise EdtfError(msg)
    if not 1 <= point.day <= calendar.monthrange(point.year, point.month)[1]:
        raise EdtfError(msg)
