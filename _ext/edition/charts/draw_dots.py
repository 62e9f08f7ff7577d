"""Dots: quantities compared by their place on one scale, a row for each thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.charts.ink import SERIES, Ink
from edition.charts.labels import lay_rows, write_labels
from edition.charts.sheet import drop, open_sheet, scale_number, ticks, write_ticks
from edition.charts.words import spread, width_of

if TYPE_CHECKING:
    from edition.charts.labels import LabelRows
    from edition.charts.model import Chart, Mark, Size
    from edition.charts.stage import Stage

__all__ = ["SHAPES", "draw_dots"]

SHAPES = ("o", "s", "^", "D")
"""One a series: told apart without colour."""

BESIDE = 9.0
NAMES_ROOM = 20.0


def draw_dots(chart: Chart, size: Size) -> Stage:
    """Draw the dots of a chart; several series share the rows of their labels."""
    labels = list(dict.fromkeys(mark.label for mark in chart.marks))
    strong = [
        any(mark.accent for mark in chart.marks if mark.label == label)
        for label in labels
    ]
    rows = lay_rows(labels, size, strong=strong)
    single = len(chart.series) == 1
    scale = _scale(chart, size)
    room = max(width_of(mark.said, size.text) for mark in chart.marks) + BESIDE
    stage = open_sheet(
        chart,
        size,
        rows.height,
        across=(scale[0], scale[-1]),
        left=rows.column + 6.0,
        right=room if single else 8.0,
        scale=True,
        above=0.0 if single else NAMES_ROOM,
    )
    shown = [scale_number(value) + chart.symbol for value in scale]
    write_ticks(stage, scale, shown)
    write_labels(stage, rows)
    _draw_rules(chart, rows, labels, stage, scale)
    for mark in chart.marks:
        row = rows.rows[labels.index(mark.label)]
        _draw_mark(chart, mark, row.middle, stage, single=single)
    if not single:
        _name_series(chart, stage, labels)
    return stage


def _scale(chart: Chart, size: Size) -> list[float]:
    """From zero, unless all values lie far from it and near each other."""
    ends = [
        end for mark in chart.seen for end in (mark.value, mark.most) if end is not None
    ]
    low, high = min(ends), max(ends)
    if low > 0 and low < 2 * (high - low):
        low = 0.0
    if high < 0:
        high = 0.0
    return ticks(low, high, most=4 if size.is_narrow else 5)


def _draw_rules(
    chart: Chart, rows: LabelRows, labels: list[str], stage: Stage, scale: list[float]
) -> None:
    """Lead the eye from each label to its dots."""
    for label, row in zip(labels, rows.rows, strict=True):
        ends = [
            max(mark.value, mark.most or mark.value)
            for mark in chart.seen
            if mark.label == label and mark.value is not None
        ]
        if ends:
            stage.line(
                (scale[0], max(ends)),
                (row.middle, row.middle),
                ink=Ink.AXIS,
                dashes=(1, 3),
            )


def _draw_mark(
    chart: Chart, mark: Mark, middle: float, stage: Stage, *, single: bool
) -> None:
    baseline = stage.top + middle + drop(stage.size.text)
    if mark.value is None:
        if single:
            stage.text(
                mark.said, stage.x(stage.across[0]) + BESIDE, baseline, ink=Ink.MUTED
            )
        return
    place = chart.series.index(mark.series)
    ink, shape = SERIES[place % len(SERIES)], SHAPES[place % len(SHAPES)]
    if mark.accent:
        ink = Ink.ACCENT
    elif single and chart.highlights:
        ink = Ink.QUIET
    end = mark.value
    if mark.most is not None:
        end = mark.most
        stage.line((mark.value, end), (middle, middle), ink=ink, width=2.5)
        stage.marker(end, middle, ink=ink, shape=shape, hollow=True)
    stage.marker(mark.value, middle, ink=ink, shape=shape, hollow=mark.uncertain)
    if single:
        stage.text(mark.said, stage.x(end) + BESIDE, baseline)


def _name_series(chart: Chart, stage: Stage, labels: list[str]) -> None:
    """Write the name of each series above its dot in the first row."""
    firsts = []
    for series in chart.series:
        marks = [mark for mark in chart.seen if mark.series == series]
        first = min(marks, key=lambda mark: labels.index(mark.label))
        firsts.append((series, stage.x(first.value or 0.0)))
    small = stage.size.small
    rooms = [width_of(series, small) + 26 for series, _ in firsts]
    centres = spread([x for _, x in firsts], rooms, 0.0, stage.size.width)
    for place, ((series, _), centre, room) in enumerate(
        zip(firsts, centres, rooms, strict=True)
    ):
        left = centre - room / 2 + 10
        y = stage.top - 10
        ink, shape = SERIES[place % len(SERIES)], SHAPES[place % len(SHAPES)]
        stage.marker(left, y - 4, ink=ink, shape=shape, diameter=8, on_sheet=True)
        stage.text(series, left + 9, y, small=True, ink=Ink.TEXT)
