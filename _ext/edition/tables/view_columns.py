"""Which columns a view shows when its author does not say, and which heads the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.tables.request import ColumnRequest, TableRequest
from edition.tables.schema import KEY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edition.tables.load import Table

__all__ = ["header_column", "shown_columns"]

# Known to the machinery and to the dossier, of no use in the middle of a text.
UNSHOWN = (KEY, "id_dossier")


def shown_columns(request: TableRequest, table: Table) -> tuple[ColumnRequest, ...]:
    """Return the columns of a view: those asked for, or all that a reader wants."""
    if request.columns:
        return request.columns
    left_out = (*UNSHOWN, request.group)
    names = [name for name in table.schema.columns if name not in left_out]
    return tuple(ColumnRequest(name) for name in names or table.schema.columns)


def header_column(
    request: TableRequest, columns: Sequence[ColumnRequest], table: Table
) -> int:
    """Choose the column that heads the rows: as asked, the title's, or the first."""
    names = [column.name for column in columns]
    title = table.schema.role("title")
    for wanted in (request.row_header, title.name if title else ""):
        if wanted in names:
            return names.index(wanted)
    return 0
