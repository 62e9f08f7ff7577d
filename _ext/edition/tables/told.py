"""From rows that fail a rule to messages: row ids, quoted cells, floods summed up.

The checks find rows, by the thousand if need be; words are made here, and only for
the rows that are told.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from edition.issues import Issue, IssueCode
from edition.tables.sheet import MOST_TOLD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from edition.tables.checked import CheckedTable

__all__ = ["Finding", "Said", "Tolerance", "quoted", "tell"]

LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a message; see :class:`edition.issues.Issue`."""

    message: str
    expected: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Rows that fail one rule, in one column or as wholes.

    :param column: empty when the fault is the row's.
    :param rows: positions, ascending.
    :param say: makes the words for the row at a position.
    """

    code: IssueCode
    column: str
    rows: Sequence[int]
    say: Callable[[int], Said]


class Tolerance(Protocol):
    """What is accepted although a rule is against it."""

    def concerns(self, code: IssueCode, path: str) -> bool:
        """Tell whether anything of this kind is accepted in a file."""

    def accepts(self, code: IssueCode, path: str, values: Iterable[str]) -> bool:
        """Tell whether a fault is accepted for one of its values, and remember it."""


def tell(
    findings: Iterable[Finding], table: CheckedTable, tolerance: Tolerance | None
) -> Iterator[Issue]:
    """Make the issues of a table; after twenty of a kind, say how many more."""
    for finding in findings:
        rows = _not_accepted(finding, table, tolerance)
        for row in rows[:MOST_TOLD]:
            said = finding.say(row)
            row_id = table.row_id(row)
            named = f"(id {quoted(row_id, marks=False)}) " if row_id else ""
            yield Issue(
                finding.code,
                table.place_of(row),
                named + said.message,
                said.expected,
                said.hint,
            )
        more = len(rows) - MOST_TOLD
        if more > 0:
            others = "1 autre" if more == 1 else f"{more} autres"
            where = f"colonne « {finding.column} »" if finding.column else "lignes"
            message = f"et {others} ({where}, même défaut)"
            yield Issue(finding.code, table.place_of(rows[MOST_TOLD]), message)


def quoted(cell: str, *, marks: bool = True) -> str:
    """Return a cell between guillemets, cut when long, its hidden signs made visible."""
    shown = "".join(map(_visible, cell[:LONGEST_QUOTE]))
    if len(cell) > LONGEST_QUOTE:
        shown += "…"
    return f"« {shown} »" if marks else shown


def _visible(sign: str) -> str:
    if sign == "\n":
        return "⏎"
    if unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp", "Co", "Cn"}:
        return f"[U+{ord(sign):04X}]"
    return sign


def _not_accepted(
    finding: Finding, table: CheckedTable, tolerance: Tolerance | None
) -> Sequence[int]:
    path, code = table.path, finding.code
    if tolerance is None or not tolerance.concerns(code, path):
        return finding.rows
    cells = table.columns.get(finding.column)
    kept = []
    for row in finding.rows:
        values = {table.row_id(row)}
        if cells is not None:
            values.add(cells[row])
        if not tolerance.accepts(code, path, values):
            kept.append(row)
    return kept
