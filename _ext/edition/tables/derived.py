"""Values worked out from other tables: the rows of ``derives``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.issues import Issue, IssueCode, IssueError, Place
from edition.tables.expression import ExpressionError
from edition.tables.formula import Formula, parse_formula
from edition.tables.formula_value import formula_value, plain_number, rounded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from edition.tables.source import TableSource

__all__ = ["DERIVED", "derived_number", "read_formula"]

DERIVED = "derives"
"""The table of formulas."""


def read_formula(cells: Mapping[str, str], *, place: Place) -> Formula:
    """Understand the formula of a row.

    :raises IssueError: at ``place``, with a caret under the fault.
    """
    text = cells["formule"]
    try:
        return parse_formula(text)
    except ExpressionError as error:
        raise IssueError(_issue(error, cells, place)) from None


def derived_number(
    cells: Mapping[str, str], source: TableSource, *, place: Place
) -> str:
    """Work out a row; return the number with a decimal point.

    Rounded to the decimals of the row, « non vu » or nothing there meaning that the
    formula rounds for itself.

    :param cells: the row; ``formule`` and ``decimales`` are looked at.
    :param place: of the row.
    :raises IssueError: at ``place``, with a caret under the fault.
    """
    formula = read_formula(cells, place=place)
    try:
        value = formula_value(formula, source)
    except ExpressionError as error:
        raise IssueError(_issue(error, cells, place)) from None
    decimals = cells.get("decimales", "")
    if decimals.isdigit():
        value = rounded(value, min(int(decimals), 6))
    return _written(value, cells, place)


def _written(value: Fraction, cells: Mapping[str, str], place: Place) -> str:
    written = plain_number(value)
    if written is None:
        row = cells.get("id", "")
        message = f"(id {row}) la formule donne un nombre sans fin"
        hint = "fixer « decimales », ou écrire round(…, 1) dans la formule"
        raise IssueError(Issue(IssueCode.FORMULA, place, message, hint=hint))
    return written


def _issue(error: ExpressionError, cells: Mapping[str, str], place: Place) -> Issue:
    kind = f"(id {cells.get('id', '')}) formule"
    return error.issue(IssueCode.FORMULA, place, cells["formule"], kind=kind)
