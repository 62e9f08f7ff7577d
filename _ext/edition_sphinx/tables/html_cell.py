"""The cells of a view as HTML. Everything that comes from data is escaped here."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from edition.tables.cells import Cell, CellKind
from edition_sphinx.html.marks import level_mark
from edition_sphinx.tables.words import text_html

if TYPE_CHECKING:
    from edition.tables.view import ViewColumn
    from edition_sphinx.tables.links import Links

__all__ = ["CellWriter", "data_type", "level_html"]

MOST_KNOWN = 1_000
"""Cells of a column that are remembered: a value that repeats does so early."""

NUMBERED = {CellKind.NUMBER, CellKind.LEVEL}


def data_type(kind: CellKind) -> str:
    """Return how the script of the page sorts a column."""
    if kind in NUMBERED:
        return "number"
    return "date" if kind is CellKind.DATE else "text"


def level_html(level: str, scope: str, label: str) -> str:
    """Write a level of proof: its mark, its word, and what the mark says to the ear."""
    return f"{level_mark(level, scope)} {text_html(label)}"


class CellWriter:
    """Writes the cells of one column.

    Cells that are the same object, because many rows repeat a value, are written once.

    :param ranks: the order of the levels of proof, by which a script sorts them.
    """

    def __init__(
        self, column: ViewColumn, links: Links, *, ranks: dict[str, int]
    ) -> None:
        self._column = column
        self._links = links
        self._ranks = ranks
        self._known: dict[int, str] = {}

    def write(self, cell: Cell) -> str:
        """Return a whole ``td``."""
        known = self._known.get(id(cell))
        if known is None:
            attributes = self._attributes(cell)
            known = f"<td{attributes}>{self.content(cell)}</td>"
            if len(self._known) < MOST_KNOWN:
                self._known[id(cell)] = known
        return known

    def header(self, cell: Cell) -> str:
        """Return a whole ``th`` that heads its row."""
        return f'<th scope="row"{self._attributes(cell)}>{self.content(cell)}</th>'

    def content(self, cell: Cell) -> str:
        """Return what stands inside a cell."""
        match cell.kind:
            case CellKind.EMPTY:
                return (
                    f'<span aria-hidden="true">{cell.text}</span>'
                    '<span class="visually-hidden">sans objet</span>'
                )
            case CellKind.MISSING:
                return escape(cell.text)
            case CellKind.LEVEL:
                return level_html(cell.level or "", cell.scope or "", cell.text)
            case CellKind.LINK if cell.href:
                href = escape(cell.href)
                return f'<a href="{href}" rel="external">{escape(cell.text)}</a>'
            case CellKind.TEXT if cell.target:
                return self._link(cell)
            case CellKind.TEXT if cell.language:
                # No French spaces in it.
                return escape(cell.text)
            case CellKind.TEXT | CellKind.DATE:
                return text_html(cell.text)
            case _:
                return escape(cell.text)

    def _link(self, cell: Cell) -> str:
        text = text_html(cell.text)
        href = self._links.row(cell.target) if cell.target else None
        return f'<a href="{escape(href)}">{text}</a>' if href else text

    def _attributes(self, cell: Cell) -> str:
        match cell.kind:
            case CellKind.TEXT if cell.language:
                return f' lang="{escape(cell.language)}"'
            case CellKind.MISSING:
                return f' class="ed-missing{self._figures}"'
            case CellKind.EMPTY:
                return f' class="ed-missing ed-empty{self._figures}"'
            case CellKind.NUMBER:
                return (
                    f' class="ed-num" data-sort="{escape(cell.sort)}"{self._pad(cell)}'
                )
            case CellKind.DATE:
                return f' class="ed-date" data-sort="{escape(cell.sort)}"'
            case CellKind.LEVEL:
                return f' data-sort="{self._ranks.get(cell.level or "", 0)}"'
            case _:
                return ""

    @property
    def _figures(self) -> str:
        """The class that sets a word in a column of figures under them."""
        return " ed-num" if self._column.kind is CellKind.NUMBER else ""

    def _pad(self, cell: Cell) -> str:
        """Say which decimals are missing, so that a sheet can align the figures."""
        most = self._column.decimals
        if cell.decimals == most:
            return ""
        missing = "0" * (most - cell.decimals)
        return f' data-pad="{missing if cell.decimals else "," + missing}"'
