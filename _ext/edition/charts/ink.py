"""The inks of a chart: named in the drawing, given their colour by the theme.

matplotlib wants colours; each ink is a colour that no theme uses, and
:mod:`.clean` turns it back into a class, so that one drawing is right in every theme.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = ["SERIES", "Ink"]


class Ink(StrEnum):
    """An ink, and the colour that stands for it while drawing."""

    TEXT = "#000001"
    MUTED = "#000002"
    STRONG = "#000003"
    RULE = "#000004"
    AXIS = "#000005"
    PAPER = "#000006"
    ACCENT = "#000007"
    QUIET = "#000008"
    FIRST = "#000011"
    SECOND = "#000012"
    THIRD = "#000013"
    FOURTH = "#000014"

    @property
    def word(self) -> str:
        """The last word of its classes (``ed-fill-1``, ``ed-stroke-rule``)."""
        return WORDS[self]


WORDS = {
    Ink.TEXT: "ink",
    Ink.MUTED: "muted",
    Ink.STRONG: "strong",
    Ink.RULE: "rule",
    Ink.AXIS: "axis",
    Ink.PAPER: "paper",
    Ink.ACCENT: "accent",
    Ink.QUIET: "quiet",
    Ink.FIRST: "1",
    Ink.SECOND: "2",
    Ink.THIRD: "3",
    Ink.FOURTH: "4",
}

SERIES = (Ink.FIRST, Ink.SECOND, Ink.THIRD, Ink.FOURTH)
"""Told apart by lightness and, on top of it, by shape."""
