"""Drawings that are kept from one build to the next, beside the doctrees.

To load what draws takes a fifth of a build in which nothing else happens. A chart whose
marks, words and width are those of its kept drawing is not drawn again.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import edition.charts
from edition.charts import draw_chart
from edition_sphinx.html.kept import kept_text

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from edition.charts import Chart, Size

__all__ = ["kept_drawing"]

FOLDER = "dessins"


def kept_drawing(
    env: BuildEnvironment, chart: Chart, size: Size, *, prefix: str, description: str
) -> str:
    """Return a chart as an ``svg`` element; see :func:`edition.charts.draw_chart`."""
    return kept_text(
        Path(env.doctreedir, FOLDER, f"{prefix}-{size.name}.svg"),
        _key(chart, size, prefix, description),
        lambda: draw_chart(chart, size, prefix=prefix, description=description),
    )


def _key(chart: Chart, size: Size, prefix: str, description: str) -> str:
    """Return a checksum of all that a drawing is made of."""
    # Not the view: it is for the figures below, which are written each time.
    shown = [
        getattr(chart, field.name) for field in fields(chart) if field.name != "view"
    ]
    said = repr((shown, size, prefix, description))
    return blake2b(f"{_hand()}{said}".encode(), digest_size=16).hexdigest()


@cache
def _hand() -> str:
    """Return a checksum of what draws: our code, and the version of matplotlib."""
    checksum = blake2b(version("matplotlib").encode(), digest_size=16)
    for path in sorted(Path(edition.charts.__file__).parent.glob("*.py")):
        checksum.update(path.read_bytes())
    return checksum.hexdigest()
