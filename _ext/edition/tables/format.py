"""Cells as French readers see them: numbers, dates, names of rows, addresses.

A cell is formatted by what its column is, never by what it looks like; what cannot be
read as such is shown as it is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.tables.addresses import doi_address, safe_address, shown_address
from edition.tables.cells import NOTHING, Cell, CellKind, CellTarget
from edition.tables.collation import fold
from edition.tables.dates import say_date
from edition.tables.edtf import EdtfError, parse_edtf
from edition.tables.numbers import decimals, french_number
from edition.tables.schema import MISSING, Field

if TYPE_CHECKING:
    from collections.abc import Callable

    from edition.tables.source import TableSource

__all__ = ["column_kind", "format_cell"]

FRENCH = "fr"

YES_NO = {"true": "oui", "false": "non"}


def column_kind(field: Field) -> CellKind:
    """Return what the cells of a column are, where they hold a value."""
    if field.role == "level":
        return CellKind.LEVEL
    if field.format == "edtf" or field.type == "date":
        return CellKind.DATE
    if field.format in {"url", "doi"}:
        return CellKind.LINK
    if field.type in {"number", "integer"}:
        return CellKind.NUMBER
    if field.type == "year":
        return CellKind.DATE
    return CellKind.BOOLEAN if field.type == "boolean" else CellKind.TEXT


def format_cell(
    raw: str,
    field: Field,
    *,
    source: TableSource | None = None,
    missing: tuple[str, ...] = MISSING,
    scope: str | None = None,
    language: str | None = None,
) -> Cell:
    """Return a cell as it is to be shown.

    :param raw: the exact text of the file.
    :param source: gives the names of the rows that the cell may point at; without it
        they are shown by their ids.
    :param missing: the texts that hold no value, as the schema says.
    :param scope: what the row is about; goes with a level of proof.
    :param language: of the words of the cell, as the table says.
    """
    if raw in missing:
        if not raw:
            return Cell(NOTHING, CellKind.EMPTY, raw)
        return Cell(raw, CellKind.MISSING, raw)
    kind = column_kind(field)
    if field.foreign:
        target = CellTarget(field.foreign.table, raw)
        label = source.label(target.table, raw) if source else raw
        if kind is CellKind.LEVEL:
            return Cell(label, kind, raw, target=target, level=raw, scope=scope)
        return Cell(label, CellKind.TEXT, raw, target=target)
    if kind is CellKind.LEVEL:
        return Cell(raw, kind, raw, level=raw, scope=scope)
    if kind is CellKind.TEXT and language not in (None, FRENCH, *missing):
        return Cell(raw, kind, raw, language=language)
    return FORMATTERS[kind](raw, field)


def _text(raw: str, field: Field) -> Cell:
    return Cell(raw, CellKind.TEXT, raw)


def _number(raw: str, field: Field) -> Cell:
    shown = french_number(raw)
    return Cell(shown, CellKind.NUMBER, raw, sort=raw, decimals=decimals(raw))


def _date(raw: str, field: Field) -> Cell:
    try:
        date = parse_edtf(raw)
    except EdtfError:
        return Cell(raw, CellKind.TEXT, raw)
    return Cell(say_date(date, short=True), CellKind.DATE, raw, sort=date.sort_text)


def _link(raw: str, field: Field) -> Cell:
    if field.format == "doi":
        return Cell(raw, CellKind.LINK, raw, href=doi_address(raw))
    href = safe_address(raw)
    # An address that is not safe is shown whole, so that it can be seen for what it is.
    return Cell(shown_address(raw) if href else raw, CellKind.LINK, raw, href=href)


def _boolean(raw: str, field: Field) -> Cell:
    return Cell(YES_NO.get(fold(raw), raw), CellKind.BOOLEAN, raw)


FORMATTERS: dict[CellKind, Callable[[str, Field], Cell]] = {
    CellKind.TEXT: _text,
    CellKind.NUMBER: _number,
    CellKind.DATE: _date,
    CellKind.LINK: _link,
    CellKind.BOOLEAN: _boolean,
}
