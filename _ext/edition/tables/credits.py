"""What a view owes: its witnesses, the terms of use of its data, their doubts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.tables.addresses import safe_address
from edition.tables.cells import CellTarget

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from edition.tables.load import Table
    from edition.tables.package import Licence, Resource, Source
    from edition.tables.source import TableSource

__all__ = ["Credits", "SourceCredit", "read_credits"]

MOST_SOURCES = 4
"""More are counted; the page of the table names them all."""


@dataclass(frozen=True, slots=True)
class SourceCredit:
    """Where data come from.

    :param target: the row of the witness, when it is one of ours.
    :param href: its address, otherwise.
    :param version: the date or version of the data, when known.
    """

    label: str
    target: CellTarget | None = None
    href: str | None = None
    version: str = ""


@dataclass(frozen=True, slots=True)
class Credits:
    """What is said below a view.

    :param sources: none when each row shows its own.
    :param more: how many sources are not listed.
    :param notice: the mention that the licence asks for.
    """

    sources: tuple[SourceCredit, ...] = ()
    more: int = 0
    licences: tuple[Licence, ...] = ()
    notice: str = ""


def read_credits(
    table: Table,
    *,
    rows: Sequence[str],
    shown: Collection[str],
    source: TableSource,
) -> Credits:
    """Return what a view owes.

    The witnesses of the rows shown, unless a column of the view names them; for a
    table whose rows name none, the sources that the package gives.

    :param shown: the names of the columns shown.
    """
    resource = source.resource(table.name)
    listed = _listed(table, resource, rows=rows, shown=shown, source=source)
    return Credits(
        sources=tuple(listed[:MOST_SOURCES]),
        more=max(0, len(listed) - MOST_SOURCES),
        licences=resource.licenses if resource else (),
        notice=resource.notice if resource else "",
    )


def _listed(
    table: Table,
    resource: Resource | None,
    *,
    rows: Sequence[str],
    shown: Collection[str],
    source: TableSource,
) -> list[SourceCredit]:
    field = table.schema.role("source")
    if field is None:
        given = resource.sources if resource else ()
        return [_given(one) for one in given]
    if field.name in shown:
        return []
    missing = table.schema.missing
    cells = dict.fromkeys(table.frame.loc[list(rows), field.name].tolist())
    names = [cell for cell in cells if cell not in missing]
    if field.foreign is None:
        return [SourceCredit(name) for name in names]
    witnesses = field.foreign.table
    return [
        SourceCredit(source.label(witnesses, name), CellTarget(witnesses, name))
        for name in names
    ]


def _given(one: Source) -> SourceCredit:
    href = safe_address(one.path) if one.path else None
    return SourceCredit(one.title, href=href, version=one.version)
