"""Whether a table can give what a view asks for: its columns, its filter, some rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.issues import Issue, IssueCode, known_values, nearest, suggestion
from edition.tables.expression import ExpressionError
from edition.tables.filter import parse_filter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.tables.filter import Expression
    from edition.tables.load import Table
    from edition.tables.request import OptionPlaces, TableRequest

__all__ = ["check_request"]


def check_request(
    request: TableRequest, table: Table, *, at: OptionPlaces
) -> list[Issue]:
    """Return every fault of a view, at the line of the option that holds it.

    A view without rows is a fault too: nobody writes one on purpose.
    """
    issues = [
        _unknown(name, option, table, at)
        for option, name in _named(request)
        if name not in table.schema
    ]
    issues.extend(_twice(request, at))
    issues.extend(_header(request, at))
    if request.filter:
        issues.extend(_filter(request, table, at))
    elif not len(table):
        message = f"tableau « {table.name} » sans aucune ligne"
        issues.append(Issue(IssueCode.VIEW_EMPTY, at(""), message))
    return issues


def _named(request: TableRequest) -> Iterator[tuple[str, str]]:
    """Every column that is named, with the option that names it."""
    for column in request.columns:
        yield "columns", column.name
    for key in request.sort:
        yield "sort", key.name
    if request.group:
        yield "group", request.group
    if request.row_header:
        yield "row-header", request.row_header


def _unknown(name: str, option: str, table: Table, at: OptionPlaces) -> Issue:
    columns = table.schema.columns
    return Issue(
        IssueCode.VIEW_COLUMN,
        at(option),
        f"colonne « {name} » inconnue du tableau « {table.name} »",
        expected=known_values(columns),
        hint=suggestion(name, columns),
    )


def _twice(request: TableRequest, at: OptionPlaces) -> Iterator[Issue]:
    seen = set()
    for column in request.columns:
        if column.name in seen:
            message = f"colonne « {column.name} » demandée deux fois"
            yield Issue(IssueCode.VIEW_OPTION, at("columns"), message)
        seen.add(column.name)


def _header(request: TableRequest, at: OptionPlaces) -> Iterator[Issue]:
    shown = [column.name for column in request.columns]
    if request.row_header and shown and request.row_header not in shown:
        yield Issue(
            IssueCode.VIEW_COLUMN,
            at("row-header"),
            f"« row-header » nomme « {request.row_header} », qui n'est pas montrée",
            expected=known_values(shown),
            hint=suggestion(request.row_header, shown),
        )


def _filter(request: TableRequest, table: Table, at: OptionPlaces) -> Iterator[Issue]:
    expression = parse_filter(request.filter)
    try:
        found = expression.mask(table)
    except ExpressionError as error:
        yield error.issue(IssueCode.VIEW_FILTER, at("filter"), request.filter)
        return
    if not found.any():
        yield Issue(
            IssueCode.VIEW_EMPTY,
            at("filter"),
            f"tableau « {table.name} » : le filtre ne retient aucune ligne sur "
            f"{len(table)}",
            hint=_nearest_value(expression, table),
            excerpt=request.filter,
        )


def _nearest_value(expression: Expression, table: Table) -> str:
    """Find a text of the filter that no cell holds, and the cell it looks like."""
    for comparison in expression.comparisons:
        if comparison.operator not in {"=", "in"}:
            continue
        known = table.frame[comparison.column].unique().tolist()
        for value in comparison.values:
            if value.kind != "string" or value.text in known:
                continue
            found = nearest(value.text, known)
            if found:
                said = f"« {comparison.column} » ne vaut jamais « {value.text} »"
                return f"{said}, vouliez-vous « {found} »"
    return ""
