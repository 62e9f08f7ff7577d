"""Live charts in the pages: directive, numbered node, one writer a format.

What a chart is and how it is drawn is :mod:`edition.charts`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from edition_sphinx.charts import html, text
from edition_sphinx.charts.directive import DataChart
from edition_sphinx.charts.gate import check_format
from edition_sphinx.charts.nodes import chart_caption, data_chart

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the room."""
    app.add_enumerable_node(
        data_chart,
        "figure",
        title_of,
        html=(html.visit_chart, html.depart_nothing),
        text=(text.visit_chart, html.depart_nothing),
    )
    app.add_node(chart_caption, html=(html.visit_caption, html.depart_caption))
    app.add_directive("data-chart", DataChart)
    app.connect("builder-inited", check_format)


def title_of(node: nodes.Node) -> str:
    """Return what a reference to a chart is called: its caption, or its table's title."""
    chart = cast("data_chart", node)
    return chart.children[0].astext() if chart.children else str(chart["title"])
