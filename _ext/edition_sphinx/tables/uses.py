"""Who uses a table: said on its page once all pages are read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition_sphinx.tables.domain import TableUse, get_tables

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

__all__ = ["PageUse", "page_uses"]

MOST_WORDS = 100

COUNTED = {
    "value": ("1 valeur", "valeurs"),
    "mark": ("1 ligne citée", "lignes citées"),
}
"""What has no name of its own, in the singular and the plural."""


@dataclass(frozen=True, slots=True)
class PageUse:
    """A page that uses a table.

    :param things: what it shows, in words, each with its anchor or none.
    """

    docname: str
    title: str
    things: tuple[tuple[str, str], ...]


def page_uses(env: BuildEnvironment, table: str) -> list[PageUse]:
    """Return the pages that use a table, in the order of the alphabet."""
    domain = get_tables(env)
    return [
        PageUse(docname, env.titles[docname].astext(), tuple(_things(uses)))
        for docname, uses in domain.uses_of(table)
        if docname in env.titles
    ]


def _things(uses: list[TableUse]) -> list[tuple[str, str]]:
    """Name each view and chart; count the values, and the rows that are marked."""
    things = [
        (_shortened(use.title), use.anchor) for use in uses if use.kind not in COUNTED
    ]
    found = Counter(use.kind for use in uses)
    for kind, (one, many) in COUNTED.items():
        if found[kind]:
            things.append((one if found[kind] == 1 else f"{found[kind]} {many}", ""))
    return things


def _shortened(title: str) -> str:
    if len(title) <= MOST_WORDS:
        return f"« {title} »"
    return f"« {title[:MOST_WORDS].rsplit(' ', 1)[0]}… »"
