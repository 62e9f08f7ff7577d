"""Cells as signs: hidden ones, blanks at the edge, formulas, « non vu » misspelt.

What the cell should say by its schema is left to :mod:`edition.tables.check_values`.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from edition.issues import IssueCode
from edition.tables.schema import UNSEEN
from edition.tables.signs import hidden_sign, is_formula
from edition.tables.told import Said, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.tables.checked import CheckedTable
    from edition.tables.schema import Field
    from edition.tables.told import Finding

__all__ = ["check_form"]


def check_form(table: CheckedTable) -> Iterator[Finding]:
    """Find the cells that do not say what they seem to say, or do more than that."""
    for field in table.fields():
        yield from _check_signs(table, field.name)
        yield from _check_unseen(table, field)
        yield from _check_accents(table, field.name)


def _check_signs(table: CheckedTable, name: str) -> Iterator[Finding]:
    def hidden(cell: str) -> Said:
        sign = f"U+{ord(hidden_sign(cell)):04X}"
        return Said(f"{name} {quoted(cell)} avec un signe invisible ({sign})")

    def edge(cell: str) -> Said:
        where = "au début" if cell[:1].isspace() else "à la fin"
        return Said(f"{name} {quoted(cell)} avec un blanc {where}")

    def formula(cell: str) -> Said:
        return Said(
            f"{name} {quoted(cell)} qu'un tableur prendrait pour une formule",
            expected="un premier signe autre que = + - @",
        )

    odd = table.odd[name]
    hiding = {cell for cell in odd if hidden_sign(cell)}
    edged = {cell for cell in odd - hiding if cell != cell.strip()}
    formulas = {cell for cell in odd if is_formula(cell)}
    yield from table.finding(IssueCode.TABLE_VALUE_CONTROL, name, hiding, hidden)
    yield from table.finding(IssueCode.TABLE_VALUE_BLANK, name, edged, edge)
    yield from table.finding(IssueCode.TABLE_VALUE_FORMULA, name, formulas, formula)


def _check_unseen(table: CheckedTable, field: Field) -> Iterator[Finding]:
    def say(cell: str) -> Said:
        expected = f"« {UNSEEN} »" if UNSEEN in table.schema.missing else "une valeur"
        if field.empty:
            expected += f", ou une cellule vide pour « {field.empty} »"
        message = f"{field.name} {quoted(cell)} au lieu de « {UNSEEN} »"
        return Said(message, expected)

    bad = table.misspelt(field.name)
    yield from table.finding(IssueCode.TABLE_VALUE_UNSEEN, field.name, bad, say)


def _check_accents(table: CheckedTable, name: str) -> Iterator[Finding]:
    def say(cell: str) -> Said:
        return Said(
            f"{name} {quoted(cell)} aux accents détachés",
            expected="des lettres accentuées d'un seul signe (Unicode NFC)",
        )

    cells = table.distinct[name]
    bad = {cell for cell in cells if not unicodedata.is_normalized("NFC", cell)}
    yield from table.finding(IssueCode.TABLE_VALUE_ACCENT, name, bad, say)
