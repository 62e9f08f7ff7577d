"""What is made from tables is made once, as long as they stay the same.

:func:`edition.tables.load.load_table` returns the same object until a file changes; so
the objects tell whether what was made from them still holds.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from edition.tables.load import Table
    from edition.tables.source import TableSource

    Made = TypeVar("Made")

__all__ = ["from_tables"]

MOST = 4
"""Editions open at the same time: one, and in tests a few."""


def from_tables(
    *names: str,
) -> Callable[[Callable[[TableSource], Made]], Callable[[TableSource], Made]]:
    """Keep what a function makes from these tables, and from no others.

    The tables are taken from the source each time, so that it knows what was used.
    """

    def decorate(
        make: Callable[[TableSource], Made],
    ) -> Callable[[TableSource], Made]:
        known: list[tuple[list[Table], Made]] = []

        @wraps(make)
        def made(source: TableSource) -> Made:
            tables = [source.table(name) for name in names if source.has(name)]
            for kept, result in known:
                if len(kept) == len(tables) and all(map(_same, kept, tables)):
                    return result
            result = make(source)
            known.insert(0, (tables, result))
            del known[MOST:]
            return result

        return made

    return decorate


def _same(one: object, other: object) -> bool:
    return one is other
