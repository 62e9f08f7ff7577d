"""A timeline: dates and periods on one scale, in lanes.

A date that is known to the year only is as long as its year: the drawing is no more
precise than the source.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.charts.ink import Ink
from edition.charts.lanes import RADIUS, STEP, Lane, Placed, lay_lanes
from edition.charts.sheet import LINE, drop, open_sheet, ticks, write_ticks
from edition.charts.words import width_of

if TYPE_CHECKING:
    from edition.charts.model import Chart, Mark, Size
    from edition.charts.stage import Stage

__all__ = ["draw_timeline"]

RIGHT = 10.0
COLUMN_GAP = 14.0
WIDEST_COLUMN = 0.28


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where a date stands on the sheet, before there is one."""

    low: float
    high: float
    left: float
    width: float

    def x(self, value: float) -> float:
        return self.left + (value - self.low) / (self.high - self.low) * self.width


def draw_timeline(chart: Chart, size: Size) -> Stage:
    """Draw the lanes of a timeline."""
    column = _column(chart, size)
    low, high = _across(chart)
    scale = _Scale(low, high, column, size.width - column - RIGHT)
    lanes, height = lay_lanes(chart, size, x=scale.x, column=column)
    stage = open_sheet(
        chart, size, height, across=(low, high), left=column, right=RIGHT, scale=True
    )
    most = 5 if size.is_narrow else 9
    years = [
        year for year in ticks(low, high, most=most, whole=True) if low <= year <= high
    ]
    write_ticks(stage, years, [f"{year:.0f}" for year in years])
    for lane in lanes:
        _draw_lane(lane, stage, column)
        for placed in lane.placed:
            _draw_mark(placed, lane.top + (placed.line + 0.5) * STEP, stage, chart)
    return stage


def _column(chart: Chart, size: Size) -> float:
    """Return the width of the column of lanes; 0 when their names stand above."""
    if size.is_narrow or not any(chart.series):
        return 0.0
    widest = max(width_of(series, size.text) for series in chart.series)
    return min(widest, size.width * WIDEST_COLUMN) + COLUMN_GAP


def _across(chart: Chart) -> tuple[float, float]:
    starts = [mark.start for mark in chart.marks if not mark.open_start]
    ends = [mark.end for mark in chart.marks if not mark.open_end]
    low, high = min(starts + ends), max(starts + ends)
    pad = max((high - low) * 0.02, 0.1)
    return low - pad, high + pad


def _draw_lane(lane: Lane, stage: Stage, column: float) -> None:
    top = stage.top + lane.top
    if lane.ruled:
        y = top - (9.0 if column else 9.0 + LINE * len(lane.name))
        stage.line((0, stage.size.width), (y, y), ink=Ink.RULE, on_sheet=True)
    for number, line in enumerate(lane.name):
        if column:
            stage.text(line, 0, top + STEP / 2 + drop(stage.size.text) + number * LINE)
        else:
            stage.text(line, 0, top - 4 - (len(lane.name) - 1 - number) * LINE)


def _draw_mark(placed: Placed, y: float, stage: Stage, chart: Chart) -> None:
    mark = placed.mark
    ink = Ink.ACCENT if mark.accent else Ink.QUIET if chart.highlights else Ink.FIRST
    low, high = stage.across
    start = low if mark.open_start else mark.start
    end = high if mark.open_end else mark.end
    if stage.x(end) - stage.x(start) < 2 * RADIUS and not _is_open(mark):
        diameter = 2 * RADIUS
        middle = (start + end) / 2
        stage.marker(middle, y, ink=ink, hollow=mark.uncertain, diameter=diameter)
    else:
        stage.box(start, y - 3.5, end - start, 7.0, ink=ink, hollow=mark.uncertain)
        if mark.open_start:
            stage.marker(start, y, ink=ink, shape="<")
        if mark.open_end:
            stage.marker(end, y, ink=ink, shape=">")
    x = stage.x(start) - RADIUS - 4 if placed.before else stage.x(end) + RADIUS + 4
    for number, line in enumerate(placed.said):
        baseline = stage.top + y + drop(stage.size.small) + number * STEP
        stage.text(
            line,
            x,
            baseline,
            anchor="right" if placed.before else "left",
            small=True,
        )


def _is_open(mark: Mark) -> bool:
    return mark.open_start or mark.open_end
