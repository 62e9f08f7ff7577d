"""The bibliography itself, and the cells that name one of its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.issues import Issue, IssueCode, IssueError, suggestion
from edition.sources.read import check_references, read_references
from edition.tables import load_table, table_names, table_schema

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from edition.paths import EditionPaths

__all__ = ["check"]


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return the faults of the bibliography and the keys that it does not have."""
    place = paths.relative(paths.references)
    keys: Collection[str] = ()
    if paths.references.exists():
        yield from check_references(paths.references, place=place)
        try:
            keys = read_references(paths.references, place=place)
        except IssueError:
            return
    for name in table_names(paths):
        yield from _check_table(paths, name, keys)


def _check_table(
    paths: EditionPaths, name: str, keys: Collection[str]
) -> Iterator[Issue]:
    try:
        schema = table_schema(paths, name)
        columns = [field.name for field in schema.fields if field.format == "reference"]
        if not columns:
            return
        table = load_table(paths, name)
    except IssueError:
        # The check of the tables says why.
        return
    for column in columns:
        cells = table.frame[column]
        bad = cells[~cells.isin({"", *schema.missing, *keys})]
        for row_id, key in bad.items():
            yield Issue(
                IssueCode.TABLE_REFERENCE,
                table.place(str(row_id)),
                f"(id {row_id}) {column} « {key} » pas dans la bibliographie",
                f"une clé de {paths.relative(paths.references)}",
                suggestion(key, keys),
            )
