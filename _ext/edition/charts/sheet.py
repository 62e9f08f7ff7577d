"""What all charts share around their plot: first line, scale, and the key of signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.ticker import MaxNLocator

from edition.charts.ink import Ink
from edition.charts.model import ChartType
from edition.charts.stage import Stage
from edition.charts.words import width_of, wrap
from edition.tables.numbers import french_number

if TYPE_CHECKING:
    from edition.charts.model import Chart, Size

__all__ = ["LINE", "drop", "open_sheet", "scale_number", "ticks", "write_ticks"]

LINE = 17.0
"""From one baseline to the next."""

HEADER_GAP = 12.0
TICK_ROOM = 22.0
KEY_ROOM = 26.0
KEY = "valeur approchée ou incertaine"
DATE_KEY = "date approchée ou incertaine"


def open_sheet(
    chart: Chart,
    size: Size,
    plot_height: float,
    *,
    across: tuple[float, float],
    up: tuple[float, float] | None = None,
    left: float = 0.0,
    right: float = 0.0,
    scale: bool = False,
    above: float = 0.0,
) -> Stage:
    """Open a drawing with its first line and its key.

    :param scale: leave room for the numbers of a scale under the plot.
    :param above: more room between the first line and the plot.
    """
    header = (
        wrap(chart.measure, size.width, size.small, most=2) if chart.measure else []
    )
    axis = wrap(chart.axis, size.width, size.small, most=2) if chart.axis else []
    keyed = any(mark.uncertain or mark.most is not None for mark in chart.seen)
    top = len(header) * LINE + (HEADER_GAP if header else 4.0) + above
    bottom = (TICK_ROOM if scale else 6.0) + len(axis) * LINE
    height = top + plot_height + bottom + (KEY_ROOM if keyed else 0.0)
    stage = Stage(
        size,
        height,
        across=across,
        up=up,
        left=left,
        right=right,
        top=top,
        bottom=height - top - plot_height,
    )
    for number, line in enumerate(header):
        stage.text(line, 0, 13 + number * LINE, ink=Ink.MUTED, small=True)
    for number, line in enumerate(axis):
        y = top + plot_height + TICK_ROOM + 10 + number * LINE
        stage.text(
            line, size.width - right, y, ink=Ink.MUTED, anchor="right", small=True
        )
    if keyed:
        said = DATE_KEY if chart.dated and not chart.measure else KEY
        shape = "s" if chart.type is ChartType.BAR else "o"
        stage.marker(
            6, height - 11, ink=Ink.FIRST, shape=shape, hollow=True, on_sheet=True
        )
        stage.text(said, 17, height - 7, ink=Ink.MUTED, small=True)
    return stage


def drop(size: float) -> float:
    """Return how far below the middle of a mark the baseline of its words stands."""
    return size * 0.35


def ticks(low: float, high: float, *, most: int, whole: bool = False) -> list[float]:
    """Return few round numbers that cover an interval."""
    locator = MaxNLocator(nbins=most, steps=[1, 2, 2.5, 5, 10], integer=whole)
    return [float(value) for value in locator.tick_values(low, high)]


def scale_number(value: float, *, grouped: bool = True) -> str:
    """Write a number of a scale in French, without useless decimals."""
    return french_number(f"{value:.10g}", grouped=grouped)


def write_ticks(
    stage: Stage, values: list[float], said: list[str], *, lines: bool = True
) -> None:
    """Write a horizontal scale under the plot, leaving out numbers that would touch."""
    y = stage.top + stage.plot_height + 16
    last = float("-inf")
    for value, text in zip(values, said, strict=True):
        if lines:
            height = stage.plot.get_ylim()
            stage.line((value, value), height, ink=Ink.RULE)
        half = width_of(text, stage.size.small) / 2
        x = min(max(stage.x(value), half), stage.size.width - half)
        if x - half > last + 8:
            stage.text(text, x, y, ink=Ink.MUTED, anchor="center", small=True)
            last = x + half
