"""Exceptions to the rules: each names one fault and says why it is accepted.

``data/exceptions.csv`` holds them. An exception that covers nothing is a fault: it
would hide the next one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from edition.issues import Issue, IssueCode, IssueError, Place, known_values, suggestion
from edition.tables.raw import read_bytes
from edition.tables.schema import ROW_ID
from edition.tables.sheet import Sheet, read_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edition.paths import EditionPaths

__all__ = ["COLUMNS", "Exceptions", "load_exceptions"]

COLUMNS = ("id", "code", "chemin", "valeur", "raison")

SHORTEST_REASON = 10

QUOTED = re.compile(r"« (.*?) »|\(id ([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Exceptions:
    """The exceptions of an edition, and which of them have been of use.

    :param lines: the line of each exception, by code, path and value.
    :param issues: what is wrong with the file itself.
    """

    path: str
    lines: dict[tuple[str, str, str], int]
    issues: tuple[Issue, ...] = ()
    _used: set[tuple[str, str, str]] = field(default_factory=set)

    def concerns(self, code: IssueCode, path: str) -> bool:
        """Tell whether an exception is about such faults in this file."""
        return any(key[:2] == (str(code), path) for key in self.lines)

    def accepts(self, code: IssueCode, path: str, values: Iterable[str]) -> bool:
        """Tell whether an exception covers a fault for one of its values."""
        keys = {(str(code), path, value) for value in values} & self.lines.keys()
        self._used.update(keys)
        return bool(keys)

    def covers(self, issue: Issue) -> bool:
        """Tell whether an exception covers an issue.

        Its values are what it quotes, the id of its row, and the whole message.
        """
        values = {issue.message}
        for cell, row_id in QUOTED.findall(issue.message):
            values.add(cell or row_id)
        return self.accepts(issue.code, issue.place.path, values)

    def faults(self) -> list[Issue]:
        """Return what is wrong with the exceptions, once everything was checked."""
        return [
            *self.issues,
            *(
                Issue(
                    IssueCode.EXCEPTION_UNUSED,
                    Place(self.path, line),
                    f"exception à {code} pour « {value} » dans {path} sans emploi",
                    hint="retirez la ligne, ou corrigez son code, son chemin, sa valeur",
                )
                for (code, path, value), line in self.lines.items()
                if (code, path, value) not in self._used
            ),
        ]


def load_exceptions(paths: EditionPaths) -> Exceptions:
    """Read the exceptions; none when there is no file."""
    place = paths.relative(paths.exceptions)
    if not paths.exceptions.exists():
        return Exceptions(place, {})
    try:
        data = read_bytes(paths.exceptions, inside=paths.data, place=place)
    except IssueError as error:
        return Exceptions(place, {}, error.issues)
    sheet = read_sheet(data, place=place)
    if sheet.header != COLUMNS:
        message = "colonnes inattendues"
        issue = _invalid(place, 1, message, ",".join(COLUMNS))
        return Exceptions(place, {}, (*sheet.issues, issue))
    return _read(sheet, place)


def _read(sheet: Sheet, place: str) -> Exceptions:
    issues = list(sheet.issues)
    lines: dict[tuple[str, str, str], int] = {}
    seen: set[str] = set()
    codes = [str(code) for code in IssueCode]
    rows = zip(*(sheet.cells(n) for n in range(len(COLUMNS))), strict=True)
    for line, (row_id, code, path, value, reason) in zip(
        sheet.lines.tolist(), rows, strict=True
    ):
        of = f"(id {row_id}) " if row_id else ""
        faults: list[Issue] = []
        if not ROW_ID.fullmatch(row_id) or row_id in seen:
            message = f"id « {row_id} » invalide ou déjà donné"
            expected = "un id par ligne, en minuscules sans accent"
            faults.append(_invalid(place, line, message, expected))
        if code not in codes:
            message = f"{of}code « {code} » inconnu"
            hint = suggestion(code, codes)
            faults.append(_invalid(place, line, message, known_values(codes), hint))
        if not path.strip() or not value.strip():
            message = f"{of}exception qui vise trop large"
            expected = "un fichier et une valeur"
            faults.append(_invalid(place, line, message, expected))
        if len(reason.strip()) < SHORTEST_REASON:
            message = f"{of}exception sans raison"
            expected = "pourquoi la faute est acceptée, en une phrase"
            faults.append(_invalid(place, line, message, expected))
        if (code, path, value) in lines:
            message = f"{of}exception déjà donnée ligne {lines[code, path, value]}"
            faults.append(_invalid(place, line, message))
        seen.add(row_id)
        issues += faults
        if not faults:
            lines[code, path, value] = line
    return Exceptions(place, lines, tuple(issues))


def _invalid(
    place: str, line: int, message: str, expected: str = "", hint: str = ""
) -> Issue:
    code = IssueCode.EXCEPTION_INVALID
    return Issue(code, Place(place, line), message, expected, hint)
