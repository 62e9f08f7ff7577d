"""``CITATION.cff`` is valid for the tools that read it: forges, archives, cffconvert.

cffconvert 2.0.0 cannot stand beside our other packages (it wants jsonschema 3). What it
does is done here: YAML whose days stay texts, judged by the schema that it carries.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft7Validator

from edition.citation.metadata import load_citation
from edition.paths import EditionPaths
from edition.releases.cut import make_release
from edition.releases.ledger import Ledger

if TYPE_CHECKING:
    from pathlib import Path

RELEASED = re.compile(r"(?m)^(?:version|date-released):.*\n")
SCHEMA = "tests/schemas/citation-file-format/schema-1.2.0.json"


class DaysAreTexts(yaml.SafeLoader):
    """Reads YAML as cffconvert does."""


DaysAreTexts.add_constructor(
    "tag:yaml.org,2002:timestamp", DaysAreTexts.construct_yaml_str
)


@pytest.fixture(scope="module")
def validator(root: Path) -> Draft7Validator:
    schema = json.loads((root / SCHEMA).read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


@pytest.fixture(scope="module")
def text(root: Path) -> str:
    return (root / "CITATION.cff").read_text(encoding="utf-8")


def faults(validator: Draft7Validator, text: str) -> list[str]:
    data: Any = yaml.load(text, Loader=DaysAreTexts)
    return [error.json_path for error in validator.iter_errors(data)]


def test_the_file_is_valid(validator: Draft7Validator, text: str):
    assert faults(validator, text) == []


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("type: dataset", "type: livre", "$.type"),
        ("license: CC-BY-4.0", "license: CC BY 4.0", "$.license"),
        ("cff-version: 1.2.0", "cff-version: 1.9.9", "$['cff-version']"),
        ("  - name: Contributrices", "  - nom: Contributrices", "$.authors[0]"),
        ("abstract: >-", "resume: >-", "$"),
        ("title: >-", "titre: >-", "$"),
        (
            "    doi: 10.4000/",
            "    doi: https://doi.org/10.4000/",
            "$.references[0].doi",
        ),
        ("  - bibliothèques\n", "  - bibliothèques\n  - bibliothèques\n", "$.keywords"),
    ],
)
def test_a_file_that_is_not_is_refused(
    validator: Draft7Validator, text: str, old: str, new: str, where: str
):
    assert old in text
    assert where in faults(validator, text.replace(old, new, 1))


@pytest.mark.parametrize("version", ["0.1", "1.10", "2026.1"])
def test_what_a_release_writes_is_valid_and_its_version_stays_a_text(
    validator: Draft7Validator, text: str, tmp_path: Path, version: str
):
    (tmp_path / "CITATION.cff").write_text(text, encoding="utf-8")
    paths = EditionPaths(tmp_path)
    paths.data.mkdir()
    paths.datapackage.write_text("{}", encoding="utf-8")
    release = make_release(
        paths,
        version,
        date="2031-03-01",
        title="Un livre",
        pages={},
        ledger=Ledger({}),
        before={},
    )
    assert faults(validator, release.citation) == []
    assert yaml.safe_load(release.citation)["version"] == version
    (tmp_path / "CITATION.cff").write_text(release.citation, encoding="utf-8")
    assert load_citation(paths).version == version
    # Of the rest not a byte changes.
    assert RELEASED.sub("", release.citation) == RELEASED.sub("", text)
