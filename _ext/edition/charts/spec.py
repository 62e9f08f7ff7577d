"""What a chart asks for, read from the options of ``data-chart``.

Only the form is looked at here; whether the table can give it is left to
:mod:`.build`.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.charts.model import ChartType
from edition.issues import Issue, IssueCode, IssueError, known_values, suggestion
from edition.tables.request import OptionPlaces, TableRequest, read_request

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["OPTIONS", "ChartSpec", "read_spec"]

COMMON = ("name", "caption", "alt", "type", "filter", "sort", "limit", "highlight")
OWN: dict[ChartType, tuple[str, ...]] = {
    ChartType.BAR: ("x", "y"),
    ChartType.DOT: ("x", "y", "label"),
    ChartType.LINE: ("x", "y", "label"),
    ChartType.HISTOGRAM: ("x", "bins"),
    ChartType.TIMELINE: ("x", "label", "group"),
}
"""The options that change something, beside the common ones."""

NEEDED: dict[ChartType, tuple[str, ...]] = {
    ChartType.BAR: ("y",),
    ChartType.DOT: ("y",),
    ChartType.LINE: ("x", "y"),
    ChartType.HISTOGRAM: ("x",),
    ChartType.TIMELINE: ("x",),
}

OPTIONS = (*COMMON, "x", "y", "label", "group", "bins")
"""The options of the directive."""

VIEW_OPTIONS = ("filter", "sort", "limit")
SHORTEST_ALT = 20
FEWEST_BINS, MOST_BINS = 2, 40


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """What a chart asks for.

    :param x: the column of the horizontal scale, or of the names of bars and rows;
        empty for the column that names the rows of the table.
    :param y: the column of the quantity.
    :param label: the column of the series; in a timeline, of the words of a mark.
    :param group: the column of the lanes of a timeline.
    :param bins: how many classes; 0 to let the chart choose.
    :param edges: the limits of the classes, instead.
    :param highlight: row ids, or names of series, lanes or classes, that stand out.
    """

    type: ChartType
    alt: str
    request: TableRequest
    x: str = ""
    y: str = ""
    label: str = ""
    group: str = ""
    bins: int = 0
    edges: tuple[float, ...] = ()
    highlight: tuple[str, ...] = ()


def read_spec(table: str, options: Mapping[str, str], *, at: OptionPlaces) -> ChartSpec:
    """Read the options of a chart.

    :param at: gives the line of each option for messages.
    :raises IssueError: every option that is missing or cannot be read, at once.
    """
    options = {name: text.strip() for name, text in options.items()}
    issues = [*_check_type(options, at), *_check_alt(options, at)]
    if "type" in options and options["type"] in set(ChartType):
        issues += _check_options(ChartType(options["type"]), options, at)
    issues += [
        Issue(IssueCode.CHART_OPTION, at(name), f"option « {name} » vide")
        for name, text in options.items()
        if not text and name in OPTIONS and name not in COMMON
    ]
    request = TableRequest(table)
    try:
        view = {name: options[name] for name in VIEW_OPTIONS if name in options}
        request = read_request(table, view, at=at)
    except IssueError as error:
        issues += error.issues
    bins: int = 0
    edges: tuple[float, ...] = ()
    try:
        bins, edges = _read_bins(options.get("bins", ""), at)
    except IssueError as error:
        issues += error.issues
    if issues:
        raise IssueError(*issues)
    marked = options.get("highlight", "").split(",")
    return ChartSpec(
        type=ChartType(options["type"]),
        alt=options["alt"],
        request=request,
        x=options.get("x", ""),
        y=options.get("y", ""),
        label=options.get("label", ""),
        group=options.get("group", ""),
        bins=bins,
        edges=edges,
        highlight=tuple(word.strip() for word in marked if word.strip()),
    )


def _check_type(options: Mapping[str, str], at: OptionPlaces) -> list[Issue]:
    found = options.get("type", "")
    kinds = [str(kind) for kind in ChartType]
    if found in kinds:
        return []
    message = (
        f"type de graphique « {found} » inconnu" if found else "graphique sans type"
    )
    place = at("type" if "type" in options else "")
    expected, hint = known_values(kinds), suggestion(found, kinds)
    return [Issue(IssueCode.CHART_TYPE, place, message, expected, hint)]


def _check_alt(options: Mapping[str, str], at: OptionPlaces) -> list[Issue]:
    alt = options.get("alt", "")
    if len(alt) >= SHORTEST_ALT and alt != options.get("caption"):
        return []
    message = "graphique sans texte de remplacement"
    hint = "écrire dans « alt » ce que le graphique montre à qui le voit"
    if alt and alt == options.get("caption"):
        message = "texte de remplacement pareil à la légende"
    elif alt:
        message = f"texte de remplacement trop court : « {alt} »"
    place = at("alt" if "alt" in options else "")
    return [Issue(IssueCode.CHART_ALT, place, message, hint=hint)]


def _check_options(
    kind: ChartType, options: Mapping[str, str], at: OptionPlaces
) -> list[Issue]:
    """Refuse an option without effect, and miss one that is needed."""
    code, own = IssueCode.CHART_OPTION, OWN[kind]
    issues = [
        Issue(
            code,
            at(name),
            f"option « {name} » sans effet sur un graphique « {kind} »",
            expected=known_values(own),
            hint=suggestion(name, [*own, *COMMON]),
        )
        for name in options
        if name not in (*COMMON, *own)
    ]
    issues += [
        Issue(code, at(""), f"graphique « {kind} » sans option « {name} »")
        for name in NEEDED[kind]
        if name not in options
    ]
    return issues


def _read_bins(text: str, at: OptionPlaces) -> tuple[int, tuple[float, ...]]:
    if not text:
        return 0, ()
    expected = f"un nombre de classes, de {FEWEST_BINS} à {MOST_BINS}, ou leurs bornes"
    try:
        numbers = tuple(float(part) for part in text.split(","))
    except ValueError:
        numbers = ()
    if len(numbers) == 1 and numbers[0] in range(FEWEST_BINS, MOST_BINS + 1):
        return int(numbers[0]), ()
    rising = all(low < high for low, high in itertools.pairwise(numbers))
    if FEWEST_BINS < len(numbers) <= MOST_BINS + 1 and rising:
        return 0, numbers
    hint = "les bornes vont en croissant : 0, 100, 500" if len(numbers) > 1 else ""
    message = f"classes « {text} » illisibles"
    issue = Issue(IssueCode.CHART_BINS, at("bins"), message, expected, hint)
    raise IssueError(issue)
