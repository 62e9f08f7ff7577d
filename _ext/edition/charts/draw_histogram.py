"""A histogram: how many rows fall into each class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.charts.ink import Ink
from edition.charts.sheet import open_sheet, scale_number, write_ticks

if TYPE_CHECKING:
    from edition.charts.model import Chart, Size
    from edition.charts.stage import Stage

__all__ = ["draw_histogram"]

BETWEEN = 2.0
"""From one class to the next: they touch, and yet can be counted."""


def draw_histogram(chart: Chart, size: Size) -> Stage:
    """Draw the classes side by side; classes of unequal width get equal places."""
    classes = chart.marks
    counts = [mark.value or 0.0 for mark in classes]
    edges = [*(mark.start for mark in classes), classes[-1].end]
    height = 190.0 if size.is_narrow else 220.0
    between = BETWEEN * len(classes) / size.width
    stage = open_sheet(
        chart,
        size,
        height,
        across=(0.0, float(len(classes))),
        left=6.0,
        right=14.0,
        scale=True,
        above=10.0,
    )
    for place, (mark, count) in enumerate(zip(classes, counts, strict=True)):
        tall = height * count / max(counts)
        if count:
            ink = Ink.ACCENT if mark.accent else Ink.FIRST
            if chart.highlights and not mark.accent:
                ink = Ink.QUIET
            stage.box(place + between / 2, height - tall, 1 - between, tall, ink=ink)
        x, y = stage.x(place + 0.5), stage.top + height - tall - 5
        stage.text(mark.said, x, y, anchor="center", small=True)
    stage.line((0, len(classes)), (height, height), ink=Ink.AXIS)
    said = [scale_number(edge, grouped=not chart.dated) for edge in edges]
    if chart.dated:
        # A year is the name of its class, not one of its edges.
        middles = [place + 0.5 for place in range(len(classes))]
        write_ticks(stage, middles, [mark.label for mark in classes], lines=False)
    else:
        write_ticks(
            stage, [float(place) for place in range(len(edges))], said, lines=False
        )
    return stage
