"""Which tables a view takes its words from, said before it is built.

A page depends on all of them; a test compares this with what building the view takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.tables.levels import LEVELS, SCOPES
from edition.tables.units import UNITS
from edition.tables.view_columns import shown_columns

if TYPE_CHECKING:
    from edition.tables.request import TableRequest
    from edition.tables.source import TableSource

__all__ = ["needed_tables"]


def needed_tables(request: TableRequest, source: TableSource) -> tuple[str, ...]:
    """Return the tables that a view needs, sorted; its columns must be known."""
    table = source.table(request.table)
    shown = [column.name for column in shown_columns(request, table)]
    looked_at = {*shown, *(key.name for key in request.sort)}
    if request.group:
        looked_at.add(request.group)
    witness = table.schema.role("source")
    if witness is not None:
        looked_at.add(witness.name)
    needed = {table.name}
    for name in looked_at:
        field = table.schema.field(name)
        if field.foreign:
            needed.add(field.foreign.table)
        if field.role == "level":
            needed.update((LEVELS, SCOPES))
        if field.unit and request.units:
            needed.add(UNITS)
    return tuple(sorted(needed))
