"""Marks of a timeline: dates and periods, no more precise than their source."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from edition.charts.model import Chart, Mark
from edition.tables.edtf import EdtfError, parse_edtf
from edition.text.spacing import french

if TYPE_CHECKING:
    from edition.charts.rows import Rows

__all__ = ["Span", "build_periods", "decimal_years"]


@dataclass(frozen=True, slots=True)
class Span:
    """A date on a scale of decimal years.

    :param precise: whether it is one day or one month.
    """

    start: float
    end: float
    precise: bool
    uncertain: bool
    open_start: bool
    open_end: bool


def decimal_years(text: str) -> Span:
    """Place a date or a period on a scale of years.

    :raises EdtfError: it is no date that we can read.
    """
    found = parse_edtf(text)
    points = [point for point in (found.start, found.end) if point]
    # An open end stands where the other one is; it is drawn to the edge.
    start = (
        _decimal(found.earliest) if found.start else _decimal(found.latest, after=True)
    )
    end = _decimal(found.latest, after=True) if found.end else _decimal(found.earliest)
    precise = not found.is_period and all(point.month for point in points)
    if precise:
        start = end = (start + end) / 2
    return Span(
        start=start,
        end=end,
        precise=precise,
        uncertain=any(point.approximate or point.uncertain for point in points),
        open_start=found.start is None,
        open_end=found.end is None,
    )


def _decimal(day: tuple[int, int, int], *, after: bool = False) -> float:
    """Return a day as a year with decimals; the end of the day, when asked."""
    year = day[0]
    length = 366 if calendar.isleap(year) else 365
    passed = date(*day).timetuple().tm_yday - (0 if after else 1)
    return year + passed / length


def build_periods(rows: Rows) -> Chart:
    """Build a timeline; a row without a date is left out, and that is said."""
    spec = rows.spec
    marks = []
    skipped = 0
    for cells in rows.cells:
        row = cells[rows.table.schema.primary_key]
        try:
            span = decimal_years(rows.present(cells, spec.x))
        except EdtfError:
            skipped += 1
            continue
        lane = rows.named(cells, spec.group) if spec.group else ""
        marks.append(
            Mark(
                row=row,
                label=french(rows.named(cells, spec.label or rows.title)),
                start=span.start,
                end=span.end,
                open_start=span.open_start,
                open_end=span.open_end,
                uncertain=span.uncertain or rows.doubtful(cells),
                accent=rows.stands_out(row, lane),
                series=french(lane),
            )
        )
    notes: tuple[str, ...] = ()
    if skipped:
        one = "Une ligne sans date n’est pas montrée."
        notes = (
            one
            if skipped == 1
            else f"{skipped} lignes sans date ne sont pas montrées.",
        )
    order = {
        lane: n for n, lane in enumerate(dict.fromkeys(mark.series for mark in marks))
    }
    marks.sort(key=lambda mark: (order[mark.series], mark.start, mark.end))
    return Chart(spec.type, tuple(marks), rows.view, notes=notes, dated=True)
