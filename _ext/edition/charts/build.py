"""From a table to the marks of a chart: rows chosen, values read, doubts kept.

What each kind of chart makes of the rows stands in :mod:`.quantities`,
:mod:`.classes` and :mod:`.periods`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.charts.classes import build_classes
from edition.charts.model import Chart, ChartType
from edition.charts.periods import build_periods
from edition.charts.quantities import build_quantities
from edition.charts.rows import read_rows
from edition.charts.shared import say_once
from edition.issues import Issue, IssueCode, IssueError, Severity, suggestion

if TYPE_CHECKING:
    from collections.abc import Callable

    from edition.charts.rows import Rows
    from edition.charts.spec import ChartSpec
    from edition.tables.request import OptionPlaces
    from edition.tables.source import TableSource

__all__ = ["build_chart", "check_marks"]

BUILDERS: dict[ChartType, Callable[[Rows], Chart]] = {
    ChartType.BAR: build_quantities,
    ChartType.DOT: build_quantities,
    ChartType.LINE: build_quantities,
    ChartType.HISTOGRAM: build_classes,
    ChartType.TIMELINE: build_periods,
}

FEWEST = 5
MOST = {
    ChartType.BAR: 60,
    ChartType.DOT: 60,
    ChartType.LINE: 400,
    ChartType.HISTOGRAM: 40,
    ChartType.TIMELINE: 120,
}
MOST_SERIES = 4
"""As many as can be told apart by shape and lightness."""


def build_chart(spec: ChartSpec, source: TableSource, *, at: OptionPlaces) -> Chart:
    """Return a chart that can be drawn.

    :param at: gives the line of each option for messages.
    :raises IssueError: every fault that makes it senseless to draw.
    """
    chart = BUILDERS[spec.type](read_rows(spec, source, at=at))
    issues = [*_check_size(chart, at), *_check_highlight(spec, chart, at)]
    if issues:
        raise IssueError(*issues)
    return say_once(chart)


def check_marks(chart: Chart, *, at: OptionPlaces) -> list[Issue]:
    """Say when a chart shows so little that words would do better."""
    count = len(chart.seen)
    if count >= FEWEST:
        return []
    marks = "1 marque" if count == 1 else f"{count} marques"
    return [
        Issue(
            IssueCode.CHART_TOO_FEW,
            at(""),
            f"graphique de {marks}",
            expected=f"au moins {FEWEST}",
            hint="le dire en une phrase, ou par la directive « data-table »",
            severity=Severity.WARNING,
        )
    ]


def _check_size(chart: Chart, at: OptionPlaces) -> list[Issue]:
    if not chart.seen:
        message = "aucune valeur à montrer : toutes manquent"
        return [Issue(IssueCode.CHART_EMPTY, at("y"), message)]
    issues = []
    count, most = len(chart.marks), MOST[chart.type]
    if count > most:
        hint = "retenir moins de lignes par « filter » ou « limit »"
        message = f"graphique de {count} marques"
        expected = f"au plus {most}"
        issues.append(Issue(IssueCode.CHART_TOO_MANY, at(""), message, expected, hint))
    if (
        chart.type in {ChartType.LINE, ChartType.DOT}
        and len(chart.series) > MOST_SERIES
    ):
        message = f"{len(chart.series)} séries dans le même graphique"
        expected = f"au plus {MOST_SERIES}, qui se distinguent sans couleur"
        issues.append(Issue(IssueCode.CHART_TOO_MANY, at("label"), message, expected))
    return issues


def _check_highlight(spec: ChartSpec, chart: Chart, at: OptionPlaces) -> list[Issue]:
    known = {
        word
        for mark in chart.marks
        for word in (mark.row, mark.label, mark.series)
        if word
    }
    return [
        Issue(
            IssueCode.CHART_HIGHLIGHT,
            at("highlight"),
            f"« {word} » ne désigne rien dans le graphique",
            expected="l'id d'une ligne montrée, ou le nom d'une série",
            hint=suggestion(word, sorted(known)),
        )
        for word in spec.highlight
        if word not in known
    ]
