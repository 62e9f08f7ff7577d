"""Dates and periods said in French, no more precisely than they are known.

Reading them is left to :mod:`edition.tables.edtf`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edition.tables.edtf import Edtf, Point

__all__ = ["say_date"]

NO_BREAK = "\N{NO-BREAK SPACE}"

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)

PARTS_OF_YEAR = {
    33: "1er trimestre",
    34: "2e trimestre",
    35: "3e trimestre",
    36: "4e trimestre",
    40: "1er semestre",
    41: "2e semestre",
}


def say_date(date: Edtf, *, short: bool = False) -> str:
    """Say a date or a period in French.

    :param short: a period of whole years as « 2004-2016 », for the cells of a table,
        instead of « de 2004 à 2016 ».
    """
    start, end = date.start, date.end
    if not date.is_period and start:
        said = _point(start)
        said = f"vers {said}" if start.approximate else said
        return f"{said} (?)" if start.uncertain else said
    if start and end:
        plain = not (_marked(start) or _marked(end))
        if short and plain and not (start.month or end.month):
            return f"{_point(start)}-{_point(end)}"
        return f"{_from(start, end)} {_with_mark(_to(end), end)}"
    if end:
        said = "jusqu’" + _with_mark(_until(end), end)
        return f"{said} (début non connu)" if date.text.startswith("/") else said
    if start:
        article = "le " if start.day or start.month in PARTS_OF_YEAR else ""
        said = "depuis " + _with_mark(article + _point(start), start)
        return f"{said} (fin non connue)" if date.text.endswith("/") else said
    return date.text


def _marked(point: Point) -> bool:
    return point.approximate or point.uncertain or point.span > 1


def _with_mark(said: str, point: Point) -> str:
    """Add, inside a period, that a date is approximate or uncertain."""
    if point.approximate:
        said += " environ"
    if point.uncertain:
        said += " (?)"
    return said


def _point(point: Point) -> str:
    """Say one date without its marks."""
    if point.span == 10:
        return f"années {point.year}"
    if point.span > 10:
        return f"années {point.year}-{point.year + point.span - 1}"
    words = [_day(point), _month(point), str(point.year)]
    return NO_BREAK.join(word for word in words if word)


def _day(point: Point) -> str:
    if not point.day:
        return ""
    return "1er" if point.day == 1 else str(point.day)


def _month(point: Point) -> str:
    if not point.month:
        return ""
    return PARTS_OF_YEAR.get(point.month) or MONTHS[point.month - 1]


def _from(start: Point, end: Point) -> str:
    """Say the start of a period, leaving out the month and year that the end says."""
    words = [_day(start), _month(start), str(start.year)]
    plain = not (_marked(start) or _marked(end))
    if plain and start.year == end.year and bool(start.day) == bool(end.day):
        if start.month and end.month:
            words[2] = ""
        if start.day and start.month == end.month:
            words[1] = ""
    said = NO_BREAK.join(word for word in words if word)
    if start.span > 1:
        return _with_mark(f"des {_point(start)}", start)
    if start.day or start.month in PARTS_OF_YEAR:
        return _with_mark(f"du {said}", start)
    elided = said[0] in "ao"
    return _with_mark(f"d’{said}" if elided else f"de {said}", start)


def _to(end: Point) -> str:
    if end.span > 1:
        return f"aux {_point(end)}"
    if end.day or end.month in PARTS_OF_YEAR:
        return f"au {_point(end)}"
    return f"à {_point(end)}"


def _until(end: Point) -> str:
    said = _to(end)
    return f"en {said.removeprefix('à ')}" if said.startswith("à ") else said
