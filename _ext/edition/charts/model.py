"""A chart ready to be drawn: its marks, with values, words and doubts resolved.

Where the marks come from is left to :mod:`.build`, how they look to the modules
``draw_*``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edition.tables.view import TableView

__all__ = ["NARROW", "WIDE", "Chart", "ChartType", "Mark", "Size"]


class ChartType(StrEnum):
    """The kinds of chart; the value is the word of the option ``type``."""

    BAR = "bar"
    """One quantity a row, from zero."""

    LINE = "line"
    """A quantity over time or over another quantity."""

    DOT = "dot"
    """One or several quantities a row, compared by place and not by length."""

    HISTOGRAM = "histogram"
    """How many rows fall into each class of a quantity or of a date."""

    TIMELINE = "timeline"
    """Dates and periods on one scale, in lanes."""

    @property
    def french(self) -> str:
        """What the chart is called by whoever cannot see it."""
        return NAMES[self]


NAMES = {
    ChartType.BAR: "Graphique en barres",
    ChartType.LINE: "Courbe",
    ChartType.DOT: "Graphique à points",
    ChartType.HISTOGRAM: "Histogramme",
    ChartType.TIMELINE: "Frise chronologique",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that a chart shows.

    :param row: the row it comes from; empty for a class of a histogram.
    :param value: the quantity; nothing where it was not seen, and in a timeline.
    :param said: the quantity as a reader reads it (« plus de 2 400 »).
    :param most: the upper end, when the source gives a range.
    :param start: where it stands on the horizontal scale (a date as a decimal year).
    :param end: where it ends there; equal to ``start`` for a point.
    :param series: the line, the shape or the lane it belongs to.
    """

    row: str
    label: str
    value: float | None = None
    said: str = ""
    most: float | None = None
    start: float = 0.0
    end: float = 0.0
    open_start: bool = False
    open_end: bool = False
    uncertain: bool = False
    accent: bool = False
    series: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of one table.

    :param measure: what is measured, with unit and year, as its first line says it.
    :param axis: what the horizontal scale is, where that is not evident.
    :param notes: what is left out, and what a sign means.
    :param symbol: written after each number of a scale (« % »).
    :param view: the rows, for whoever wants the figures.
    """

    type: ChartType
    marks: tuple[Mark, ...]
    view: TableView
    measure: str = ""
    axis: str = ""
    notes: tuple[str, ...] = ()
    symbol: str = ""
    dated: bool = False

    @property
    def series(self) -> tuple[str, ...]:
        """The series in the order of their first mark."""
        return tuple(dict.fromkeys(mark.series for mark in self.marks))

    @property
    def seen(self) -> tuple[Mark, ...]:
        """The marks that can be drawn."""
        if self.type is ChartType.TIMELINE:
            return self.marks
        return tuple(mark for mark in self.marks if mark.value is not None)

    @property
    def highlights(self) -> bool:
        """Whether some marks stand out."""
        return any(mark.accent for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Size:
    """A width for which a chart is laid out; its height follows from the marks.

    One unit is one pixel where there is room: text keeps its size from the desk to
    the phone, because each width has a drawing of its own.

    :param name: ends the ids and the class of the drawing.
    """

    name: str
    width: float
    text: float = 14.0
    small: float = 12.5

    @property
    def is_narrow(self) -> bool:
        """Whether labels stand above their marks rather than beside them."""
        return self.width < 480


WIDE = Size("large", 560.0)
NARROW = Size("etroit", 344.0)
