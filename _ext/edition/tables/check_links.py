"""Cells that name a row of another table, and units that schemas name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.issues import Issue, IssueCode, known_values, suggestion
from edition.tables.told import Said, quoted
from edition.tables.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from edition.issues import Place
    from edition.tables.checked import CheckedTable
    from edition.tables.located import Pointer
    from edition.tables.schema import TableSchema
    from edition.tables.told import Finding

__all__ = ["check_links", "check_schema_links"]


MOST_LISTED = 12
"""Of a longer table, the first ids would tell nothing."""


def check_links(
    table: CheckedTable, ids: Mapping[str, Collection[str]]
) -> Iterator[Finding]:
    """Find the cells whose row does not exist.

    :param ids: the row ids of each table that could be read; links to others are not
        judged.
    """
    for field in table.fields():
        if field.foreign is None or field.foreign.table not in ids:
            continue
        target = field.foreign.table
        known = ids[target]
        # A blank at the edge has its own message.
        values = table.values(field.name).difference(known)
        bad = {value for value in values if value.strip() not in known}

        def say(
            cell: str,
            name: str = field.name,
            target: str = target,
            known: Collection[str] = known,
        ) -> Said:
            message = f"{name} {quoted(cell)} pas dans le tableau « {target} »"
            expected = known_values(sorted(known)) if len(known) <= MOST_LISTED else ""
            return Said(message, expected, suggestion(cell, known))

        code = IssueCode.TABLE_VALUE_FOREIGN
        yield from table.finding(code, field.name, bad, say)


def check_schema_links(
    schema: TableSchema,
    *,
    locate: Callable[[Pointer], Place],
    tables: Collection[str],
    units: Collection[str] | None,
) -> Iterator[Issue]:
    """Return the links of a schema to tables and units that do not exist.

    :param locate: tells where a value of the schema stands.
    :param units: the ids of the table of units; nothing when it cannot be read.
    """
    for number, field in enumerate(schema.fields):
        of = f"champ « {field.name} »"
        if field.foreign is not None and field.foreign.table not in tables:
            name = field.foreign.table
            yield Issue(
                IssueCode.TABLE_UNKNOWN,
                locate(("fields", number)),
                f"{of} : tableau « {name} » inconnu",
                known_values(sorted(tables)),
                suggestion(name, tables),
            )
        if field.unit and units is not None and field.unit not in units:
            yield Issue(
                IssueCode.TABLE_UNIT,
                locate(("fields", number, "edition:unit")),
                f"{of} : unité « {field.unit} » pas dans le tableau « {UNITS} »",
                hint=suggestion(field.unit, units),
            )
