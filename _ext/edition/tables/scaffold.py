"""What a new table needs: its CSV file, its schema, its description, its page.

Nothing that is there is ever written over; only what is missing is made. Describing
the columns in words is left to the author, and to ``data/README.md``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from edition.issues import Issue, IssueCode, IssueError, Place, known_values, suggestion
from edition.tables.package_file import load_package
from edition.tables.raw import read_bytes
from edition.tables.schema import KEY, MISSING, ROW_ID, TYPES
from edition.tables.schema_file import load_schema
from edition.tables.sheet import read_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from edition.paths import EditionPaths

__all__ = ["Column", "PlannedFile", "parse_columns", "plan_table", "write_planned"]

DEFAULT_TITLE = "à décrire"
SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Column:
    """A column to be: its name and its type."""

    name: str
    type: str = "string"


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file to write, whole; ``datapackage.json`` is the only one that may exist."""

    path: Path
    text: str


def parse_columns(text: str, *, place: str) -> tuple[Column, ...]:
    """Read « nom, nombre:number, date »; the column ``id`` is always the first.

    :raises IssueError: a name or a type that no schema would take.
    """
    columns = [Column(KEY)]
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, _, kind = (piece.strip() for piece in part.partition(":"))
        kind = kind or "string"
        if kind not in TYPES:
            message = f"type « {kind} » inconnu"
            hint = suggestion(kind, TYPES)
            raise _refused(place, message, known_values(TYPES), hint)
        if not ROW_ID.fullmatch(name.replace("_", "-")):
            message = f"nom de colonne « {name} » refusé"
            raise _refused(place, message, "minuscules sans accent, chiffres et « _ »")
        if name != KEY and name not in {column.name for column in columns}:
            columns.append(Column(name, kind))
    return tuple(columns)


def plan_table(
    paths: EditionPaths,
    name: str,
    *,
    title: str = "",
    columns: Sequence[Column] = (Column(KEY),),
) -> list[PlannedFile]:
    """Return the files that the table lacks; none when it has them all.

    A table whose CSV file exists keeps its own columns.

    :raises IssueError: a name that no table can have, or files that cannot be read.
    """
    csv, schema = paths.table(name), paths.schema(name)
    place = paths.relative(csv)
    if not ROW_ID.fullmatch(name) or len(name) > LONGEST_NAME:
        expected = "une lettre, puis minuscules sans accent, chiffres et traits d'union"
        raise _refused(place, f"nom de tableau « {name} » refusé", expected)
    planned = []
    if csv.exists():
        sheet = read_sheet(read_bytes(csv, inside=paths.data, place=place), place=place)
        columns = [Column(column) for column in sheet.header]
    if schema.exists():
        known = load_schema(schema, place=paths.relative(schema))
        title = title or known.title
        columns = [Column(field.name, field.type) for field in known.fields]
    title = title or name.replace("-", " ").capitalize()
    if not csv.exists():
        header = ",".join(column.name for column in columns)
        planned.append(PlannedFile(csv, f"{header}\n"))
    if not schema.exists():
        planned.append(PlannedFile(schema, _schema(name, title, columns)))
    package = _package_with(paths, name, title)
    if package is not None:
        planned.append(PlannedFile(paths.datapackage, package))
    page = paths.data_pages / f"{name}.md"
    if not page.exists():
        planned.append(PlannedFile(page, _page(name, title)))
    return planned


def write_planned(planned: Sequence[PlannedFile]) -> None:
    """Write the files."""
    for file in planned:
        file.path.parent.mkdir(parents=True, exist_ok=True)
        file.path.write_text(file.text, encoding="utf-8", newline="\n")


def _refused(place: str, message: str, expected: str, hint: str = "") -> IssueError:
    code = IssueCode.TABLE_FILE
    return IssueError(Issue(code, Place(place), message, expected, hint))


def _schema(name: str, title: str, columns: Sequence[Column]) -> str:
    return _json(
        {
            "$schema": SCHEMA_PROFILE,
            "name": name,
            "title": title,
            "description": DEFAULT_TITLE.capitalize(),
            "fields": [_field(column) for column in columns],
            "missingValues": list(MISSING),
            "primaryKey": [KEY],
        }
    )


def _field(column: Column) -> dict[str, Any]:
    if column.name == KEY:
        return {
            "name": KEY,
            "title": "Identifiant",
            "type": "string",
            "description": "Nom court et permanent de la ligne.",
            "constraints": {
                "required": True,
                "unique": True,
                "pattern": ROW_ID.pattern,
            },
        }
    found: dict[str, Any] = {
        "name": column.name,
        "title": column.name.replace("_", " ").capitalize(),
        "type": column.type,
        "description": DEFAULT_TITLE.capitalize(),
    }
    if column.name == "date" and column.type == "string":
        found["edition:format"] = "edtf"
    return found


def _package_with(paths: EditionPaths, name: str, title: str) -> str | None:
    """Return ``datapackage.json`` with the table added; nothing when it is there."""
    if not paths.datapackage.exists():
        package: dict[str, Any] = {
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": "edition",
            "title": DEFAULT_TITLE.capitalize(),
            "resources": [],
        }
    elif name in load_package(paths).resources:
        return None
    else:
        package = json.loads(paths.datapackage.read_text(encoding="utf-8-sig"))
    package.setdefault("resources", []).append(
        {
            "name": name,
            "type": "table",
            "path": f"tables/{name}.csv",
            "schema": f"schema/{name}.json",
            "title": title,
            "description": DEFAULT_TITLE.capitalize(),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
        }
    )
    return _json(package)


def _page(name: str, title: str) -> str:
    """Return the page of a table; an annex may bear the name of the table itself."""
    heading = f"(sec-donnees-{name})=\n# {title} (données)"
    return f"{heading}\n\n```{{data-page}} {name}\n```\n"


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
