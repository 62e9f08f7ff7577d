"""The parts of the study: the table of contents, with what was seen of each.

Columns named by convention: ``parties`` (ordre, parent, titre, genre, numero,
identifiant_openedition, adresse, doi, etendue_vue).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.tables.remembered import from_tables
from edition.tables.schema import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from edition.tables.source import TableSource

__all__ = [
    "PARTS",
    "StudyPart",
    "lineage",
    "load_parts",
    "page_of",
    "related",
    "say_part",
]

PARTS = "parties"


@dataclass(frozen=True, slots=True)
class StudyPart:
    """A part of the book; cells as they stand, « non vu » included.

    :param parent: the part that holds it; empty for a part of the volume.
    :param kind: such as « chapitre ».
    :param number: of a chapter or an annex; may be empty.
    :param page: its identifier on OpenEdition; empty for a part of a page.
    :param seen: how much of it was seen.
    """

    id: str
    parent: str
    title: str
    kind: str
    number: str
    page: str
    address: str
    doi: str
    seen: str


@from_tables(PARTS)
def load_parts(source: TableSource) -> Mapping[str, StudyPart]:
    """Return the parts by row id, in the order of the table.

    :raises IssueError: a table that cannot be read.
    """
    if not source.has(PARTS):
        return {}
    table = source.table(PARTS)
    return {row: _part(row, table.lookup(row)) for row in table.frame.index}


def _part(row: str, cells: Mapping[str, str]) -> StudyPart:
    return StudyPart(
        row,
        cells.get("parent", ""),
        cells.get("titre", ""),
        cells.get("genre", ""),
        cells.get("numero", ""),
        cells.get("identifiant_openedition", ""),
        cells.get("adresse", ""),
        cells.get("doi", ""),
        cells.get("etendue_vue", ""),
    )


def lineage(part: str, parts: Mapping[str, StudyPart]) -> tuple[StudyPart, ...]:
    """Return a part and those that hold it, the innermost first.

    A ring of parents, which the check of the tables does not see, ends the list.
    """
    return tuple(_upwards(part, parts))


def _upwards(part: str, parts: Mapping[str, StudyPart]) -> Iterator[StudyPart]:
    seen: set[str] = set()
    while part in parts and part not in seen:
        seen.add(part)
        yield parts[part]
        part = parts[part].parent


def related(part: str, others: Iterable[str], parts: Mapping[str, StudyPart]) -> bool:
    """Tell whether a part is one of the others, holds one or stands in one."""
    above = {found.id for found in lineage(part, parts)}
    return any(
        other in above or part in {found.id for found in lineage(other, parts)}
        for other in others
    )


def page_of(part: str, parts: Mapping[str, StudyPart]) -> StudyPart | None:
    """Return the part whose page on OpenEdition holds it; nothing when none is known."""
    return next(
        (found for found in lineage(part, parts) if found.page not in ("", UNSEEN)),
        None,
    )


def say_part(part: str, parts: Mapping[str, StudyPart], *, titled: bool = True) -> str:
    """Name a part in French, with the chapter or the annex that holds it.

    :param titled: whether a chapter or an annex bears its title, not its number alone.
    """
    found = lineage(part, parts)
    if not found:
        return part
    inner, outer = found[0], found[-1]
    numbered = next((a for a in found if a.number not in ("", UNSEEN)), None)
    named = f"{numbered.kind} {numbered.number}" if numbered else outer.title
    if inner is (numbered or outer):
        if numbered and titled:
            return f"{named}, {_quoted(inner.title)}"
        return f"{inner.kind} (titre non vu)" if named == UNSEEN else named
    return f"{named}, {_quoted(inner.title)}"


def _quoted(title: str) -> str:
    return "titre non vu" if title == UNSEEN else f"« {title} »"
