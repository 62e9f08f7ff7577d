"""What a cell is once it is to be shown: words, kind, links. No syntax of any format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["NOTHING", "Cell", "CellKind", "CellTarget"]

NOTHING = "\N{EN DASH}"
"""What is shown where a value would make no sense (« sans objet »)."""


class CellKind(StrEnum):
    """How a cell is aligned, sorted and marked."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"

    LINK = "link"
    """An address of the web, safe to follow, in ``href``."""

    LEVEL = "level"
    """A level of proof, to be shown with its mark."""

    MISSING = "missing"
    """« non vu »: it exists or may exist, nobody has seen it."""

    EMPTY = "empty"
    """« sans objet »: a value would make no sense."""


@dataclass(frozen=True, slots=True)
class CellTarget:
    """The row that a cell names."""

    table: str
    row: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as shown.

    :param text: what is read; inert text, whatever signs it holds.
    :param raw: the exact text of the file.
    :param sort: number or date by which a script sorts; empty for words.
    :param decimals: of a number, to align the figures of a column.
    :param href: an address that is safe to follow.
    :param language: of its words, when they are not in French.
    :param level: the level of proof, and ``scope`` what the row is about.
    """

    text: str
    kind: CellKind = CellKind.TEXT
    raw: str = ""
    sort: str = ""
    decimals: int = 0
    target: CellTarget | None = None
    href: str | None = None
    level: str | None = None
    scope: str | None = None
    language: str | None = None

    @property
    def missing(self) -> bool:
        """Whether it holds no value."""
        return self.kind in {CellKind.MISSING, CellKind.EMPTY}
