"""Charts in plain text: number, caption, and what the chart shows, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from edition.text.spacing import french
from edition_sphinx.charts.marks import chart_number, node_chart

if TYPE_CHECKING:
    from sphinx.writers.text import TextTranslator

    from edition_sphinx.charts.nodes import data_chart

__all__ = ["visit_chart"]


def visit_chart(self: TextTranslator, node: data_chart) -> None:
    """Write the words that stand for the drawing."""
    env = self.builder.env
    number = chart_number(env, node)
    called = node.children[0].astext() if node.children else node["title"]
    chart = node_chart(env, node)
    self.new_state(0)
    self.add_text(french(f"{number} – {called}" if number else called))
    self.end_state()
    self.new_state(0)
    self.add_text(french(f"[{chart.type.french} : {node['options']['alt']}]"))
    self.end_state()
    raise nodes.SkipNode
