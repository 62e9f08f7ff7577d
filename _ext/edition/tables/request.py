"""What a view asks for, read from the options of ``data-table``.

Only the form is looked at here; whether the table has such columns and rows is left
to :mod:`edition.tables.request_check`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from edition.issues import (
    Issue,
    IssueCode,
    IssueError,
    Place,
    known_values,
    suggestion,
)
from edition.tables.expression import ExpressionError
from edition.tables.filter import parse_filter

__all__ = [
    "OPTIONS",
    "ColumnRequest",
    "OptionPlaces",
    "SortKey",
    "TableRequest",
    "read_request",
]

OptionPlaces = Callable[[str], Place]
"""Gives the line of an option; of the directive itself for an empty name."""

YES_NO = {"yes": True, "no": False}

# A title with a comma stands between quotes: « lieu = "Ville, pays" ».
ITEM = re.compile(r'(?P<item>(?:"[^"]*"|[^,"])*)(?:,|$)')
COLUMN = re.compile(r"(?P<name>[^=\s]+)\s*(?:=\s*(?P<title>.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ColumnRequest:
    """A column to show.

    :param title: instead of the title that the schema gives; empty to keep that.
    """

    name: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class SortKey:
    """A column to sort by."""

    name: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class TableRequest:
    """What a view asks for.

    :param columns: empty for all columns that a reader wants.
    :param limit: the first rows alone; 0 for all.
    :param row_header: the column whose cells head their row; empty to let the view
        choose.
    :param most: rows that a page can bear; more are cut, and that is said. 0 for all.
    """

    table: str
    columns: tuple[ColumnRequest, ...] = ()
    filter: str = ""
    sort: tuple[SortKey, ...] = ()
    group: str = ""
    limit: int = 0
    row_header: str = ""
    units: bool = True
    most: int = 0


def read_request(
    table: str, options: Mapping[str, str], *, at: OptionPlaces, most: int = 0
) -> TableRequest:
    """Read the options of a view.

    :param at: gives the line of each option for messages.
    :raises IssueError: every option that cannot be read, at once.
    """
    request = TableRequest(table=table, most=most)
    issues: list[Issue] = []
    for option, text in options.items():
        try:
            request = _with_option(request, option, text.strip(), at(option))
        except IssueError as error:
            issues.extend(error.issues)
    if issues:
        raise IssueError(*issues)
    return request


def _with_option(
    request: TableRequest, option: str, text: str, place: Place
) -> TableRequest:
    if option not in OPTIONS:
        raise IssueError(
            Issue(
                IssueCode.VIEW_OPTION,
                place,
                f"option « {option} » inconnue",
                expected=known_values(OPTIONS),
                hint=suggestion(option, OPTIONS),
            )
        )
    read = OPTIONS[option]
    if read is None:
        return request
    if not text:
        message = f"option « {option} » vide"
        raise IssueError(Issue(IssueCode.VIEW_OPTION, place, message))
    field = option.replace("-", "_")
    change: dict[str, Any] = {field: read(option, text, place)}
    return replace(request, **change)


def _items(text: str) -> Iterator[str]:
    """Split at the commas that stand outside quotes."""
    offset = 0
    while offset <= len(text):
        found = ITEM.match(text, offset)
        if found is None:
            yield text[offset:].strip()
            return
        yield found["item"].strip()
        if found.end() == len(text) and not found.group().endswith(","):
            return
        offset = found.end()


def _columns(option: str, text: str, place: Place) -> tuple[ColumnRequest, ...]:
    columns = []
    for item in _items(text):
        found = COLUMN.fullmatch(item)
        title = (found["title"] or "").strip() if found else ""
        if found is None or ("=" in item and not title):
            message = f"colonne « {item} » illisible dans « columns »"
            expected = "date, titre = Événement"
            raise IssueError(Issue(IssueCode.VIEW_OPTION, place, message, expected))
        if len(title) > 1 and title[0] == title[-1] == '"':
            title = title[1:-1].strip()
        columns.append(ColumnRequest(found["name"], title))
    return tuple(columns)


def _sort(option: str, text: str, place: Place) -> tuple[SortKey, ...]:
    keys = []
    for item in _items(text):
        name = item.removeprefix("-").strip()
        if not name or " " in name:
            message = f"tri « {item} » illisible"
            expected = "date, -titre (« - » : du plus grand au plus petit)"
            raise IssueError(Issue(IssueCode.VIEW_OPTION, place, message, expected))
        keys.append(SortKey(name, item.startswith("-")))
    return tuple(keys)


def _filter(option: str, text: str, place: Place) -> str:
    try:
        parse_filter(text)
    except ExpressionError as error:
        issue = error.issue(IssueCode.VIEW_FILTER, place, text)
        raise IssueError(issue) from None
    return text


def _word(option: str, text: str, place: Place) -> str:
    return text


def _limit(option: str, text: str, place: Place) -> int:
    if text.isascii() and text.isdigit() and int(text[:9]) > 0 and len(text) < 9:
        return int(text)
    message = f"limit « {text} » illisible"
    expected = "un nombre entier de lignes, à partir de 1"
    raise IssueError(Issue(IssueCode.VIEW_OPTION, place, message, expected))


def _units(option: str, text: str, place: Place) -> bool:
    if text in YES_NO:
        return YES_NO[text]
    message = f"units « {text} » inconnu"
    raise IssueError(Issue(IssueCode.VIEW_OPTION, place, message, "yes ou no"))


OPTIONS: Mapping[str, Callable[[str, str, Place], object] | None] = {
    # Read by the directive: they belong to the page, not to the view.
    "name": None,
    "caption": None,
    "columns": _columns,
    "filter": _filter,
    "sort": _sort,
    "group": _word,
    "limit": _limit,
    "row-header": _word,
    "units": _units,
}
"""The options of a view, and how each is read."""
