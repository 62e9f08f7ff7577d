"""The levels of proof that a view shows, with the words that explain them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edition.tables.cells import Cell
    from edition.tables.source import TableSource

__all__ = ["LEVELS", "SCOPES", "LevelKey", "level_keys"]

LEVELS = "niveaux"
"""The table of levels."""

SCOPES = "portees"
"""The table of what a datum is about."""


@dataclass(frozen=True, slots=True)
class LevelKey:
    """A level that appears, and what it means.

    :param scope: what its rows are about, when they say; it shapes the mark.
    """

    level: str
    scope: str | None
    label: str
    definition: str


def level_keys(
    columns: Iterable[Iterable[Cell]], source: TableSource
) -> tuple[LevelKey, ...]:
    """Return the levels that appear in some cells, in the order of the vocabularies.

    A level appears once for each scope of its rows, because their marks differ.
    """
    found = {
        (cell.level, cell.scope): cell
        for column in columns
        for cell in column
        if cell.level
    }
    if not found:
        return ()
    levels = list(source.labels(LEVELS))
    scopes = list(source.labels(SCOPES))

    def rank(item: tuple[str | None, str | None]) -> tuple[int, int]:
        level, scope = item
        return (
            levels.index(level) if level in levels else len(levels),
            scopes.index(scope) if scope in scopes else len(scopes),
        )

    return tuple(_key(found[item], source) for item in sorted(found, key=rank))


def _key(cell: Cell, source: TableSource) -> LevelKey:
    level = cell.level or ""
    cells = source.cells(LEVELS, level) or {}
    return LevelKey(level, cell.scope, cell.text, cells.get("definition", ""))
