"""Lines: how a quantity moves along a scale, usually time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.charts.draw_dots import SHAPES
from edition.charts.ink import SERIES, Ink
from edition.charts.sheet import (
    LINE,
    drop,
    open_sheet,
    scale_number,
    ticks,
    write_ticks,
)
from edition.charts.words import spread, width_of, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.charts.model import Chart, Mark, Size
    from edition.charts.stage import Stage

__all__ = ["draw_lines"]

DASHES: tuple[tuple[float, ...], ...] = ((), (6, 3), (2, 2), (8, 3, 2, 3))
BESIDE = 9.0
MOST_LINES = 6
"""Of the name of a series: names that begin alike differ in their last words."""

MOST_FIGURES = 9
"""Points of a single line that get their figure; more would crowd it."""


def draw_lines(chart: Chart, size: Size) -> Stage:
    """Draw the lines of a chart, each named at its end."""
    single = len(chart.series) == 1
    values = [
        end for mark in chart.seen for end in (mark.value, mark.most) if end is not None
    ]
    low, high = min(values), max(values)
    if low > 0 and low < 2 * (high - low):
        low = 0.0
    levels = ticks(low, high, most=4)
    said = [scale_number(level) + chart.symbol for level in levels]
    gutter = max(width_of(text, size.small) for text in said) + BESIDE
    names = {} if single else _names(chart, size)
    widest = max(
        (width_of(line, size.text) for lines in names.values() for line in lines),
        default=0.0,
    )
    rooms = [_room(lines) for lines in names.values()]
    height = max(200.0 if size.is_narrow else 260.0, sum(rooms))
    across = _across(chart)
    stage = open_sheet(
        chart,
        size,
        height,
        across=across,
        up=(levels[0], levels[-1]),
        left=gutter + 6.0,
        right=widest + BESIDE if widest else 24.0,
        scale=True,
        above=10.0,
    )
    for level, text in zip(levels, said, strict=True):
        ink = Ink.AXIS if level == 0 else Ink.RULE
        stage.line(across, (level, level), ink=ink)
        y = _y(stage, level) + 4
        stage.text(text, gutter - 4, y, anchor="right", ink=Ink.MUTED, small=True)
    _write_scale(chart, stage, size)
    for place, series in enumerate(chart.series):
        _draw_series(chart, series, place, stage)
    _name_lines(chart, names, stage)
    if single:
        _write_figures(chart, stage)
    return stage


def _across(chart: Chart) -> tuple[float, float]:
    starts = [mark.start for mark in chart.seen]
    low, high = min(starts), max(starts)
    pad = (high - low) * 0.02 or 0.5
    return low - pad, high + pad


def _y(stage: Stage, value: float) -> float:
    low, high = stage.plot.get_ylim()
    return stage.top + (high - value) / (high - low) * stage.plot_height


def _write_scale(chart: Chart, stage: Stage, size: Size) -> None:
    low, high = stage.across
    most = 4 if size.is_narrow else 7
    values = [
        value
        for value in ticks(low, high, most=most, whole=chart.dated)
        if low <= value <= high
    ]
    said = [scale_number(value, grouped=not chart.dated) for value in values]
    write_ticks(stage, values, said, lines=False)


def _draw_series(chart: Chart, series: str, place: int, stage: Stage) -> None:
    marks = [mark for mark in chart.marks if mark.series == series]
    ink = SERIES[place % len(SERIES)]
    if any(mark.accent for mark in marks):
        ink = Ink.ACCENT
    elif chart.highlights:
        ink = Ink.QUIET
    for run in _runs(marks):
        stage.line(
            [mark.start for mark in run],
            [mark.value or 0.0 for mark in run],
            ink=ink,
            width=2.0,
            dashes=DASHES[place % len(DASHES)],
        )
    for mark in marks:
        if mark.value is None:
            continue
        if mark.most is not None:
            stage.line(
                (mark.start, mark.start), (mark.value, mark.most), ink=ink, width=2
            )
        shape = SHAPES[place % len(SHAPES)]
        stage.marker(
            mark.start,
            mark.value,
            ink=ink,
            shape=shape,
            hollow=mark.uncertain,
            diameter=7,
        )


def _runs(marks: list[Mark]) -> Iterator[list[Mark]]:
    """Break a line where a value was not seen."""
    run: list[Mark] = []
    for mark in marks:
        if mark.value is not None:
            run.append(mark)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


def _names(chart: Chart, size: Size) -> dict[str, list[str]]:
    """Return the lines of what stands at the end of each series."""
    widest = size.width * (0.26 if size.is_narrow else 0.24)
    last = {mark.series: mark for mark in chart.seen}
    return {
        series: [*wrap(series, widest, size.text, most=MOST_LINES), last[series].said]
        for series in chart.series
        if series in last
    }


def _room(lines: list[str]) -> float:
    """Return the height of what stands at the end of a series."""
    return len(lines) * LINE + 4


def _name_lines(chart: Chart, names: dict[str, list[str]], stage: Stage) -> None:
    last = {mark.series: mark for mark in chart.seen}
    wanted = [_y(stage, last[series].value or 0.0) for series in names]
    rooms = [_room(lines) for lines in names.values()]
    low, high = stage.top - 14, stage.top + stage.plot_height + 10
    centres = spread(wanted, rooms, low, high)
    for (series, lines), centre in zip(names.items(), centres, strict=True):
        x = stage.x(last[series].start) + BESIDE
        for number, line in enumerate(lines):
            y = centre + (number - (len(lines) - 1) / 2) * LINE + drop(stage.size.text)
            is_figure = number == len(lines) - 1
            strong = any(mark.accent for mark in chart.marks if mark.series == series)
            ink = Ink.MUTED if is_figure else Ink.STRONG if strong else Ink.TEXT
            stage.text(line, x, y, ink=ink, small=is_figure)


def _write_figures(chart: Chart, stage: Stage) -> None:
    seen = chart.seen
    chosen = seen if len(seen) <= MOST_FIGURES else (seen[0], seen[-1])
    for mark in chosen:
        x, y = stage.x(mark.start), _y(stage, mark.most or mark.value or 0.0) - 10
        half = width_of(mark.said, stage.size.text) / 2
        x = min(max(x, half), stage.size.width - half)
        stage.text(mark.said, x, y, anchor="center")
