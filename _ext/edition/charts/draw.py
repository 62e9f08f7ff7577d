"""Draw a chart: choose its kind, lay it out for one width, clean what comes out.

The only module of the room that the rest of the machinery imports late, because
matplotlib takes most of a second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.charts.clean import Labels, clean_svg
from edition.charts.draw_bars import draw_bars
from edition.charts.draw_dots import draw_dots
from edition.charts.draw_histogram import draw_histogram
from edition.charts.draw_lines import draw_lines
from edition.charts.draw_timeline import draw_timeline
from edition.charts.model import Chart, ChartType, Size

if TYPE_CHECKING:
    from collections.abc import Callable

    from edition.charts.stage import Stage

__all__ = ["draw"]

DRAWERS: dict[ChartType, Callable[[Chart, Size], Stage]] = {
    ChartType.BAR: draw_bars,
    ChartType.LINE: draw_lines,
    ChartType.DOT: draw_dots,
    ChartType.HISTOGRAM: draw_histogram,
    ChartType.TIMELINE: draw_timeline,
}


def draw(chart: Chart, size: Size, *, prefix: str, description: str) -> str:
    """Return a chart as an ``svg`` element, laid out for a width.

    :param prefix: begins every id of the drawing.
    :param description: the alternative text.
    """
    stage = DRAWERS[chart.type](chart, size)
    labels = Labels(
        prefix=f"{prefix}-{size.name}",
        title=chart.type.french,
        description=description,
        classes=f"ed-chart-svg ed-chart-{size.name}",
    )
    return clean_svg(stage.svg(), labels)
