"""The tables of the edition as plain rows, read by nothing of ours.

What the editors promise about the data is tested on the files themselves.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

Row = dict[str, str]
Rows = dict[str, Row]

DATA = Path(__file__).resolve().parents[2] / "data"
UNSEEN = "non vu"
MISSING = {"", UNSEEN}

STUDY_PAGE = re.compile(r"https?://books\.openedition\.org/bibpompidou/2\d\d\d\b")
STUDY_DOCUMENTS = {"bpi-pro", "ra-2015", "enssib-intro"}
"""The Bpi's own words about the study, and the publisher's extract of it."""


def read(name: str) -> Rows:
    """Return the rows of a table by their id, every cell as it stands in the file."""
    path = DATA / "tables" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    found = {row["id"]: row for row in rows}
    assert len(found) == len(rows), f"{name}: an id names two rows"
    return found


def where(rows: Rows, **values: str) -> Rows:
    """Return the rows that hold these values."""
    return {
        key: row
        for key, row in rows.items()
        if all(row[column] == value for column, value in values.items())
    }


def column(rows: Rows, name: str) -> list[str]:
    """Return the cells of a column, from top to bottom."""
    return [row[name] for row in rows.values()]


def schema(name: str) -> dict[str, dict[str, Any]]:
    """Return the fields of a table's schema by their name."""
    text = (DATA / "schema" / f"{name}.json").read_text(encoding="utf-8")
    return {field["name"]: field for field in json.loads(text)["fields"]}


def is_study_itself(source: Row) -> bool:
    """Tell the study's own pages and documents from what others say of it."""
    if source["id"] in STUDY_DOCUMENTS:
        return True
    return STUDY_PAGE.match(source["adresse"]) is not None
