"""Cells against their field: presence, type, pattern, limits, enumeration.

Dates stand in :mod:`edition.tables.check_dates`, addresses and identifiers in
:mod:`edition.tables.check_addresses`.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from edition.issues import IssueCode, known_values, suggestion
from edition.tables.schema import KEY, UNSEEN
from edition.tables.told import Said, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from edition.tables.checked import CheckedTable
    from edition.tables.schema import Field
    from edition.tables.told import Finding

__all__ = ["check_values", "well_typed"]

NUMBER = re.compile(r"-?\d{1,300}(?:\.\d{1,300})?", re.ASCII)
INTEGER = re.compile(r"-?\d{1,18}", re.ASCII)
YEAR = re.compile(r"\d{4}", re.ASCII)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# What people type for a number, in French or from a spreadsheet.
FRENCH_NUMBER = re.compile(r"(-?\d[\d\s.]*?)(?:[,.](\d+))?\s?")

EXPECTED = {
    "number": "un nombre en chiffres, point décimal, sans espace",
    "integer": "un nombre entier en chiffres, sans espace",
    "year": "une année de quatre chiffres",
    "date": "AAAA-MM-JJ",
    "boolean": "true ou false",
}
LIMITS = {"latitude": 90.0, "longitude": 180.0}


def check_values(table: CheckedTable) -> Iterator[Finding]:
    """Find the cells that their field does not admit."""
    for field in table.fields():
        # A row without an id has its own message.
        if field.name != KEY:
            yield from _check_presence(table, field)
        yield from _check_type(table, field)
        yield from _check_pattern(table, field)
        yield from _check_length(table, field)
        yield from _check_range(table, field)
        yield from _check_enum(table, field)


def well_typed(field: Field, values: Collection[str]) -> frozenset[str]:
    """Return the values that have the type of the field."""
    fits = FITS.get(field.type)
    return frozenset(values if fits is None else filter(fits, values))


def _is_day(text: str) -> bool:
    try:
        return bool(DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


FITS: dict[str, Callable[[str], object]] = {
    "number": NUMBER.fullmatch,
    "integer": INTEGER.fullmatch,
    "year": YEAR.fullmatch,
    "date": _is_day,
    "boolean": {"true", "false"}.__contains__,
}


def _check_presence(table: CheckedTable, field: Field) -> Iterator[Finding]:
    name, missing = field.name, table.schema.missing
    cells = table.distinct[name]
    if field.constraints.required:
        bad = cells.intersection({"", *missing})
        code, expected = IssueCode.TABLE_VALUE_REQUIRED, "une valeur"
    elif field.empty is None:
        bad = cells.intersection({""})
        code, expected = IssueCode.TABLE_VALUE_EMPTY, f"une valeur, ou « {UNSEEN} »"
    else:
        return

    def say(cell: str) -> Said:
        if cell == "":
            return Said(f"{name} vide", expected)
        return Said(f"{name} {quoted(cell)}", f"{expected} dans chaque ligne")

    yield from table.finding(code, name, bad, say)


def _check_type(table: CheckedTable, field: Field) -> Iterator[Finding]:
    if field.type not in FITS:
        return
    values = table.values(field.name)

    def say(cell: str) -> Said:
        hint = ""
        found = FRENCH_NUMBER.fullmatch(cell)
        if found and field.type in {"number", "integer"}:
            digits = re.sub(r"[\s.]", "", found[1])
            plain = f"{digits}.{found[2]}" if found[2] else digits
            if FITS[field.type](plain):
                hint = f"écrivez {plain}"
        message = f"{field.name} {quoted(cell)} invalide"
        return Said(message, EXPECTED[field.type], hint)

    bad = values - well_typed(field, values)
    yield from table.finding(IssueCode.TABLE_VALUE_TYPE, field.name, bad, say)


def _check_pattern(table: CheckedTable, field: Field) -> Iterator[Finding]:
    pattern = field.constraints.pattern
    if pattern is None:
        return
    fits = re.compile(pattern).fullmatch

    def say(cell: str) -> Said:
        message = f"{field.name} {quoted(cell)} hors du motif"
        return Said(message, pattern)

    values = table.values(field.name)
    bad = {value for value in values if not fits(value)}
    yield from table.finding(IssueCode.TABLE_VALUE_PATTERN, field.name, bad, say)


def _check_length(table: CheckedTable, field: Field) -> Iterator[Finding]:
    least, most = field.constraints.min_length, field.constraints.max_length
    if least is None and most is None:
        return
    low, high = least or 0, float("inf") if most is None else most

    def say(cell: str) -> Said:
        signs = "au moins" if len(cell) < low else "au plus"
        limit = least if len(cell) < low else most
        message = f"{field.name} {quoted(cell)} de {len(cell)} signes"
        return Said(message, f"{signs} {limit} signes")

    values = table.values(field.name)
    bad = {value for value in values if not low <= len(value) <= high}
    yield from table.finding(IssueCode.TABLE_VALUE_RANGE, field.name, bad, say)


def _check_range(table: CheckedTable, field: Field) -> Iterator[Finding]:
    low, high = field.constraints.minimum, field.constraints.maximum
    if field.format in LIMITS:
        bound = LIMITS[field.format]
        low = -bound if low is None else low
        high = bound if high is None else high
    if low is None and high is None:
        return

    def outside(value: str) -> bool:
        if field.type == "date":
            return bool((low and value < str(low)) or (high and value > str(high)))
        number = float(value)
        return (low is not None and number < float(low)) or (
            high is not None and number > float(high)
        )

    def say(cell: str) -> Said:
        limits = []
        if low is not None:
            limits.append(f"au moins {_plain(low)}")
        if high is not None:
            limits.append(f"au plus {_plain(high)}")
        message = f"{field.name} {quoted(cell)} hors limites"
        return Said(message, ", ".join(limits))

    bad = set(filter(outside, _comparable(table, field)))
    yield from table.finding(IssueCode.TABLE_VALUE_RANGE, field.name, bad, say)


def _comparable(table: CheckedTable, field: Field) -> Collection[str]:
    values = table.values(field.name)
    if field.type == "date":
        return well_typed(field, values)
    return list(filter(NUMBER.fullmatch, values))


def _check_enum(table: CheckedTable, field: Field) -> Iterator[Finding]:
    known = field.constraints.enum
    if not known:
        return

    def say(cell: str) -> Said:
        message = f"{field.name} {quoted(cell)} hors de la liste"
        expected = known_values(known, quote=True)
        return Said(message, expected, suggestion(cell, known))

    # A blank at the edge and « non vu » misspelt have their own messages.
    values = table.values(field.name).difference(known)
    bad = {value for value in values if value.strip() not in known}
    yield from table.finding(IssueCode.TABLE_VALUE_ENUM, field.name, bad, say)


def _plain(limit: float | str) -> str:
    if isinstance(limit, str):
        return limit
    return f"{limit:g}" if limit != int(limit) else str(int(limit))
