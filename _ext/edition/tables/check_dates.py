"""Dates and periods: their form, their order, and none that is still to come."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from edition.issues import IssueCode
from edition.tables.check_values import well_typed
from edition.tables.date_hints import suggested_date
from edition.tables.edtf import EXPECTED, EdtfError, parse_edtf
from edition.tables.told import Said, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.tables.checked import CheckedTable
    from edition.tables.schema import Field
    from edition.tables.told import Finding

__all__ = ["check_dates", "current_day"]

EPOCH = "SOURCE_DATE_EPOCH"


def current_day() -> date:
    """Return today, or the day that a reproducible build pretends it is."""
    epoch = os.environ.get(EPOCH, "")
    if epoch.isdecimal():
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date()
        except (OverflowError, ValueError, OSError):
            pass
    return date.today()


def check_dates(table: CheckedTable, *, today: date) -> Iterator[Finding]:
    """Find dates that no calendar has, periods that end too early, times to come."""
    for field in table.fields():
        if field.format == "edtf":
            yield from _check_edtf(table, field, today)
        elif field.type in {"date", "year"}:
            values = well_typed(field, table.values(field.name))
            now = today.isoformat() if field.type == "date" else f"{today.year:04d}"
            future = {value for value in values if value > now}
            yield from _future(table, field, future)


def _check_edtf(table: CheckedTable, field: Field, today: date) -> Iterator[Finding]:
    name = field.name
    malformed: set[str] = set()
    backwards: set[str] = set()
    future: set[str] = set()
    now = (today.year, today.month, today.day)
    for value in table.values(name):
        try:
            found = parse_edtf(value)
        except EdtfError:
            (backwards if _is_backwards(value) else malformed).add(value)
            continue
        points = (found.start, found.end)
        if any(point.earliest > now for point in points if point is not None):
            future.add(value)

    yield from table.finding(
        IssueCode.TABLE_VALUE_TYPE,
        name,
        malformed,
        lambda cell: Said(
            f"{name} {quoted(cell)} invalide", EXPECTED, suggested_date(cell)
        ),
    )
    yield from table.finding(
        IssueCode.TABLE_PERIOD,
        name,
        backwards,
        lambda cell: Said(
            f"{name} {quoted(cell)} finit avant de commencer",
            hint="échangez les deux dates, ou relisez la source",
        ),
    )
    yield from _future(table, field, future)


def _future(table: CheckedTable, field: Field, bad: set[str]) -> Iterator[Finding]:
    # The day of the check is not said: messages must not change from day to day.
    yield from table.finding(
        IssueCode.TABLE_DATE_FUTURE,
        field.name,
        bad,
        lambda cell: Said(f"{field.name} {quoted(cell)} dans l'avenir"),
    )


def _is_backwards(text: str) -> bool:
    """Tell whether both ends of a period can be read, so that only their order fails."""
    start, slash, end = text.partition("/")
    if not slash:
        return False
    try:
        return bool(parse_edtf(start).start and parse_edtf(end).end)
    except EdtfError:
        return False
