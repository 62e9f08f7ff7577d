"""Working out a formula: exact fractions from the digits of the cells."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

from edition.issues import IssueCode, IssueError, known_values, suggestion
from edition.tables.expression import ExpressionError
from edition.tables.filter import Expression
from edition.tables.formula import (
    Aggregate,
    CellValue,
    Formula,
    Node,
    Number,
    Operation,
    Round,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from edition.tables.load import Table
    from edition.tables.source import TableSource

__all__ = ["formula_value", "plain_number", "rounded"]

DERIVED = "derives"
"""The table of formulas, which formulas cannot look at: they might never end."""


def formula_value(formula: Formula, source: TableSource) -> Fraction:
    """Return the exact value of a formula.

    :raises ExpressionError: an unknown table, column or row, a cell without number,
        a division by zero.
    :raises IssueError: a table that cannot be read.
    """
    return _value(formula.root, source)


def plain_number(value: Fraction) -> str | None:
    """Write a fraction with a decimal point, or nothing when it never ends."""
    rest = value.denominator
    digits = 0
    while rest > 1 and digits <= 12:
        digits += 1
        rest //= math.gcd(rest, 10)
    if rest > 1:
        return None
    scaled = value * 10**digits
    whole = f"{abs(scaled.numerator):0{digits + 1}d}"
    said = whole if not digits else f"{whole[:-digits]}.{whole[-digits:]}"
    return f"-{said}" if value < 0 else said


def _value(node: Node, source: TableSource) -> Fraction:
    match node:
        case Number(value):
            return value
        case Operation():
            return _operation(node, source)
        case Round(inner, decimals):
            return rounded(_value(inner, source), decimals)
        case CellValue():
            return _cell(node, source)
        case Aggregate():
            return _aggregate(node, source)


def _operation(node: Operation, source: TableSource) -> Fraction:
    left, right = _value(node.left, source), _value(node.right, source)
    match node.sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
    if not right:
        msg = "division par zéro"
        raise ExpressionError(msg, node.offset)
    return left / right


def rounded(value: Fraction, decimals: int) -> Fraction:
    """Round halves away from zero, as French readers do; Python would go to even."""
    scale = 10**decimals
    whole = math.floor(abs(value) * scale + Fraction(1, 2))
    return Fraction(whole if value >= 0 else -whole, scale)


def _table(name: str, offset: int, source: TableSource) -> Table:
    if name == DERIVED:
        msg = f"une formule ne peut pas lire le tableau « {DERIVED} »"
        raise ExpressionError(msg, offset, expected="un tableau de données")
    try:
        return source.table(name)
    except IssueError as error:
        first = error.issues[0]
        if first.code is not IssueCode.TABLE_UNKNOWN:
            raise
        raise ExpressionError(
            first.message, offset, expected=first.expected, hint=first.hint
        ) from None


def _column(name: str, offset: int, table: Table, *, numeric: bool) -> str:
    columns = table.schema.columns
    if name not in table.schema:
        msg = f"colonne « {name} » inconnue du tableau « {table.name} »"
        raise ExpressionError(
            msg,
            offset,
            expected=known_values(columns),
            hint=suggestion(name, columns),
        )
    if numeric and not table.schema.field(name).is_numeric:
        numbers = [field.name for field in table.schema.fields if field.is_numeric]
        msg = f"la colonne « {name} » n'est pas faite de nombres"
        raise ExpressionError(msg, offset, expected=known_values(numbers))
    return name


def _cell(node: CellValue, source: TableSource) -> Fraction:
    table = _table(node.table, node.offset, source)
    column = _column(node.column, node.offset, table, numeric=True)
    if node.row not in table:
        msg = f"ligne « {node.row} » inconnue du tableau « {table.name} »"
        raise ExpressionError(
            msg,
            node.offset,
            hint=suggestion(node.row, table.frame.index.tolist()),
        )
    return _number(table.lookup(node.row)[column], node.offset)


def _aggregate(node: Aggregate, source: TableSource) -> Fraction:
    table = _table(node.table, node.offset, source)
    frame = table.frame
    if node.condition is not None:
        frame = frame[Expression("", node.condition).mask(table)]
    if not node.column:
        return Fraction(len(frame))
    numeric = node.function not in {"count", "distinct"}
    column = _column(node.column, node.column_offset, table, numeric=numeric)
    missing = table.schema.missing
    cells = [cell for cell in frame[column].tolist() if cell not in missing]
    if not numeric:
        return Fraction(len(set(cells) if node.function == "distinct" else cells))
    numbers = [_number(cell, node.column_offset) for cell in cells]
    if not numbers and node.function != "sum":
        msg = f"« {node.function} » ne trouve aucune valeur"
        raise ExpressionError(msg, node.offset)
    return AGGREGATES[node.function](numbers)


def _number(cell: str, offset: int) -> Fraction:
    try:
        return Fraction(cell)
    except (ValueError, ZeroDivisionError):
        said = f"« {cell} »" if cell else "une cellule vide"
        msg = f"{said} n'est pas un nombre"
        raise ExpressionError(msg, offset) from None


def _mean(numbers: Sequence[Fraction]) -> Fraction:
    return sum(numbers, Fraction(0)) / len(numbers)


def _median(numbers: Sequence[Fraction]) -> Fraction:
    ordered = sorted(numbers)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


AGGREGATES: dict[str, Callable[[Sequence[Fraction]], Fraction]] = {
    "sum": lambda numbers: sum(numbers, Fraction(0)),
    "min": min,
    "max": max,
    "mean": _mean,
    "median": _median,
}
