"""A view of a table: resolved values, in their order, in no format's syntax.

The one model from which HTML, EPUB, text and PDF are written; reading the options is
left to :mod:`edition.tables.request`, syntax to each format.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.issues import IssueError
from edition.tables.cells import Cell, CellKind
from edition.tables.credits import Credits, read_credits
from edition.tables.filter import parse_filter
from edition.tables.format import column_kind, format_cell
from edition.tables.levels import LevelKey, level_keys
from edition.tables.ordering import sort_positions
from edition.tables.request_check import check_request
from edition.tables.view_columns import header_column, shown_columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from edition.tables.load import Table
    from edition.tables.request import ColumnRequest, OptionPlaces, TableRequest
    from edition.tables.schema import Field
    from edition.tables.source import TableSource

__all__ = ["TableView", "ViewColumn", "ViewGroup", "ViewRow", "build_view"]


@dataclass(frozen=True, slots=True)
class ViewColumn:
    """A column as shown.

    :param unit: to be shown in the heading, empty when there is none.
    :param decimals: the most that a cell of the column has, to align them.
    """

    name: str
    title: str
    unit: str
    kind: CellKind
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class ViewRow:
    """A row as shown, with its permanent id."""

    id: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ViewGroup:
    """Rows under one heading; without heading when the view has no groups."""

    title: Cell | None
    rows: tuple[ViewRow, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """What a reader sees of a table.

    :param header: which column heads its rows.
    :param total: rows of the whole table.
    :param found: rows that satisfy the filter.
    :param cut: whether rows were left out because a page could not bear them.
    :param levels: the levels of proof that appear, to be explained.
    :param group: the column under whose values the rows stand, if any.
    """

    table: str
    title: str
    columns: tuple[ViewColumn, ...]
    header: int
    groups: tuple[ViewGroup, ...]
    total: int
    found: int
    cut: bool
    levels: tuple[LevelKey, ...]
    credits: Credits
    group: ViewColumn | None = None

    @property
    def rows(self) -> Iterator[ViewRow]:
        """Every row shown, in order."""
        for group in self.groups:
            yield from group.rows

    @property
    def shown(self) -> int:
        """How many rows are shown."""
        return sum(len(group.rows) for group in self.groups)

    def holds(self, kind: CellKind) -> bool:
        """Whether a cell of this kind is shown."""
        return any(cell.kind is kind for row in self.rows for cell in row.cells)


def build_view(
    request: TableRequest, source: TableSource, *, at: OptionPlaces
) -> TableView:
    """Find, order and format the rows of a view.

    :param at: gives the line of each option for messages.
    :raises IssueError: an unknown table or column, a filter that makes no sense, no row.
    """
    table = source.table(request.table, place=at(""))
    issues = check_request(request, table, at=at)
    if issues:
        raise IssueError(*issues)
    columns = shown_columns(request, table)
    positions = _positions(request, table, source)
    found = len(positions)
    if request.limit:
        positions = positions[: request.limit]
    cut = bool(request.most) and len(positions) > request.most
    if cut:
        positions = positions[: request.most]
    cells = [
        _cells(table.schema.field(column.name), table, positions, source)
        for column in columns
    ]
    ids = table.frame.index[positions].tolist()
    # A row has as many cells as there are columns, and there is at least one column.
    rows = [
        ViewRow(row, shown)
        for row, shown in zip(ids, zip(*cells, strict=True), strict=True)
    ]
    return TableView(
        table=table.name,
        title=table.schema.title,
        columns=tuple(
            _view_column(column, shown, table, source, units=request.units)
            for column, shown in zip(columns, cells, strict=True)
        ),
        header=header_column(request, columns, table),
        groups=_groups(request, table, positions, rows, source),
        total=len(table),
        found=found,
        cut=cut,
        levels=level_keys(cells, source),
        credits=read_credits(
            table,
            rows=ids,
            shown={column.name for column in columns},
            source=source,
        ),
        group=_group_column(request, table),
    )


def _positions(request: TableRequest, table: Table, source: TableSource) -> list[int]:
    if request.filter:
        mask = parse_filter(request.filter).mask(table)
        positions = mask.to_numpy().nonzero()[0].tolist()
    else:
        positions = list(range(len(table)))
    return sort_positions(positions, table=table, keys=request.sort, source=source)


def _cells(
    field: Field, table: Table, positions: Sequence[int], source: TableSource
) -> list[Cell]:
    """Format a column; a value that many cells repeat is formatted once."""
    column = table.frame[field.name].tolist()
    scope = table.schema.role("scope")
    scopes: Sequence[str | None] = [None] * len(column)
    if column_kind(field) is CellKind.LEVEL and scope:
        scopes = table.frame[scope.name].tolist()
    languages: Sequence[str | None] = [None] * len(column)
    if field.language:
        languages = table.frame[field.language].tolist()
    known: dict[tuple[str, str | None, str | None], Cell] = {}
    cells = []
    for position in positions:
        key = (column[position], scopes[position], languages[position])
        cell = known.get(key)
        if cell is None:
            cell = known[key] = format_cell(
                key[0],
                field,
                source=source,
                missing=table.schema.missing,
                scope=key[1],
                language=key[2],
            )
        cells.append(cell)
    return cells


def _view_column(
    column: ColumnRequest,
    cells: Iterable[Cell],
    table: Table,
    source: TableSource,
    *,
    units: bool,
) -> ViewColumn:
    field = table.schema.field(column.name)
    unit = source.unit(field.unit) if units else None
    return ViewColumn(
        name=field.name,
        title=column.title or field.title,
        unit=unit.heading if unit else "",
        kind=CellKind.TEXT if field.foreign and not field.role else column_kind(field),
        decimals=max((cell.decimals for cell in cells), default=0),
    )


def _group_column(request: TableRequest, table: Table) -> ViewColumn | None:
    if not request.group:
        return None
    field = table.schema.field(request.group)
    return ViewColumn(field.name, field.title, unit="", kind=column_kind(field))


def _groups(
    request: TableRequest,
    table: Table,
    positions: Sequence[int],
    rows: Sequence[ViewRow],
    source: TableSource,
) -> tuple[ViewGroup, ...]:
    """Put the rows under headings, in the order in which each first appears."""
    if not request.group:
        return (ViewGroup(None, tuple(rows)),)
    field = table.schema.field(request.group)
    titles = _cells(field, table, positions, source)
    grouped: dict[str, tuple[Cell, list[ViewRow]]] = {}
    for title, row in zip(titles, rows, strict=True):
        grouped.setdefault(title.raw, (title, []))[1].append(row)
    return tuple(ViewGroup(title, tuple(found)) for title, found in grouped.values())
