"""Numbers against each other: percentages, and parts that should make a whole."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from edition.issues import Issue, IssueCode, suggestion
from edition.tables.check_values import NUMBER
from edition.tables.told import Finding, Said, quoted
from edition.tables.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from edition.issues import Place
    from edition.tables.checked import CheckedTable
    from edition.tables.located import Pointer
    from edition.tables.schema import Sum

__all__ = ["check_percentages", "check_promises", "check_sums"]

PERCENT = "pour-cent"
"""The row of the table of units whose numbers lie between 0 and 100."""


def check_percentages(table: CheckedTable) -> Iterator[Finding]:
    """Find percentages that lie outside 0 to 100.

    Those of a column whose unit is the percent, and those of a row whose own unit is,
    in its columns of numbers without a unit.
    """
    expected = "entre 0 et 100"
    by_row = [field for field in table.fields() if _names_unit(table, field.name)]
    for field in table.fields():
        if not field.is_numeric or field.type == "year":
            continue
        cells = table.columns[field.name]
        bad = {value for value in table.values(field.name) if _beyond(value)}
        if not bad or (field.unit and field.unit != PERCENT):
            continue
        rows = table.rows_with(field.name, bad)
        if not field.unit:
            units = [table.columns[unit.name] for unit in by_row]
            rows = [row for row in rows if any(unit[row] == PERCENT for unit in units)]
        if not rows:
            continue

        def say(row: int, name: str = field.name, cells: list[str] = cells) -> Said:
            return Said(f"{name} {quoted(cells[row])} en pour cent", expected)

        yield Finding(IssueCode.TABLE_VALUE_PERCENT, field.name, rows, say)


def _names_unit(table: CheckedTable, name: str) -> bool:
    foreign = table.schema.field(name).foreign
    return foreign is not None and foreign.table == UNITS


def _beyond(value: str) -> bool:
    return bool(NUMBER.fullmatch(value)) and not 0 <= float(value) <= 100


def check_sums(table: CheckedTable) -> Iterator[Finding]:
    """Find the parts that do not make their whole (``edition:sums``)."""
    for promised in table.schema.sums:
        if promised.columns:
            yield from _across(table, promised)
        else:
            yield from _down(table, promised)


def check_promises(
    table: CheckedTable, *, locate: Callable[[Pointer], Place]
) -> Iterator[Issue]:
    """Return the sums that nothing could ever prove wrong.

    :param locate: tells where a value of the schema stands.
    """
    code = IssueCode.TABLE_SCHEMA
    for number, promised in enumerate(table.schema.sums):
        total, said = promised.total, f"somme « {promised.label} »"
        at: Pointer = ("edition:sums", number)
        if isinstance(total, str) and promised.column and total not in table.ids:
            message = f"{said} : la ligne « {total} » du total n'existe pas"
            hint = suggestion(total, table.ids)
            yield Issue(code, locate(at), message, "l'id d'une ligne du tableau", hint)
        elif len(table) and not any(True for _ in _selected(table, promised)):
            message = f"{said} : aucune ligne ne répond à « where »"
            yield Issue(
                code, locate(at), message, "des valeurs qui sont dans le tableau"
            )


def _across(table: CheckedTable, promised: Sum) -> Iterator[Finding]:
    """Add the parts within each row; rows where one is missing are not judged."""
    total = promised.total
    parts = list(promised.columns)
    needed = [*parts, total] if isinstance(total, str) else parts
    if any(name not in table.columns for name in needed):
        return
    sums: dict[int, tuple[float, float]] = {}
    for row in _selected(table, promised):
        values = [_number(table.columns[name][row]) for name in parts]
        due = _number(table.columns[total][row]) if isinstance(total, str) else total
        found = math.fsum(values)
        if not math.isnan(found) and _differ(found, due, promised.tolerance):
            sums[row] = (found, due)

    def say(row: int) -> Said:
        found, due = sums[row]
        message = f"{promised.label} : {' + '.join(parts)} font {_shown(found)}"
        return Said(message, _expected(due, promised.tolerance))

    if sums:
        yield Finding(IssueCode.TABLE_SUM, ", ".join(parts), list(sums), say)


def _down(table: CheckedTable, promised: Sum) -> Iterator[Finding]:
    """Add a column over the rows of each group; missing numbers are not judged."""
    column, total = promised.column, promised.total
    used = [column, *promised.by, *(name for name, _ in promised.where)]
    if any(name not in table.columns for name in used):
        return
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for row in _selected(table, promised):
        groups[tuple(table.columns[name][row] for name in promised.by)].append(row)
    due = _total(table, promised)
    told: dict[int, tuple[str, float]] = {}
    for key, rows in groups.items():
        parts = [row for row in rows if table.row_id(row) != total]
        found = math.fsum(_number(table.columns[column][row]) for row in parts)
        if parts and not math.isnan(found) and _differ(found, due, promised.tolerance):
            told[parts[0]] = (", ".join(key), found)

    def say(row: int) -> Said:
        key, found = told[row]
        group = f" ({key})" if key else ""
        message = f"{promised.label}{group} : la somme de {column} fait {_shown(found)}"
        return Said(message, _expected(due, promised.tolerance))

    if told:
        yield Finding(IssueCode.TABLE_SUM, column, sorted(told), say)


def _selected(table: CheckedTable, promised: Sum) -> Iterator[int]:
    conditions = [
        (table.columns[name], frozenset(values))
        for name, values in promised.where
        if name in table.columns
    ]
    for row in range(len(table)):
        if all(cells[row] in values for cells, values in conditions):
            yield row


def _total(table: CheckedTable, promised: Sum) -> float:
    """Return the total due; ``NaN``, which nothing differs from, when not known."""
    if not isinstance(promised.total, str):
        return promised.total
    for row, cell in enumerate(table.columns[promised.column]):
        if table.row_id(row) == promised.total:
            return _number(cell)
    return math.nan


def _number(cell: str) -> float:
    return float(cell) if NUMBER.fullmatch(cell) else math.nan


def _differ(found: float, due: float, tolerance: float) -> bool:
    # Sums of decimals are off by a few units in the last place.
    return abs(found - due) > tolerance + 1e-9 * max(1.0, abs(due))


def _shown(number: float) -> str:
    return f"{number:.12g}"


def _expected(due: float, tolerance: float) -> str:
    within = f", à {_shown(tolerance)} près" if tolerance else ""
    return f"{_shown(due)}{within}"
