"""The order of the rows of a view: numbers, dates by time, French words; missing last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from edition.tables.cells import CellKind
from edition.tables.collation import collation_key
from edition.tables.edtf import EdtfError, parse_edtf
from edition.tables.format import column_kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from edition.tables.load import Table
    from edition.tables.request import SortKey
    from edition.tables.schema import Field
    from edition.tables.source import TableSource

__all__ = ["sort_positions"]

# Their rows stand in an order of their own, which says more than the alphabet.
RANKED = ("level", "scope")


def sort_positions(
    positions: list[int],
    *,
    table: Table,
    keys: Sequence[SortKey],
    source: TableSource,
) -> list[int]:
    """Return the positions of rows in the order of ``keys``, the first most important.

    Rows that agree in all keys keep the order of the file. A row without a value comes
    last, whether the order ascends or descends.
    """
    ordered = positions
    # A stable sort by the last key first leaves the first key in command.
    for key in reversed(keys):
        cells = table.frame[key.name].tolist()
        missing = set(table.schema.missing)
        value = _value_of(table.schema.field(key.name), source)
        values = {cell: value(cell) for cell in set(cells) - missing}
        there = [at for at in ordered if cells[at] in values]
        absent = [at for at in ordered if cells[at] not in values]
        there.sort(key=lambda at: values[cells[at]], reverse=key.descending)
        ordered = there + absent
    return ordered


def _value_of(field: Field, source: TableSource) -> Callable[[str], Any]:
    """Return what the cells of a column are sorted by."""
    if field.foreign:
        name = field.foreign.table
        if field.role in RANKED:
            ranks = {row: rank for rank, row in enumerate(source.labels(name))}
            return lambda cell: ranks.get(cell, len(ranks))
        return lambda cell: collation_key(source.label(name, cell))
    match column_kind(field):
        case CellKind.NUMBER:
            return _number
        case CellKind.DATE:
            return _date
        case _:
            return collation_key


def _number(cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        return float("inf")


def _date(cell: str) -> str:
    try:
        return parse_edtf(cell).sort_text
    except EdtfError:
        # After every date, as what cannot be read comes last.
        return f"~{cell}"
