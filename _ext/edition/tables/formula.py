"""Formulas of computed values: a small language of ours, read and worked out by us.

::

    count(bibliotheques where ville = "Brest")
    sum(bibliotheques.surface_m2 where etablissement = "brest")
    round(100 * count(constats where niveau = "primaire") / count(constats))
    chiffres:brest-prets-2009.nombre / 1000

``count`` counts rows, or the cells of a column that hold a value; ``distinct`` counts
different values; ``sum``, ``min``, ``max``, ``mean`` and ``median`` look at the cells
that hold one. Results are exact; ``round`` must say where an endless one is to stop.
Working them out is left to :mod:`edition.tables.formula_value`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from edition.issues import suggestion
from edition.tables.expression import ExpressionError, Token, TokenStream
from edition.tables.filter import read_condition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.tables.conditions import Condition

__all__ = [
    "Aggregate",
    "CellValue",
    "Formula",
    "Node",
    "Number",
    "Operation",
    "Round",
    "parse_formula",
]

COLUMN_FUNCTIONS = ("sum", "min", "max", "mean", "median", "distinct")
FUNCTIONS = ("count", *COLUMN_FUNCTIONS, "round")

MOST_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Number:
    """A number written in the formula."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Operation:
    """Two values and ``+ - * /`` between them."""

    sign: str
    left: Node
    right: Node
    offset: int


@dataclass(frozen=True, slots=True)
class Round:
    """A value rounded, halves away from zero."""

    value: Node
    decimals: int


@dataclass(frozen=True, slots=True)
class Aggregate:
    """One number from many rows.

    :param column: empty for ``count`` of rows.
    :param condition: which rows; nothing for all.
    """

    function: str
    table: str
    column: str
    condition: Condition | None
    offset: int
    column_offset: int


@dataclass(frozen=True, slots=True)
class CellValue:
    """The number in one cell."""

    table: str
    row: str
    column: str
    offset: int


Node = Number | Operation | Round | Aggregate | CellValue


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was understood."""

    text: str
    root: Node

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables it looks at, sorted."""
        return tuple(sorted(set(_tables(self.root))))


@lru_cache(maxsize=512)
def parse_formula(text: str) -> Formula:
    """Understand a formula.

    :raises ExpressionError: with the place of the fault in ``text``.
    """
    stream = TokenStream(text)
    root = _read_sum(stream)
    if stream.current.kind != "end":
        msg = "+, -, *, /, ou la fin de la formule"
        raise stream.unexpected(msg)
    return Formula(text, root)


def _read_sum(stream: TokenStream) -> Node:
    left = _read_product(stream)
    while token := stream.take_sign("+", "-"):
        left = Operation(token.text, left, _read_product(stream), token.offset)
    return left


def _read_product(stream: TokenStream) -> Node:
    left = _read_factor(stream)
    while token := stream.take_sign("*", "/"):
        left = Operation(token.text, left, _read_factor(stream), token.offset)
    return left


def _read_factor(stream: TokenStream) -> Node:
    token = stream.current
    if token.kind == "number":
        stream.take()
        return Number(Fraction(token.text))
    if stream.take_sign("-"):
        stream.enter()
        value = _read_factor(stream)
        stream.leave()
        return Operation("-", Number(Fraction(0)), value, token.offset)
    if stream.take_sign("("):
        stream.enter()
        value = _read_sum(stream)
        stream.need_sign(")")
        stream.leave()
        return value
    if token.kind != "word":
        msg = "un nombre, « ( » ou une fonction : count, sum…"
        raise stream.unexpected(msg)
    stream.take()
    if stream.take_sign("("):
        stream.enter()
        value = _read_call(stream, token)
        stream.need_sign(")")
        stream.leave()
        return value
    return _read_cell(stream, token)


def _read_call(stream: TokenStream, function: Token) -> Node:
    if function.text == "round":
        value = _read_sum(stream)
        return Round(value, _read_decimals(stream))
    if function.text not in FUNCTIONS:
        msg = f"fonction « {function.text} » inconnue"
        raise ExpressionError(
            msg,
            function.offset,
            expected=", ".join(FUNCTIONS),
            hint=suggestion(function.text, FUNCTIONS),
        )
    table = _need_word(stream, "le nom d'un tableau")
    column = None
    if function.text in COLUMN_FUNCTIONS:
        stream.need_sign(".")
        column = _need_word(stream, "le nom d'une colonne")
    elif stream.take_sign("."):
        column = _need_word(stream, "le nom d'une colonne")
    condition = read_condition(stream) if stream.take_word("where") else None
    return Aggregate(
        function=function.text,
        table=table.text,
        column=column.text if column else "",
        condition=condition,
        offset=table.offset,
        column_offset=column.offset if column else table.offset,
    )


def _read_decimals(stream: TokenStream) -> int:
    if not stream.take_sign(","):
        return 0
    token = stream.current
    if token.kind == "number" and token.text.isdigit():
        decimals = int(token.text[:3])
        if decimals <= MOST_DECIMALS:
            stream.take()
            return decimals
    msg = f"un nombre de décimales, de 0 à {MOST_DECIMALS}"
    raise stream.unexpected(msg)


def _read_cell(stream: TokenStream, table: Token) -> CellValue:
    if not stream.take_sign(":"):
        msg = f"« {table.text} » inattendu"
        raise ExpressionError(
            msg,
            table.offset,
            expected="tableau:ligne.colonne, ou une fonction : count, sum…",
            hint=suggestion(table.text, FUNCTIONS),
        )
    row = _need_word(stream, "l'id d'une ligne")
    stream.need_sign(".")
    column = _need_word(stream, "le nom d'une colonne")
    return CellValue(table.text, row.text, column.text, table.offset)


def _need_word(stream: TokenStream, expected: str) -> Token:
    if stream.current.kind != "word":
        raise stream.unexpected(expected)
    return stream.take()


def _tables(node: Node) -> Iterator[str]:
    match node:
        case Operation(_, left, right):
            yield from _tables(left)
            yield from _tables(right)
        case Round(value):
            yield from _tables(value)
        case Aggregate() | CellValue():
            yield node.table
        case Number():
            return
