"""Marks of a histogram: classes, and how many rows fall into each."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

from edition.charts.model import Chart, Mark
from edition.charts.periods import decimal_years
from edition.issues import Issue, IssueCode, IssueError
from edition.tables.edtf import EdtfError
from edition.tables.numbers import french_number
from edition.text.spacing import french

if TYPE_CHECKING:
    from edition.charts.rows import Rows

__all__ = ["build_classes"]

USUAL = 10
"""How many classes a chart aims at when nobody says."""

ROUND = (1.0, 2.0, 2.5, 3.0, 4.0, 5.0, 10.0)


def build_classes(rows: Rows) -> Chart:
    """Build a histogram of numbers, or of dates by year.

    :raises IssueError: a value outside the classes that were asked for.
    """
    spec = rows.spec
    field = rows.field(spec.x)
    dated = field.type not in {"number", "integer"}
    values = [
        value
        for cells in rows.cells
        if (value := _value(rows, cells[spec.x])) is not None
    ]
    if not values:
        return Chart(spec.type, (), rows.view)
    edges = spec.edges or _edges(min(values), max(values), spec.bins, whole=dated)
    _check_inside(rows, values, edges)
    counts = _count(values, edges)
    marks = tuple(
        _mark(rows, low, high, count, dated=dated)
        for low, high, count in zip(edges, edges[1:], counts, strict=False)
    )
    widths = {round(high - low, 9) for low, high in itertools.pairwise(edges)}
    unequal = " (classes inégales)" if len(widths) > 1 else ""
    left_out = len(rows.cells) - len(values)
    notes = (_note(left_out),) if left_out else ()
    return Chart(
        type=spec.type,
        marks=marks,
        view=rows.view,
        measure=french(
            f"{field.title} : nombre de lignes par {'année' if dated else 'classe'}"
        ),
        axis="" if dated else french(f"{_axis(rows)}{unequal}"),
        notes=notes,
        dated=dated,
    )


def _value(rows: Rows, cell: str) -> float | None:
    if cell in rows.table.schema.missing:
        return None
    try:
        if rows.field(rows.spec.x).type in {"number", "integer", "year"}:
            return float(cell)
        # The year in which a date begins: a class of years takes the whole of it.
        return math.floor(decimal_years(cell).start)
    except (ValueError, EdtfError):
        return None


def _edges(low: float, high: float, wanted: int, *, whole: bool) -> tuple[float, ...]:
    """Return round limits for about as many classes as wanted; a year each for dates."""
    if whole and not wanted:
        return tuple(float(year) for year in range(int(low), int(high) + 2))
    rough = (high - low) / (wanted or USUAL) or 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(step * power for step in ROUND if step * power >= rough * 0.999)
    if whole:
        step = max(1.0, math.ceil(step))
    first = math.floor(low / step) * step
    # The last class is closed, but each year has a class of its own.
    last = high + 1 if whole else high
    count = max(1, math.ceil((last - first) / step - 1e-9))
    return tuple(round(first + number * step, 9) for number in range(count + 1))


def _check_inside(rows: Rows, values: list[float], edges: tuple[float, ...]) -> None:
    outside = [value for value in values if not edges[0] <= value <= edges[-1]]
    if outside:
        known = f"de {min(values):g} à {max(values):g}"
        message = f"{len(outside)} valeurs hors des classes"
        hint = "élargir la première ou la dernière borne de « bins »"
        issue = Issue(IssueCode.CHART_BINS, rows.at("bins"), message, known, hint)
        raise IssueError(issue)


def _count(values: list[float], edges: tuple[float, ...]) -> list[int]:
    """Count the values of each class: lower limit included, the last one closed."""
    counts = [0] * (len(edges) - 1)
    for value in values:
        place = sum(edge <= value for edge in edges[1:-1])
        counts[place] += 1
    return counts


def _mark(rows: Rows, low: float, high: float, count: int, *, dated: bool) -> Mark:
    shown = [french_number(f"{edge:.10g}", grouped=not dated) for edge in (low, high)]
    label = f"de {shown[0]} à {shown[1]}"
    if dated:
        last = f"{high - 1:.0f}"
        label = shown[0] if high - low == 1 else f"{shown[0]}-{last}"
    return Mark(
        row="",
        label=label,
        value=float(count),
        said=french_number(str(count)),
        start=low,
        end=high,
        accent=rows.stands_out(label, f"{low:g}"),
    )


def _axis(rows: Rows) -> str:
    field = rows.field(rows.spec.x)
    unit = rows.source.unit(field.unit)
    heading = unit.heading if unit else ""
    if not heading or heading.casefold() in field.title.casefold():
        return field.title
    return f"{field.title}, en {heading}"


def _note(left_out: int) -> str:
    if left_out == 1:
        return "Une ligne sans valeur n’est pas comptée."
    return f"{left_out} lignes sans valeur ne sont pas comptées."
