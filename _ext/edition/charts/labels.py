"""Labelled rows, for bars and dots: where each label and each mark stands.

On a wide drawing labels stand in a column on the left; on a narrow one, above their
mark, over the whole width.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.charts.ink import Ink
from edition.charts.sheet import LINE, drop
from edition.charts.words import STRONGER, width_of, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edition.charts.model import Size
    from edition.charts.stage import Stage

__all__ = ["LabelRow", "LabelRows", "lay_rows", "write_labels"]

GAP = 10.0
WIDEST_COLUMN = 0.42
ROW_PADDING = 9.0
NARROW_BAND = 20.0


@dataclass(frozen=True, slots=True)
class LabelRow:
    """One labelled row.

    :param lines: the label, broken into lines.
    :param baseline: of its first line, in pixels from the top of the plot.
    :param middle: of its mark.
    """

    lines: tuple[str, ...]
    baseline: float
    middle: float
    strong: bool = False


@dataclass(frozen=True, slots=True)
class LabelRows:
    """All rows of a chart.

    :param column: the width of the column of labels; 0 when they stand above.
    """

    rows: tuple[LabelRow, ...]
    column: float
    height: float


def lay_rows(labels: Sequence[str], size: Size, *, strong: Sequence[bool]) -> LabelRows:
    """Find a place for each label and its mark."""
    if size.is_narrow:
        return _above(labels, size, strong)
    widest = max(
        width_of(label, size.text) * (STRONGER if is_strong else 1)
        for label, is_strong in zip(labels, strong, strict=True)
    )
    column = min(widest + 1, size.width * WIDEST_COLUMN)
    rows = []
    top = 0.0
    for label, is_strong in zip(labels, strong, strict=True):
        lines = wrap(label, column, size.text, strong=is_strong)
        height = len(lines) * LINE + ROW_PADDING
        middle = top + height / 2
        # The middle of small letters, not of the line, faces the middle of the mark.
        baseline = middle - (len(lines) - 1) * LINE / 2 + drop(size.text)
        rows.append(LabelRow(tuple(lines), baseline, middle, is_strong))
        top += height
    return LabelRows(tuple(rows), column + GAP, top)


def _above(labels: Sequence[str], size: Size, strong: Sequence[bool]) -> LabelRows:
    rows = []
    top = 0.0
    for label, is_strong in zip(labels, strong, strict=True):
        lines = wrap(label, size.width, size.text, strong=is_strong)
        middle = top + len(lines) * LINE + NARROW_BAND / 2
        rows.append(LabelRow(tuple(lines), top + size.text, middle, is_strong))
        top += len(lines) * LINE + NARROW_BAND + ROW_PADDING
    return LabelRows(tuple(rows), 0.0, top)


def write_labels(stage: Stage, rows: LabelRows) -> None:
    """Write the labels of all rows."""
    for row in rows.rows:
        for number, line in enumerate(row.lines):
            y = stage.top + row.baseline + number * LINE
            ink = Ink.STRONG if row.strong else Ink.TEXT
            if rows.column:
                stage.text(line, rows.column - GAP, y, anchor="right", ink=ink)
            else:
                stage.text(line, 0, y, ink=ink)
