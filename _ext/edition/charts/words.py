"""How much room words take, and how they break into lines.

Measured with the font that matplotlib brings along, so that every machine lays a chart
out in the same way. It is wider than the fonts of a page: what fits here fits there.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import matplotlib as mpl
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

__all__ = ["STRONGER", "spread", "width_of", "wrap"]

FONT = Path(mpl.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf")

# The sans of a book is at least this much narrower than DejaVu Sans.
NARROWER = 0.92

# Bold letters, as the marks that stand out have, are wider again.
STRONGER = 1.1

ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


@lru_cache(maxsize=4096)
def width_of(text: str, size: float) -> float:
    """Return the width of a text, in the unit of ``size``."""
    font = FontProperties(fname=str(FONT), size=size)
    width, _, _ = text_to_path.get_text_width_height_descent(text, font, ismath=False)
    return float(width) * NARROWER


def wrap(
    text: str, width: float, size: float, *, most: int = 3, strong: bool = False
) -> list[str]:
    """Break a text into lines no wider than ``width``; the last one may be cut.

    Breaks at ordinary spaces only: a no-break space keeps a number by its unit.
    """
    width = width / STRONGER if strong else width
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [_cut(line, width, size) for line in lines]


def _cut(line: str, width: float, size: float) -> str:
    if width_of(line, size) <= width:
        return line
    while line and width_of(line + ELLIPSIS, size) > width:
        line = line[:-1]
    return line.rstrip(" ,;:") + ELLIPSIS


def spread(
    wanted: list[float], rooms: list[float], low: float, high: float
) -> list[float]:
    """Move centres apart so that none overlaps, and keep them inside the limits.

    :param wanted: where each centre would stand if it were alone.
    :param rooms: how much room each needs.
    """
    order = sorted(range(len(wanted)), key=lambda item: (wanted[item], item))
    placed = dict.fromkeys(order, 0.0)
    edge = low
    for item in order:
        placed[item] = max(wanted[item], edge + rooms[item] / 2)
        edge = placed[item] + rooms[item] / 2
    edge = high
    for item in reversed(order):
        placed[item] = min(placed[item], edge - rooms[item] / 2)
        edge = placed[item] - rooms[item] / 2
    return [placed[item] for item in range(len(wanted))]
