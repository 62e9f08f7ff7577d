"""Filters: which rows of a table are wanted, in a small language of our own.

::

    ville = "Brest" and (surface_m2 >= 500 or not ouvert = true)
    date >= "2013-02" and niveau in ("primaire", "secondaire")
    titre contains "medi" and annee != "non vu"

Comparisons follow the column: numbers as numbers, dates by time, texts exactly;
``contains`` ignores case and accents. Finding the rows is left to
:mod:`edition.tables.mask`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from edition.tables.conditions import (
    And,
    Comparison,
    Condition,
    Literal,
    Not,
    Or,
    comparisons,
)
from edition.tables.expression import ExpressionError, Token, TokenStream
from edition.tables.mask import check_comparison, condition_mask

if TYPE_CHECKING:
    import pandas as pd

    from edition.tables.load import Table
    from edition.tables.schema import TableSchema

__all__ = ["Expression", "FilterError", "parse_filter", "read_condition"]

FilterError = ExpressionError

OPERATORS = ("=", "!=", "<", "<=", ">", ">=")
EXPECTED_OPERATOR = "=, !=, <, <=, >, >=, in, contains"
RESERVED = ("and", "or", "not", "in", "contains", "where")


@dataclass(frozen=True, slots=True)
class Expression:
    """A filter that was understood.

    :param text: as written.
    """

    text: str
    condition: Condition

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Every comparison, in the order written."""
        return tuple(comparisons(self.condition))

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns named, each once, in the order written."""
        return tuple(dict.fromkeys(found.column for found in self.comparisons))

    def check(self, schema: TableSchema) -> None:
        """Raise :class:`FilterError` for what makes no sense in this table."""
        for comparison in self.comparisons:
            check_comparison(comparison, schema)

    def mask(self, table: Table) -> pd.Series[bool]:
        """Return which rows are wanted, by row id.

        :raises FilterError: an unknown column, or a value of another type.
        """
        self.check(table.schema)
        return condition_mask(self.condition, table)


@lru_cache(maxsize=512)
def parse_filter(text: str) -> Expression:
    """Understand a filter.

    :raises FilterError: with the place of the fault in ``text``.
    """
    stream = TokenStream(text)
    condition = read_condition(stream)
    if stream.current.kind != "end":
        raise _after_condition(stream)
    return Expression(text, condition)


def read_condition(stream: TokenStream) -> Condition:
    """Read a condition and stop at the first token that cannot belong to it."""
    conditions = [_read_and(stream)]
    while stream.take_word("or"):
        conditions.append(_read_and(stream))
    return conditions[0] if len(conditions) == 1 else Or(tuple(conditions))


def _read_and(stream: TokenStream) -> Condition:
    conditions = [_read_not(stream)]
    while stream.take_word("and"):
        conditions.append(_read_not(stream))
    return conditions[0] if len(conditions) == 1 else And(tuple(conditions))


def _read_not(stream: TokenStream) -> Condition:
    negations = 0
    while stream.take_word("not"):
        negations += 1
    condition = _read_one(stream)
    return Not(condition) if negations % 2 else condition


def _read_one(stream: TokenStream) -> Condition:
    if stream.take_sign("("):
        stream.enter()
        condition = read_condition(stream)
        if not stream.take_sign(")"):
            raise _after_condition(stream, closing=True)
        stream.leave()
        return condition
    column = stream.current
    if column.kind != "word" or column.text in RESERVED:
        msg = "le nom d'une colonne ou « ( »"
        raise stream.unexpected(msg)
    stream.take()
    return _read_comparison(stream, column)


def _read_comparison(stream: TokenStream, column: Token) -> Condition:
    operator = stream.current
    if stream.take_sign(*OPERATORS):
        value = _read_value(stream)
        return Comparison(
            column.text, operator.text, (value,), column.offset, operator.offset
        )
    if stream.take_word("contains"):
        value = _read_value(stream)
        return Comparison(
            column.text, "contains", (value,), column.offset, operator.offset
        )
    negated = stream.take_word("not") is not None
    if stream.take_word("in"):
        values = _read_values(stream)
        found = Comparison(column.text, "in", values, column.offset, operator.offset)
        return Not(found) if negated else found
    raise stream.unexpected("« in »" if negated else EXPECTED_OPERATOR)


def _read_values(stream: TokenStream) -> tuple[Literal, ...]:
    stream.need_sign("(")
    values = [_read_value(stream)]
    while stream.take_sign(","):
        values.append(_read_value(stream))
    if not stream.take_sign(")"):
        msg = "« , » ou « ) »"
        raise stream.unexpected(msg)
    return tuple(values)


def _read_value(stream: TokenStream) -> Literal:
    token = stream.current
    if token.kind in {"string", "number"}:
        stream.take()
        return Literal(token.kind, token.text, token.offset)
    if stream.take_word("true", "false"):
        return Literal("boolean", token.text, token.offset)
    if stream.take_sign("-"):
        number = stream.current
        if number.kind == "number":
            stream.take()
            return Literal("number", f"-{number.text}", token.offset)
    expected = "un texte entre guillemets, un nombre, true ou false"
    hint = ""
    if token.kind == "word":
        hint = f'les textes se mettent entre guillemets : "{token.text}"'
    raise stream.unexpected(expected, hint=hint)


def _after_condition(stream: TokenStream, *, closing: bool = False) -> FilterError:
    expected = "and, or, « ) »" if closing else "and, or, ou la fin du filtre"
    date = stream.current.kind == "sign" and stream.current.text == "-"
    hint = "les dates se mettent entre guillemets" if date else ""
    return stream.unexpected(expected, hint=hint)
