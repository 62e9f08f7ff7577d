"""Tables of a few rows, written for one test."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from edition.paths import EditionPaths

__all__ = ["column", "schema_of", "small_edition", "write_table"]

ID = {
    "name": "id",
    "title": "Identifiant",
    "type": "string",
    "constraints": {"required": True, "unique": True},
}


def column(name: str, kind: str = "string", **more: Any) -> dict[str, Any]:
    """Return a field; ``empty=True`` admits empty cells, ``format`` is ours."""
    field: dict[str, Any] = {"name": name, "title": name.capitalize(), "type": kind}
    if more.pop("empty", False):
        field["edition:empty"] = "sans objet"
    for ours in ("format", "unit", "role", "language"):
        if ours in more:
            field[f"edition:{ours}"] = more.pop(ours)
    if more:
        field["constraints"] = more
    return field


def schema_of(name: str, *fields: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a schema whose first field is the id."""
    return {
        "name": name,
        "title": name.capitalize(),
        "fields": [ID, *fields],
        "missingValues": ["", "non vu"],
        "primaryKey": ["id"],
        **more,
    }


def small_edition(folder: Path) -> EditionPaths:
    """Return the paths of an edition that has nothing yet."""
    paths = EditionPaths(folder)
    paths.tables.mkdir(parents=True)
    paths.schemas.mkdir()
    (folder / "conf.py").write_text("", encoding="utf-8")
    return paths


def write_table(
    paths: EditionPaths,
    name: str,
    rows: str | bytes,
    *fields: dict[str, Any],
    **more: Any,
) -> None:
    """Write a table and its schema."""
    data = rows.encode() if isinstance(rows, str) else rows
    paths.table(name).write_bytes(data)
    text = json.dumps(schema_of(name, *fields, **more), ensure_ascii=False, indent=2)
    paths.schema(name).write_text(text, encoding="utf-8")
