"""Charts: what they ask for, what they show, and how they are drawn.

This is the room's public door; other rooms import from here.
"""

from __future__ import annotations

import logging

from edition.charts.build import build_chart, check_marks
from edition.charts.model import NARROW, WIDE, Chart, ChartType, Mark, Size
from edition.charts.spec import OPTIONS, VIEW_OPTIONS, ChartSpec, read_spec

__all__ = [
    "NARROW",
    "OPTIONS",
    "VIEW_OPTIONS",
    "WIDE",
    "Chart",
    "ChartSpec",
    "ChartType",
    "Mark",
    "Size",
    "build_chart",
    "check_marks",
    "draw_chart",
    "read_spec",
]


def draw_chart(chart: Chart, size: Size, *, prefix: str, description: str) -> str:
    """Return a chart as an ``svg`` element; see :func:`edition.charts.draw.draw`."""
    # It would tell in English, while it is imported, that it makes a list of fonts.
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    # It takes most of a second; whoever draws nothing does not wait for it.
    from edition.charts.draw import draw

    return draw(chart, size, prefix=prefix, description=description)
