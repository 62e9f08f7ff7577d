"""The sheet on which a chart is drawn: a matplotlib figure with our inks and texts.

Coordinates are pixels from the top left, except along a scale; what stands where is
left to the modules ``draw_*``.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Literal

from matplotlib import style
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from edition.charts.ink import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from edition.charts.model import Size

__all__ = ["Stage"]

DPI = 72
"""The dots per inch at which one point of matplotlib is one unit of SVG."""

SETTINGS: dict[str, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "edition",
    "text.parse_math": False,
    "path.simplify": False,
    "path.snap": False,
    "lines.solid_capstyle": "butt",
    "lines.dash_capstyle": "butt",
}

Anchor = Literal["left", "center", "right"]


class Stage:
    """A drawing in the making.

    The plot is the part that has a scale: inside it, x is in units of the scale (see
    ``across``), y in pixels from its top, or in units of a second scale (``up``).

    :param left: room left of the plot; likewise ``right``, ``top``, ``bottom``.
    :param across: the two ends of the horizontal scale.
    :param up: bottom and top of the vertical scale, where there is one.
    """

    def __init__(
        self,
        size: Size,
        height: float,
        *,
        across: tuple[float, float],
        up: tuple[float, float] | None = None,
        left: float = 0.0,
        right: float = 0.0,
        top: float = 0.0,
        bottom: float = 0.0,
    ) -> None:
        self.size, self.height = size, height
        self.left, self.top = left, top
        self.across = across
        self.plot_width = size.width - left - right
        self.plot_height = height - top - bottom
        with style.context(["default", SETTINGS]):
            inches = (size.width / DPI, height / DPI)
            self._figure = Figure(figsize=inches, dpi=DPI)
            FigureCanvasSVG(self._figure)
            self._figure.patch.set_visible(False)
            self._sheet = self._axes((0.0, 0.0, 1.0, 1.0))
            self._sheet.set(xlim=(0, size.width), ylim=(height, 0))
            self.plot = self._axes(
                (
                    left / size.width,
                    bottom / height,
                    self.plot_width / size.width,
                    self.plot_height / height,
                )
            )
            self.plot.set(xlim=across, ylim=up or (self.plot_height, 0))
            # Words last: no line may cross them.
            self._words = self._axes((0.0, 0.0, 1.0, 1.0))
            self._words.set(xlim=(0, size.width), ylim=(height, 0))

    def _axes(self, box: tuple[float, float, float, float]) -> Axes:
        axes = self._figure.add_axes(box)
        axes.set_axis_off()
        return axes

    def x(self, value: float) -> float:
        """Return how far right on the sheet a value of the horizontal scale stands."""
        low, high = self.across
        return self.left + (value - low) / (high - low) * self.plot_width

    def text(
        self,
        said: str,
        x: float,
        y: float,
        *,
        ink: Ink = Ink.TEXT,
        anchor: Anchor = "left",
        small: bool = False,
    ) -> None:
        """Write one line, with its baseline at a place of the sheet."""
        self._words.annotate(
            said,
            (x, y),
            ha=anchor,
            va="baseline",
            fontsize=self.size.small if small else self.size.text,
            color=ink.value,
            annotation_clip=False,
            parse_math=False,
        )

    def line(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        *,
        ink: Ink,
        width: float = 1.0,
        dashes: tuple[float, ...] = (),
        on_sheet: bool = False,
    ) -> None:
        """Draw a line in the plot, or on the sheet."""
        axes = self._sheet if on_sheet else self.plot
        drawn: Any = (0, dashes) if dashes else "-"
        axes.plot(
            xs, ys, color=ink.value, linewidth=width, linestyle=drawn, clip_on=False
        )

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        ink: Ink,
        hollow: bool = False,
    ) -> None:
        """Draw a rectangle in the plot: x and width on its scale, y from its top."""
        half = 0.75 if hollow else 0.0  # keep the outline inside
        pixel = (self.across[1] - self.across[0]) / self.plot_width
        self.plot.add_patch(
            Rectangle(
                (x + half * pixel, y + half),
                width - 2 * half * pixel,
                height - 2 * half,
                facecolor=Ink.PAPER.value if hollow else ink.value,
                edgecolor=ink.value if hollow else "none",
                linewidth=1.5 if hollow else 0.0,
                clip_on=False,
            )
        )

    def marker(
        self,
        x: float,
        y: float,
        *,
        ink: Ink,
        shape: str = "o",
        hollow: bool = False,
        diameter: float = 9.0,
        on_sheet: bool = False,
    ) -> None:
        """Draw a mark in the plot, or on the sheet."""
        axes = self._sheet if on_sheet else self.plot
        axes.plot(
            [x],
            [y],
            marker=shape,
            markersize=diameter,
            markerfacecolor=Ink.PAPER.value if hollow else ink.value,
            markeredgecolor=ink.value,
            markeredgewidth=1.5,
            linestyle="none",
            clip_on=False,
        )

    def svg(self) -> str:
        """Return the drawing as matplotlib writes it."""
        written = io.StringIO()
        with style.context(["default", SETTINGS]):
            self._figure.savefig(written, format="svg", metadata={"Date": None})
        return written.getvalue()
