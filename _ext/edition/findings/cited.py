"""The level of proof of what the text cites, by key of the bibliography.

A key stands for one or more witnesses (column ``reference`` of ``sources``); where they
differ, the least sure is shown. A table of contents proves no more than a heading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.tables.remembered import from_tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edition.tables.source import TableSource

__all__ = ["cited_proofs"]

SOURCES = "sources"
LEVELS = "niveaux"
HEADING = "titre"
HEADINGS_ONLY = ("sommaire", "intitulé")
"""What was seen of a witness (column ``etendue_vue``) of which only headings were."""


@from_tables(SOURCES, LEVELS)
def cited_proofs(source: TableSource) -> Mapping[str, tuple[str, str]]:
    """Return scope and level (row ids of ``portees`` and ``niveaux``) by key.

    :raises IssueError: a table that cannot be read.
    """
    if not source.has(SOURCES) or not source.has(LEVELS):
        return {}
    rank = {row: at for at, row in enumerate(source.table(LEVELS).frame.index)}
    found: dict[str, tuple[str, str]] = {}
    table = source.table(SOURCES)
    for row in table.frame.index:
        cells = table.lookup(row)
        key = cells.get("reference", "")
        seen = cells.get("etendue_vue", "")
        level = HEADING if seen in HEADINGS_ONLY else cells.get("niveau", "")
        if key in table.schema.missing or level not in rank:
            continue
        known = found.get(key)
        if known is None or rank[level] > rank[known[1]]:
            found[key] = (cells.get("portee", ""), level)
    return found
