"""What all labels of a chart begin with is said once, above them.

« Participation à des réseaux sociaux, ensemble (2016) » eleven times over leaves no room
for what differs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from edition.charts.model import ChartType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edition.charts.model import Chart

__all__ = ["say_once", "shared_beginning"]

FEWEST_WORDS = 3
"""A shorter beginning is rather the name of a kind than of a measure."""

# After these a reader expects a noun: no beginning may end with them.
SMALL = re.compile(
    r"(?:à|aux?|avec|dans|de|des|du|en|et|la|les?|par|pour|sur|une?|d’|l’)", re.I
)


def say_once(chart: Chart) -> Chart:
    """Return a chart whose labels have lost their shared beginning to its first line."""
    series = chart.type is ChartType.LINE
    if chart.type not in (ChartType.BAR, ChartType.DOT, ChartType.LINE):
        return chart
    labels = [mark.series if series else mark.label for mark in chart.marks]
    # The name of a line has little room beside it; that of a bar stays whole.
    beginning = shared_beginning(labels, words=series)
    if not beginning:
        return chart
    marks = tuple(
        replace(mark, series=_rest(mark.series, beginning))
        if series
        else replace(mark, label=_rest(mark.label, beginning))
        for mark in chart.marks
    )
    said = beginning.rstrip(" ,")
    measure = chart.measure
    if measure:
        said += f", {measure[:1].lower()}{measure[1:]}"
    return replace(chart, marks=marks, measure=said)


def shared_beginning(labels: Iterable[str], *, words: bool = False) -> str:
    """Return what different labels begin with, up to a comma; or nothing.

    :param words: whether it may end after a word, too.
    """
    different = sorted(set(labels))
    if len(different) < 2:
        return ""
    first, last = different[0], different[-1]
    same = 0
    while same < min(len(first), len(last)) and first[same] == last[same]:
        same += 1
    shared = first[:same]
    comma = shared.rfind(", ")
    if comma >= 0:
        return shared[: comma + 2]
    whole = shared[: shared.rfind(" ") + 1].split() if words else []
    while whole and SMALL.fullmatch(whole[-1]):
        whole.pop()
    return " ".join([*whole, ""]) if len(whole) >= FEWEST_WORDS else ""


def _rest(label: str, beginning: str) -> str:
    rest = label.removeprefix(beginning)
    return rest[:1].upper() + rest[1:]
