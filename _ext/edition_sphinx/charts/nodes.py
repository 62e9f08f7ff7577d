"""The nodes of charts: names and options, never rows, never drawings."""

from __future__ import annotations

from docutils import nodes

__all__ = ["chart_caption", "data_chart"]


class data_chart(nodes.General, nodes.Element):
    """A chart, numbered with the figures.

    ``table``: its name; ``options``: those of the directive, as written;
    ``title``: what it is called without a caption; ``docname``: the page that holds it.
    Its one child, if any, is a :class:`chart_caption`.
    """


class chart_caption(nodes.Part, nodes.TextElement):
    """The caption of a chart."""
