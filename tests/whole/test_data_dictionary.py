"""The data dictionary for scholars says of every column what its schema says.

``data/README.md`` is written for people; the schemas are written for machines. When
one changes without the other, the failing test shows the line to put in the README.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"
TABLES = sorted(path.stem for path in (DATA / "tables").glob("*.csv"))

TYPES = {
    "string": "texte",
    "integer": "entier",
    "number": "nombre",
    "boolean": "vrai ou faux",
    "date": "date",
    "year": "année",
}
HEADER = ["Colonne", "Titre", "Type", "Remplie", "Sens"]


def schema(table: str) -> dict[str, Any]:
    text = (DATA / "schema" / f"{table}.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def resource(table: str) -> dict[str, Any]:
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    found: dict[str, Any]
    (found,) = [item for item in package["resources"] if item["name"] == table]
    return found


def sections() -> dict[str, str]:
    """Return the text of each section of the dictionary, by its heading."""
    text = (DATA / "README.md").read_text(encoding="utf-8")
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def line(field: dict[str, Any], targets: dict[str, str]) -> str:
    """Return the line that the dictionary owes to a column."""
    limits = field.get("constraints", {})
    kind = TYPES[field["type"]]
    if field["name"] in targets:
        kind = f"renvoi à `{targets[field['name']]}`"
    elif field.get("edition:format") == "edtf":
        kind = "date EDTF"
    if "edition:unit" in field:
        kind += f", en `{field['edition:unit']}`"
    filled = "sinon « non vu »"
    if limits.get("required"):
        filled = "toujours"
    elif "edition:empty" in field:
        filled = "sinon vide ou « non vu »"
    sense = field["description"]
    if "enum" in limits:
        values = ", ".join(f"« {value} »" for value in limits["enum"])
        sense += f" Valeurs : {values}."
    return f"| `{field['name']}` | {field['title']} | {kind} | {filled} | {sense} |"


def columns(section: str) -> list[str]:
    rows = [row for row in section.splitlines() if row.startswith("|")]
    assert rows[0] == f"| {' | '.join(HEADER)} |"
    return rows[2:]


@pytest.mark.parametrize("table", TABLES)
def test_dictionary_has_one_line_a_column_as_the_schema_says(table: str) -> None:
    found = schema(table)
    targets = {
        key["fields"][0]: key["reference"]["resource"]
        for key in found.get("foreignKeys", [])
    }
    wanted = [line(field, targets) for field in found["fields"]]
    assert columns(sections()[table]) == wanted


@pytest.mark.parametrize("table", TABLES)
def test_dictionary_says_what_a_table_is_and_what_is_not_certain(table: str) -> None:
    found, about, section = schema(table), resource(table), sections()[table]
    assert f"**{found['title']}.** {found['description']}" in section
    for doubt in about.get("edition:doubts", []):
        assert f"- {doubt}\n" in section
    if "edition:notice" in about:
        assert f"Mention : {about['edition:notice']}" in section


def test_dictionary_lists_every_table_with_its_licence_and_no_other() -> None:
    rows = [row for row in sections()["Les tableaux"].splitlines() if "](#" in row]
    listed = {}
    for row in rows:
        name, _, licence = (cell.strip() for cell in row.strip("|").split("|"))
        listed[re.sub(r"\[`(.+)`\]\(#\1\)", r"\1", name)] = licence
    assert sorted(listed) == TABLES
    for name, licence in listed.items():
        (found,) = resource(name)["licenses"]
        assert licence == f"[{found['title']}]({found['path']})"


def test_dictionary_carries_the_licence_that_must_travel_with_the_british_data() -> (
    None
):
    section = sections()["Licence MIT de Libraries Hacked"]
    assert "Copyright (c) 2016 libraries hacked" in section
    assert "The above copyright notice and this permission notice" in section
