"""What the text takes from the data, as words: values, tables shown, charts.

A view reads as what its reader sees: caption, headings, cells; a chart as its marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.charts.build import build_chart
from edition.charts.spec import read_spec
from edition.issues import IssueError, Place
from edition.tables.request import read_request
from edition.tables.values import resolve_value
from edition.tables.view import build_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from edition.charts.model import Chart
    from edition.tables.source import TableSource
    from edition.tables.view import TableView
    from edition.text.roles import Use

__all__ = ["DataWords", "nowhere", "view_words"]

OF_PAGE = ("name", "caption")
"""Options that name a view and do not shape it."""

BETWEEN = " | "


class DataWords:
    """Resolves the uses of data in a text; each value and view is made once.

    What cannot be resolved is a fault that other rules tell: here it reads as its
    address.

    :param most: rows that a page can bear (``edition_excerpt_rows``).
    """

    def __init__(self, source: TableSource, *, most: int = 2000) -> None:
        self.source = source
        self.most = most
        self._made: dict[tuple[object, ...], str | None] = {}

    def __call__(self, use: Use) -> str | None:
        """Return the words of a use, nothing when it has none or is faulty."""
        make = MAKERS.get(use.name)
        if make is None:
            return None
        key = (use.name, use.argument, use.options)
        if key not in self._made:
            try:
                self._made[key] = make(self, use)
            except IssueError:
                self._made[key] = None
        return self._made[key]

    def value(self, use: Use) -> str:
        """Return the words of a value."""
        return resolve_value(use.argument, self.source).text

    def table(self, use: Use) -> str:
        """Return the headings and cells of a view."""
        options = {name: text for name, text in use.options if name not in OF_PAGE}
        table = use.argument.strip()
        request = read_request(table, options, at=nowhere, most=self.most)
        return view_words(build_view(request, self.source, at=nowhere))

    def chart(self, use: Use) -> str:
        """Return the marks of a chart."""
        options = {name: text or "" for name, text in use.options}
        spec = read_spec(use.argument.strip(), options, at=nowhere)
        return _chart_words(build_chart(spec, self.source, at=nowhere))


MAKERS: dict[str, Callable[[DataWords, Use], str]] = {
    "data-value": DataWords.value,
    "data-table": DataWords.table,
    "data-chart": DataWords.chart,
}


def view_words(view: TableView) -> str:
    """Return what a table shows, a line a row."""
    lines = [BETWEEN.join(column.title for column in view.columns)]
    for group in view.groups:
        if group.title is not None:
            lines.append(group.title.text)
        lines += [BETWEEN.join(cell.text for cell in row.cells) for row in group.rows]
    return "\n".join(lines)


def _chart_words(chart: Chart) -> str:
    lines = [chart.measure, chart.axis]
    for mark in chart.marks:
        at = "" if mark.start == mark.end == 0 else f"{mark.start:g}–{mark.end:g}"
        parts = (mark.series, mark.label, at, mark.said)
        lines.append(BETWEEN.join(part for part in parts if part))
    return "\n".join(line for line in lines if line)


def nowhere(option: str) -> Place:
    """Return no place: the rules of the rooms have said what is wrong, and where."""
    return Place("")
