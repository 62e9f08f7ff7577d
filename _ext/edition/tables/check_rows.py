"""Rows against each other: ids, values promised unique, the same row twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.issues import IssueCode
from edition.tables.schema import KEY, ROW_ID
from edition.tables.told import Finding, Said, quoted

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from edition.tables.checked import CheckedTable

__all__ = ["check_rows"]

IDS_OF_ROWS = (KEY, "id_dossier")
"""The columns that tell rows apart without saying anything."""


def check_rows(table: CheckedTable) -> Iterator[Finding]:
    """Find the rows without a proper id and those that repeat another."""
    yield from _check_ids(table)
    yield from _check_unique(table)
    yield from _check_duplicates(table)


def _check_ids(table: CheckedTable) -> Iterator[Finding]:
    if KEY not in table.columns:
        return
    ids = table.distinct[KEY]
    bad = {cell for cell in ids if cell and not ROW_ID.fullmatch(cell)}
    expected = "une lettre, puis minuscules sans accent, chiffres et traits d'union"

    def invalid(cell: str) -> Said:
        return Said(f"id {quoted(cell)} invalide", expected)

    yield from table.finding(IssueCode.TABLE_ROW_ID, KEY, bad, invalid)
    if "" in ids:
        yield from table.finding(
            IssueCode.TABLE_ROW_ID,
            KEY,
            {""},
            lambda _: Said("ligne sans id", expected),
        )
    cells = table.columns[KEY]
    yield from _repeated(table, IssueCode.TABLE_ROW_TWICE, KEY, cells, skip={""})


def _check_unique(table: CheckedTable) -> Iterator[Finding]:
    missing: set[Hashable] = {"", *table.schema.missing}
    unique = IssueCode.TABLE_VALUE_UNIQUE
    for field in table.fields():
        # A repeated id has its own message.
        if field.constraints.unique and field.name != KEY:
            cells = table.columns[field.name]
            yield from _repeated(table, unique, field.name, cells, skip=missing)
    for names in table.schema.unique_keys:
        if all(name in table.columns for name in names):
            keys = list(zip(*(table.columns[name] for name in names), strict=True))
            yield from _repeated(table, unique, ", ".join(names), keys)


def _repeated(
    table: CheckedTable,
    code: IssueCode,
    name: str,
    keys: list[str] | list[tuple[str, ...]],
    *,
    skip: Iterable[Hashable] = (),
) -> Iterator[Finding]:
    """Find the rows whose key an earlier row has."""
    again = _again(keys, set(skip))
    if not again:
        return

    def say(row: int) -> Said:
        key = keys[row]
        shown = key if isinstance(key, str) else ", ".join(key)
        first = table.place_of(again[row]).line
        message = f"{name} {quoted(shown)} déjà donné ligne {first}"
        return Said(message, "une valeur différente dans chaque ligne")

    yield Finding(code, name, list(again), say)


def _again(keys: Iterable[Hashable], skip: set[Hashable]) -> dict[int, int]:
    """Return the positions of repeated keys, each with the position of the first."""
    first: dict[Hashable, int] = {}
    again = {}
    for row, key in enumerate(keys):
        if first.setdefault(key, row) != row and key not in skip:
            again[row] = first[key]
    return again


def _check_duplicates(table: CheckedTable) -> Iterator[Finding]:
    cells = [cells for name, cells in table.columns.items() if name not in IDS_OF_ROWS]
    # A column without repetition proves that no row repeats another.
    names = [name for name in table.columns if name not in IDS_OF_ROWS]
    if not cells or any(len(table.distinct[name]) == len(table) for name in names):
        return
    again = _again(zip(*cells, strict=True), set())
    if not again:
        return

    def say(row: int) -> Said:
        earlier = again[row]
        other, line = table.row_id(earlier), table.place_of(earlier).line
        named = f" (id {quoted(other, marks=False)})" if other else ""
        return Said(
            f"ligne semblable à la ligne {line}{named}, sauf l'id",
            hint="ne gardez qu'une des deux",
        )

    yield Finding(IssueCode.TABLE_ROW_DUPLICATE, "", list(again), say)
