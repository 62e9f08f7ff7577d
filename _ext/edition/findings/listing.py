"""Which rows of the apparatus a list of an annex shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.findings.records import FINDINGS, VARIANTS
from edition.issues import Issue, IssueCode, IssueError, known_values, suggestion
from edition.tables.request import read_request
from edition.tables.view import build_view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edition.tables.request import OptionPlaces
    from edition.tables.source import TableSource

__all__ = ["LISTED", "LISTING", "OPTIONS", "listed_rows"]

LISTING = "data-apparatus"
"""The directive of such a list."""

LISTED = (FINDINGS, VARIANTS)
OPTIONS = ("filter", "sort")


def listed_rows(
    name: str, options: Mapping[str, str], source: TableSource, *, at: OptionPlaces
) -> tuple[str, ...]:
    """Return the row ids that a list shows, in its order.

    :param name: of the table, one of :data:`LISTED`.
    :raises IssueError: another table, a filter that makes no sense, no row.
    """
    if name not in LISTED:
        raise IssueError(
            Issue(
                IssueCode.VIEW_OPTION,
                at(""),
                f"« {LISTING} » ne montre pas le tableau « {name} »",
                known_values(LISTED),
                suggestion(name, LISTED),
            )
        )
    shaping = {option: text for option, text in options.items() if option in OPTIONS}
    view = build_view(read_request(name, shaping, at=at), source, at=at)
    return tuple(row.id for row in view.rows)
