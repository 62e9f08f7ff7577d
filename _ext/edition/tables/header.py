"""The first row of a table against its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.issues import Issue, IssueCode, Place, known_values, suggestion

if TYPE_CHECKING:
    from edition.tables.schema import TableSchema

__all__ = ["check_header"]


def check_header(
    header: tuple[str, ...], schema: TableSchema, *, place: str
) -> list[Issue]:
    """Return what keeps the header from naming the columns of the schema in order."""
    issues: list[Issue] = []

    def note(message: str, expected: str, hint: str = "") -> None:
        at = Place(place, 1)
        issues.append(Issue(IssueCode.TABLE_HEADER, at, message, expected, hint))

    known = schema.columns
    for number, name in enumerate(header):
        if name in header[:number]:
            message = f"colonne « {name} » donnée deux fois"
            note(message, "un nom par colonne")
        elif name not in known:
            absent = [column for column in known if column not in header]
            message = f"colonne « {name} » absente du schéma"
            hint = suggestion(name, absent) or suggestion(name.strip(), known)
            note(message, known_values(known), hint)
    if not header:
        return issues
    for name in known:
        if name not in header:
            note(f"colonne « {name} » manquante", "toutes les colonnes du schéma")
    if not issues and header != known:
        pairs = enumerate(zip(header, known, strict=True), start=1)
        rank, found, due = next((n, a, b) for n, (a, b) in pairs if a != b)
        note(f"colonne « {found} » à la place n° {rank}", f"« {due} »")
    return issues
