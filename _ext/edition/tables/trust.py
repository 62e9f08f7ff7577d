"""How far to trust a datum: its date, what it covers, its level, its witness."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.tables.cells import CellTarget
from edition.tables.dates import say_date
from edition.tables.edtf import EdtfError, parse_edtf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edition.tables.load import Table
    from edition.tables.source import TableSource

__all__ = ["Trust", "present", "read_trust", "said_date"]

UNCERTAIN = "incertain"
"""The level of a source that is ambiguous, cut or contradicted."""

# Named by convention, where a table says them.
DATE = "date"
SCOPES = ("perimetre", "lieu")


@dataclass(frozen=True, slots=True)
class Trust:
    """How far to trust a datum. What its table does not say is empty.

    :param date: of the datum, in French; « non vu » when its source has none.
    :param scope: the population, the part or the place that it covers, in French.
    :param level: row id of ``niveaux``; ``level_label`` is its name.
    :param portee: row id of ``portees``.
    :param source: the row of its witness; ``source_label`` is its name.
    """

    date: str = ""
    scope: str = ""
    level: str = ""
    level_label: str = ""
    portee: str = ""
    source: CellTarget | None = None
    source_label: str = ""
    note: str = ""

    @property
    def uncertain(self) -> bool:
        """Whether the source is ambiguous, cut or contradicted."""
        return self.level == UNCERTAIN


def read_trust(cells: Mapping[str, str], table: Table, source: TableSource) -> Trust:
    """Read what a row says of how far to trust it."""
    level, level_label, _ = _named("level", cells, table, source)
    portee, _, _ = _named("scope", cells, table, source)
    witness, witness_label, target = _named("source", cells, table, source)
    scopes = [present(cells, name, table) for name in SCOPES]
    return Trust(
        date=said_date(cells.get(DATE, "")),
        scope=next((scope for scope in scopes if scope), ""),
        level=level,
        level_label=level_label,
        portee=portee,
        source=target if witness else None,
        source_label=witness_label,
        note=_named("note", cells, table, source)[0],
    )


def present(cells: Mapping[str, str], name: str, table: Table) -> str:
    """Return a cell that holds a value, or nothing."""
    cell = cells.get(name, "")
    return "" if cell in table.schema.missing else cell


def said_date(raw: str) -> str:
    """Say a date in French; what is no date is returned as it is."""
    if not raw:
        return ""
    try:
        return say_date(parse_edtf(raw))
    except EdtfError:
        return raw


def _named(
    role: str, cells: Mapping[str, str], table: Table, source: TableSource
) -> tuple[str, str, CellTarget | None]:
    """Return the cell of a role, how it is called, and the row it points at."""
    field = table.schema.role(role)
    raw = present(cells, field.name, table) if field else ""
    if not raw or field is None or field.foreign is None:
        return raw, raw, None
    name = field.foreign.table
    return raw, source.label(name, raw), CellTarget(name, raw)
