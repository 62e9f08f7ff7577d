"""Finding the rows that satisfy a filter, column by column.

Cells that hold no value (« non vu », empty) never satisfy an order nor ``contains``;
``= "non vu"`` and ``= ""`` find them.
"""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from edition.issues import known_values, suggestion
from edition.tables.collation import fold
from edition.tables.conditions import And, Comparison, Condition, Literal, Not
from edition.tables.edtf import EXPECTED, Edtf, EdtfError, parse_edtf
from edition.tables.expression import ExpressionError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from edition.tables.load import Table
    from edition.tables.schema import Field, TableSchema

__all__ = ["check_comparison", "condition_mask", "is_date"]

ORDERS: dict[str, Callable[[Any, Any], Any]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}

# A period is before a date when all of it is; so « <= "2013" » keeps what ends in 2013.
DATE_ORDERS: dict[str, Callable[[Edtf, Edtf], bool]] = {
    "<": lambda cell, value: cell.latest < value.earliest,
    "<=": lambda cell, value: cell.latest <= value.latest,
    ">": lambda cell, value: cell.earliest > value.latest,
    ">=": lambda cell, value: cell.earliest >= value.earliest,
}


def is_date(field: Field) -> bool:
    """Whether the cells of a column are dates to compare by time."""
    return field.type == "date" or field.format == "edtf"


def check_comparison(comparison: Comparison, schema: TableSchema) -> None:
    """Raise :class:`~.expression.ExpressionError` for what makes no sense in this table."""
    if comparison.column not in schema:
        msg = f"colonne « {comparison.column} » inconnue"
        raise ExpressionError(
            msg,
            comparison.offset,
            expected=known_values(schema.columns),
            hint=suggestion(comparison.column, schema.columns),
        )
    field = schema.field(comparison.column)
    _check_operator(comparison, field)
    for value in comparison.values:
        _check_value(value, comparison, field, schema)


def _check_operator(comparison: Comparison, field: Field) -> None:
    ordered = field.is_numeric or is_date(field)
    if comparison.operator in ORDERS and not ordered:
        msg = (
            f"« {comparison.operator} » compare des nombres ou des dates, et la "
            f"colonne « {field.name} » est un texte"
        )
        raise ExpressionError(
            msg,
            comparison.operator_offset,
            expected="=, !=, in, contains",
        )
    if comparison.operator == "contains" and (ordered or field.type == "boolean"):
        msg = (
            f"« contains » cherche dans un texte, et la colonne « {field.name} » "
            "n'en est pas un"
        )
        raise ExpressionError(
            msg,
            comparison.operator_offset,
            expected="=, !=, in" + (", <, <=, >, >=" if ordered else ""),
        )


def _check_value(
    value: Literal, comparison: Comparison, field: Field, schema: TableSchema
) -> None:
    if _names_missing(value, schema) and comparison.operator in {"=", "!=", "in"}:
        return
    column = f"colonne « {field.name} »"
    if field.is_numeric and value.kind != "number":
        msg = f"{column} : « {value.text} » n'est pas un nombre"
        raise ExpressionError(
            msg,
            value.offset,
            expected=_known_missing("un nombre sans guillemets", schema),
        )
    if is_date(field):
        try:
            parse_edtf(value.text)
        except EdtfError as error:
            msg = f"{column} : {error}"
            raise ExpressionError(
                msg, value.offset, expected=f'{EXPECTED}, entre "'
            ) from None
    if field.type == "boolean" and value.text not in {"true", "false"}:
        msg = f"{column} : « {value.text} » n'est ni vrai ni faux"
        raise ExpressionError(
            msg,
            value.offset,
            expected=_known_missing("true ou false", schema),
        )


def _known_missing(expected: str, schema: TableSchema) -> str:
    words = [f'"{word}"' for word in schema.missing if word]
    return " ou ".join([expected, *words])


def _names_missing(value: Literal, schema: TableSchema) -> bool:
    return value.kind == "string" and value.text in schema.missing


def condition_mask(condition: Condition, table: Table) -> pd.Series[bool]:
    """Return which rows satisfy a condition that was checked."""
    found = _mask(condition, table)
    return pd.Series(found, index=table.frame.index, dtype=bool)


def _mask(condition: Condition, table: Table) -> Any:
    if isinstance(condition, Comparison):
        return _comparison_mask(condition, table)
    if isinstance(condition, Not):
        return ~_mask(condition.condition, table)
    masks = [_mask(part, table) for part in condition.conditions]
    join = np.logical_and if isinstance(condition, And) else np.logical_or
    return join.reduce(masks)


def _comparison_mask(comparison: Comparison, table: Table) -> Any:
    field = table.schema.field(comparison.column)
    if comparison.operator == "contains":
        wanted = fold(comparison.values[0].text)
        return _each(table, field, lambda cell: wanted in fold(cell))
    if comparison.operator in ORDERS:
        return _order_mask(comparison, table, field)
    equal = np.logical_or.reduce(
        [_equal_mask(value, table, field) for value in comparison.values]
    )
    return ~equal if comparison.operator == "!=" else equal


def _equal_mask(value: Literal, table: Table, field: Field) -> Any:
    if field.is_numeric and not _names_missing(value, table.schema):
        return table.numbers(field.name).to_numpy() == float(value.text)
    return (table.frame[field.name] == value.text).to_numpy(dtype=bool)


def _order_mask(comparison: Comparison, table: Table, field: Field) -> Any:
    text = comparison.values[0].text
    if field.is_numeric:
        # NaN, where nothing was seen, is in no order with any number.
        numbers = table.numbers(field.name).to_numpy()
        return ORDERS[comparison.operator](numbers, float(text))
    ordered = DATE_ORDERS[comparison.operator]
    wanted = parse_edtf(text)

    def holds(cell: str) -> bool:
        try:
            return ordered(parse_edtf(cell), wanted)
        except EdtfError:
            return False

    return _each(table, field, holds)


def _each(table: Table, field: Field, holds: Callable[[str], bool]) -> Any:
    """Ask a question of each value once, however many cells repeat it."""
    cells = table.frame[field.name]
    values: Iterable[str] = cells.unique()
    missing = table.schema.missing
    kept = [cell for cell in values if cell not in missing and holds(cell)]
    return cells.isin(kept).to_numpy(dtype=bool)
