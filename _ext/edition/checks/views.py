"""Rule: every view and every chart of the text can be made from its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.charts import OPTIONS as CHART_OPTIONS
from edition.charts import build_chart, check_marks, read_spec
from edition.checks.places import option_places
from edition.findings.listing import LISTING, listed_rows
from edition.issues import Issue, IssueError
from edition.tables.request import OPTIONS, read_request
from edition.tables.request_check import check_request
from edition.tables.source import TableSource
from edition.text.book import read_book

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from edition.paths import EditionPaths
    from edition.tables.request import OptionPlaces
    from edition.text.roles import Use

__all__ = ["check"]


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return what keeps the views and charts of the book from being made."""
    source = TableSource(paths)
    for page in read_book(paths):
        for use in page.uses:
            if use.kind != "directive" or use.name not in RULES:
                continue
            at = option_places(use, paths, page=page.path)
            try:
                yield from RULES[use.name](use, source, at)
            except IssueError as error:
                yield from error.issues


def _view(use: Use, source: TableSource, at: OptionPlaces) -> list[Issue]:
    request = read_request(use.argument.strip(), _options(use, OPTIONS), at=at)
    table = source.table(request.table, place=at(""))
    return check_request(request, table, at=at)


def _chart(use: Use, source: TableSource, at: OptionPlaces) -> list[Issue]:
    options = _options(use, CHART_OPTIONS)
    spec = read_spec(use.argument.strip(), options, at=at)
    return check_marks(build_chart(spec, source, at=at), at=at)


def _list(use: Use, source: TableSource, at: OptionPlaces) -> list[Issue]:
    listed_rows(use.argument.strip(), dict(use.options), source, at=at)
    return []


def _options(use: Use, known: Collection[str]) -> dict[str, str]:
    """Return the options that the directive has; others have their own message."""
    return {name: text for name, text in use.options if name in known}


RULES = {"data-table": _view, "data-chart": _chart, LISTING: _list}
