"""Lanes of a timeline: which line each mark takes, and on which side its words stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.charts.sheet import LINE
from edition.charts.words import width_of, wrap

if TYPE_CHECKING:
    from collections.abc import Callable

    from edition.charts.model import Chart, Mark, Size

__all__ = ["RADIUS", "STEP", "Lane", "Placed", "lay_lanes"]

STEP = 19.0
"""From one line of a lane to the next."""

RADIUS = 4.5
BESIDE = 8.0
LANE_GAP = 16.0
MOST_LABELS = 24
"""With more marks, only those that stand out are named."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark in its lane.

    :param line: its line, counted from 0; further lines of words follow below.
    :param before: whether its words stand on its left.
    """

    mark: Mark
    line: int
    said: tuple[str, ...]
    before: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane, with its name broken into lines.

    :param top: of its first line, in pixels from the top of the plot.
    :param ruled: whether a rule parts it from the lane above.
    """

    name: tuple[str, ...]
    top: float
    placed: tuple[Placed, ...]
    ruled: bool


def lay_lanes(
    chart: Chart, size: Size, *, x: Callable[[float], float], column: float
) -> tuple[tuple[Lane, ...], float]:
    """Return the lanes of a chart, and the height of all.

    :param x: gives the place of a date on the sheet.
    :param column: the width of the names' column; 0 when they stand above their lane.
    """
    lanes: list[Lane] = []
    top = 4.0
    for series in chart.series:
        marks = [mark for mark in chart.marks if mark.series == series]
        room = column - 14.0 if column else size.width
        name = tuple(wrap(series, room, size.text)) if series else ()
        if not column:
            top += LINE * len(name)
        placed = _place(marks, chart, size, x)
        lanes.append(Lane(name, top, placed, ruled=bool(lanes)))
        lines = max(item.line + max(len(item.said), 1) for item in placed)
        top += max(lines * STEP, LINE * len(name) if column else 0.0) + LANE_GAP
    return tuple(lanes), top - LANE_GAP + 6.0


def _place(
    marks: list[Mark], chart: Chart, size: Size, x: Callable[[float], float]
) -> tuple[Placed, ...]:
    """Give each mark the first line of its lane where it touches nothing."""
    named = not chart.highlights and len(chart.marks) <= MOST_LABELS
    ends: list[float] = []
    placed = []
    for mark in marks:
        low, high = x(mark.start) - RADIUS - 2, x(mark.end) + RADIUS + 2
        label = mark.label if named or mark.accent else ""
        said, before = _words(label, low, high, size)
        room = max((width_of(line, size.small) + BESIDE for line in said), default=0.0)
        low, high = (low - room, high) if before else (low, high + room)
        tall = max(len(said), 1)
        line = 0
        while any(taken >= low for taken in ends[line : line + tall]):
            line += 1
        ends.extend([float("-inf")] * (line + tall - len(ends)))
        ends[line : line + tall] = [high] * tall
        placed.append(Placed(mark, line, said, before))
    return tuple(placed)


def _words(
    label: str, low: float, high: float, size: Size
) -> tuple[tuple[str, ...], bool]:
    """Return the words of a mark, and whether they stand before it.

    After it where they fit; else before it; else on several lines on the roomier side.
    """
    if not label:
        return (), False
    room = width_of(label, size.small) + BESIDE
    after, before = size.width - high - BESIDE, low - BESIDE
    if room <= after:
        return (label,), False
    if room <= before:
        return (label,), True
    widest = max(after, before)
    return tuple(wrap(label, widest, size.small)), before > after
