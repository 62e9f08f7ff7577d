"""Rows of tables as the search finds them: each leads to itself on its table's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.tables import MISSING, Table, load_table, table_names
from edition_sphinx.search.read import Found, Kind
from edition_sphinx.tables.words import spaced

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from edition.paths import EditionPaths
    from edition.tables import Field

__all__ = ["find_rows"]

MOST_ROWS = 1000
"""A longer table is searched on its own page."""

GLOSSARY = "lexique"
"""Its rows are found as terms."""

# What nobody looks for by its words.
SILENT_FORMATS = frozenset({"url", "doi", "edtf", "reference", "latitude", "longitude"})
SILENT_ROLES = frozenset({"level", "scope"})


def find_rows(paths: EditionPaths, pages: Container[str]) -> Iterator[Found]:
    """List the rows of all tables that have a page.

    :param pages: the documents of the edition.
    """
    folder = paths.data_pages.relative_to(paths.root).as_posix()
    for name in table_names(paths):
        docname = f"{folder}/{name}"
        if name != GLOSSARY and docname in pages:
            table = load_table(paths, name)
            if len(table.frame) < MOST_ROWS:
                yield from _rows(table, docname)


def _rows(table: Table, docname: str) -> Iterator[Found]:
    spoken = [field for field in table.schema.fields if _is_spoken(field)]
    if not spoken:
        return
    label = next((field for field in spoken if field.role == "title"), spoken[0])
    others = [field.name for field in spoken if field is not label]
    frame = table.frame
    for row in frame.to_dict("records"):
        title = _said(row[label.name])
        texts = [text for name in others if (text := _said(row[name]))]
        yield Found(
            Kind.ROW,
            docname,
            f"{table.name}.{row['id']}",
            title or next(iter(texts), str(row["id"])),
            " · ".join(texts),
        )


def _is_spoken(field: Field) -> bool:
    """Tell whether a column says words or figures that somebody may look for."""
    return (
        field.name not in ("id", "id_dossier")
        and field.foreign is None
        and field.format not in SILENT_FORMATS
        and field.role not in SILENT_ROLES
        and field.type != "boolean"
    )


def _said(cell: str) -> str:
    return "" if cell in MISSING else spaced(cell)
