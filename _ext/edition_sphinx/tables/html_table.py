"""A view as an HTML table: caption, headings with their scope, rows with their ids."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from edition.tables.cells import CellKind
from edition_sphinx.tables.html_cell import CellWriter, data_type
from edition_sphinx.tables.words import spaced, text_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.tables.view import TableView, ViewColumn, ViewGroup, ViewRow
    from edition_sphinx.tables.links import Links

__all__ = ["TableHtml"]

LEAST_ROWS_FOR_TOOLS = 5
"""Shorter tables are seen at a glance."""

LONG = 90
"""Signs in a cell from which its column needs room, or its rows become towers."""


class TableHtml:
    """Writes one view.

    :param prefix: of the ids of rows: the id of the view, or the name of the table on
        its page; empty for a view without id.
    :param linked: whether the heading of each row links to the row, for its address.
    """

    def __init__(
        self, view: TableView, links: Links, *, prefix: str, linked: bool = False
    ) -> None:
        self._view = view
        self._prefix = prefix
        self._linked = linked
        levels = dict.fromkeys(key.level for key in view.levels)
        ranks = {level: rank for rank, level in enumerate(levels, start=1)}
        self._writers = [
            CellWriter(column, links, ranks=ranks) for column in view.columns
        ]

    @property
    def caption_id(self) -> str:
        """The id of the caption; no row can have it, for want of a point."""
        return f"{self._prefix}-titre"

    def open(self, *, identified: bool, tools: bool) -> str:
        """Return all that stands before the words of the caption.

        :param identified: whether the figure carries the prefix as its id.
        :param tools: whether a script may add sorting and filtering.
        """
        view = self._view
        anchor = f' id="{self._prefix}"' if identified else ""
        caption = f' id="{self.caption_id}"' if self._prefix else ""
        label = (
            f'aria-labelledby="{self.caption_id}"'
            if self._prefix
            else f'aria-label="{escape(spaced(view.title))}"'
        )
        box = ""
        if tools and view.shown >= LEAST_ROWS_FOR_TOOLS:
            box = '<div class="ed-table-tools" data-table-tools="" hidden=""></div>\n'
        return (
            f'<figure class="ed-table"{anchor} data-table="{view.table}">\n{box}'
            f'<div class="ed-scroll" tabindex="0" role="region" {label}>\n'
            f'<table class="ed-grid">\n<caption class="ed-caption"{caption}>'
            '<span class="ed-caption-line">'
        )

    def rest(self) -> Iterator[str]:
        """Write all that stands after the words of the caption, up to the foot.

        In pieces, so that a long table is never twice in memory.
        """
        yield "</span></caption>\n<thead>\n<tr>"
        yield from map(self._heading, self._view.columns, self._long_columns())
        yield "</tr>\n</thead>\n"
        yield from self._bodies()
        yield "</table>\n</div>\n"

    def _long_columns(self) -> list[bool]:
        rows = [row.cells for group in self._view.groups for row in group.rows]
        return [
            column.kind is CellKind.TEXT
            and any(len(cells[place].text) > LONG for cells in rows)
            for place, column in enumerate(self._view.columns)
        ]

    def _heading(self, column: ViewColumn, long: bool) -> str:
        style = ' class="ed-num"' if column.kind is CellKind.NUMBER else ""
        if long:
            style = ' class="ed-long"'
        unit = ""
        if column.unit:
            unit = f' <span class="ed-unit">({escape(column.unit)})</span>'
        return (
            f'<th scope="col"{style} data-type="{data_type(column.kind)}">'
            f"{text_html(column.title)}{unit}</th>"
        )

    def _bodies(self) -> Iterator[str]:
        for group in self._view.groups:
            yield "<tbody>\n"
            if group.title is not None:
                yield self._group_heading(group)
            for row in group.rows:
                yield self._row(row)
            yield "</tbody>\n"

    def _group_heading(self, group: ViewGroup) -> str:
        title = group.title
        assert title is not None
        content = self._writers[0].content(title)
        span = len(self._view.columns)
        return (
            f'<tr class="ed-group"><th scope="rowgroup" colspan="{span}">'
            f"{content}</th></tr>\n"
        )

    def _row(self, row: ViewRow) -> str:
        anchor = f' id="{self._prefix}.{row.id}"' if self._prefix else ""
        cells = [
            writer.write(cell)
            for writer, cell in zip(self._writers, row.cells, strict=True)
        ]
        at = self._view.header
        if self._linked:
            link = f"#{self._prefix}.{row.id}"
            cells[at] = f'<th scope="row"><a href="{link}">{escape(row.id)}</a></th>'
        else:
            cells[at] = self._writers[at].header(row.cells[at])
        return f"<tr{anchor}>{''.join(cells)}</tr>\n"
