"""Our nodes in plain text: the words, without links, marks or files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.writers.text import Cell as TextCell
from sphinx.writers.text import Table as TextTable

from edition.tables import table_names
from edition.tables.cells import CellKind
from edition.tables.page import build_page
from edition.tables.source import TableSource
from edition.text.spacing import french
from edition_sphinx.config import get_paths
from edition_sphinx.tables.views import node_view, table_number, unplaced

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.writers.text import TextTranslator

    from edition.tables.cells import Cell
    from edition.tables.view import TableView
    from edition_sphinx.tables.nodes import (
        data_caption,
        data_index,
        data_page,
        data_table,
        data_value,
    )

__all__ = [
    "depart_caption",
    "depart_nothing",
    "depart_table",
    "visit_caption",
    "visit_index",
    "visit_page",
    "visit_table",
    "visit_value",
]

WIDEST = 40
"""Longer cells go on in the next line."""


def visit_table(self: TextTranslator, node: data_table) -> None:
    """Write the number and, without a caption, the title."""
    self.new_state(0)
    number = table_number(self.builder.env, node)
    if number:
        self.add_text(f"{number} – ")
    if not node.children:
        self.add_text(french(node["title"]))


def depart_table(self: TextTranslator, node: data_table) -> None:
    """Write the rows below the caption."""
    self.end_state(wrap=False)
    self.new_state(0)
    self.add_text(_grid(node_view(self.builder.env, node)))
    self.end_state(wrap=False)


def visit_caption(self: TextTranslator, node: data_caption) -> None:
    """Let the words of a caption follow the number."""


def depart_caption(self: TextTranslator, node: data_caption) -> None:
    """Nothing is left to write."""


def visit_page(self: TextTranslator, node: data_page) -> None:
    """Write what the table is, and its rows."""
    env = self.builder.env
    source = TableSource(get_paths(env))
    page = build_page(node["table"], source, at=unplaced)
    for text in (page.description, *page.doubts, *page.notes, page.notice):
        if text:
            self.new_state(0)
            self.add_text(french(text))
            self.end_state()
    self.new_state(0)
    self.add_text(_grid(page.view))
    self.end_state(wrap=False)


def visit_index(self: TextTranslator, node: data_index) -> None:
    """Write the titles of the tables."""
    source = TableSource(get_paths(self.builder.env))
    self.new_state(0)
    for name in table_names(source.paths):
        self.add_text(f"* {french(source.table(name).schema.title)}\n")
    self.end_state(wrap=False)


def visit_value(self: TextTranslator, node: data_value) -> None:
    """Let a value be its words."""


def depart_nothing(self: TextTranslator, node: nodes.Element) -> None:
    """Nothing is left to write."""


def _grid(view: TableView) -> str:
    headings = [
        f"{column.title} ({column.unit})" if column.unit else column.title
        for column in view.columns
    ]
    rows = [[_text(cell) for cell in row.cells] for row in view.rows]
    widths = [
        min(WIDEST, max(map(len, column)))
        for column in zip(headings, *rows, strict=True)
    ]
    table = TextTable(widths)
    for text in headings:
        table.add_cell(TextCell(text))
    table.add_row()
    table.set_separator()
    for group in view.groups:
        if group.title is not None:
            table.add_cell(TextCell(_text(group.title), colspan=len(widths)))
            table.add_row()
        for row in group.rows:
            for cell in row.cells:
                table.add_cell(TextCell(_text(cell)))
            table.add_row()
    return str(table)


def _text(cell: Cell) -> str:
    spaced = cell.kind is CellKind.TEXT and not cell.language
    return french(cell.text) if spaced else cell.text
