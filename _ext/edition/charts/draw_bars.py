"""Bars: one quantity a row, from zero, with its figure at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.charts.ink import Ink
from edition.charts.labels import lay_rows, write_labels
from edition.charts.sheet import drop, open_sheet
from edition.charts.words import width_of

if TYPE_CHECKING:
    from edition.charts.model import Chart, Mark, Size
    from edition.charts.stage import Stage

__all__ = ["draw_bars"]

THICKNESS = 14.0
BESIDE = 7.0
"""From the end of a bar to its figure."""


def draw_bars(chart: Chart, size: Size) -> Stage:
    """Draw the bars of a chart."""
    rows = lay_rows(
        [mark.label for mark in chart.marks],
        size,
        strong=[mark.accent for mark in chart.marks],
    )
    ends = [_end(mark) for mark in chart.seen]
    low, high = min(0.0, *ends), max(0.0, *ends)
    room = BESIDE + max(width_of(mark.said, size.text) for mark in chart.marks)
    stage = open_sheet(
        chart,
        size,
        rows.height,
        across=(low, high),
        left=rows.column + (room if low < 0 else 0.0),
        right=room if high > 0 else 0.0,
    )
    write_labels(stage, rows)
    for mark, row in zip(chart.marks, rows.rows, strict=True):
        y = stage.top + row.middle + drop(size.text)
        if mark.value is None:
            stage.text(mark.said, stage.x(0) + BESIDE, y, ink=Ink.MUTED)
            continue
        ink = _ink(chart, mark)
        top = row.middle - THICKNESS / 2
        stage.box(0.0, top, mark.value, THICKNESS, ink=ink, hollow=mark.uncertain)
        if mark.most is not None:
            extra = mark.most - mark.value
            stage.box(mark.value, top, extra, THICKNESS, ink=ink, hollow=True)
        end = stage.x(_end(mark))
        if mark.value < 0:
            stage.text(mark.said, end - BESIDE, y, anchor="right")
        else:
            stage.text(mark.said, end + BESIDE, y)
    if size.is_narrow:
        # Between the labels, which stand on the same left edge.
        for row in rows.rows:
            stage.line((0, 0), (row.middle - 10, row.middle + 10), ink=Ink.AXIS)
    else:
        stage.line((0, 0), (0, rows.height), ink=Ink.AXIS)
    return stage


def _end(mark: Mark) -> float:
    return mark.most if mark.most is not None else mark.value or 0.0


def _ink(chart: Chart, mark: Mark) -> Ink:
    if mark.accent:
        return Ink.ACCENT
    return Ink.QUIET if chart.highlights else Ink.FIRST
