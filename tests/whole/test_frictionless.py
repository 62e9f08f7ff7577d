"""The package of data, as others will open it: whole, licensed, valid elsewhere.

Frictionless is a second opinion: it reads the same schemas with none of our code.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
CITATION = ROOT / "CITATION.cff"
MENTION = (
    "Ministère de la Culture, Service du livre et de la lecture – Licence Ouverte 2.0"
)

# Frictionless imports parts of the standard library that are on their way out.
pytestmark = pytest.mark.filterwarnings("ignore")


def descriptor(data: Path = DATA) -> dict[str, Any]:
    text = (data / "datapackage.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def resource(name: str) -> dict[str, Any]:
    found: dict[str, Any]
    (found,) = [item for item in descriptor()["resources"] if item["name"] == name]
    return found


def faults(data: Path) -> set[tuple[str, str, str]]:
    """Return what frictionless finds wrong: file, kind of fault, its words."""
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(data / "datapackage.json"))
    found = {("datapackage.json", error.type, error.message) for error in report.errors}
    for task in report.tasks:
        found |= {(task.name, error.type, error.message) for error in task.errors}
    return found


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the data, to be spoilt."""
    for name in ("tables", "schema"):
        shutil.copytree(DATA / name, tmp_path / name)
    for name in ("datapackage.json", "references.bib"):
        shutil.copy(DATA / name, tmp_path / name)
    return tmp_path


# -- valid ------------------------------------------------------------------------


def test_package_is_valid_for_frictionless() -> None:
    assert faults(DATA) == set()


@pytest.mark.parametrize(
    ("table", "old", "new", "kind"),
    [
        ("chiffres", ",brest-2013,", ",brest-2031,", "foreign-key"),
        ("chronologie", ",2004-02-04,", ",4 février 2004,", "constraint-error"),
        ("bibliotheques", ",1624,", ",beaucoup,", "type-error"),
        ("unites", "\nan,", "\nabonne,", "primary-key"),
    ],
)
def test_frictionless_would_see(
    copy: Path, table: str, old: str, new: str, kind: str
) -> None:
    path = copy / "tables" / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    assert (table, kind) in {(name, found) for name, found, _ in faults(copy)}


# -- complete ---------------------------------------------------------------------


def test_every_table_is_in_the_package_with_its_schema() -> None:
    tables = [item for item in descriptor()["resources"] if item.get("type") == "table"]
    names = {item["name"] for item in tables}
    assert names == {path.stem for path in (DATA / "tables").iterdir()}
    assert names == {path.stem for path in (DATA / "schema").iterdir()}
    for item in tables:
        schema = json.loads((DATA / item["schema"]).read_text(encoding="utf-8"))
        assert item["path"] == f"tables/{item['name']}.csv"
        assert item["schema"] == f"schema/{item['name']}.json"
        assert schema["name"] == item["name"]
        assert item["title"] == schema["title"]
        assert item["description"] == schema["description"]


def test_every_resource_says_who_made_it_under_which_licence() -> None:
    for item in descriptor()["resources"]:
        (licence,) = item["licenses"]
        assert licence["path"].startswith("https://"), item["name"]
        assert (ROOT / "LICENSES" / f"{licence['name']}.txt").is_file(), item["name"]
        assert item["contributors"], item["name"]
        assert item["encoding"] == "utf-8", item["name"]


@pytest.mark.skipif(not CITATION.is_file(), reason="CITATION.cff n'existe pas")
def test_package_has_the_version_of_the_edition() -> None:
    citation = yaml.safe_load(CITATION.read_text(encoding="utf-8"))
    assert descriptor()["version"] == str(citation["version"])


def test_authors_of_the_study_are_not_authors_of_the_data() -> None:
    (entity,) = descriptor()["contributors"]
    assert entity["title"] == "Contributrices et contributeurs de l’édition"
    said = json.dumps(descriptor()["contributors"], ensure_ascii=False)
    for item in descriptor()["resources"]:
        said += json.dumps(item["contributors"], ensure_ascii=False)
    for name in ("Audouard", "Rimaud", "Wiart", "Amar", "Bpi", "Enssib"):
        assert name not in said


# -- lawful and honest ------------------------------------------------------------


@pytest.mark.parametrize("name", ["bibliotheques", "bibliotheques-france"])
def test_data_of_the_ministry_carry_its_mention_and_what_is_not_certain(
    name: str,
) -> None:
    item = resource(name)
    assert item["licenses"][0]["name"] == "etalab-2.0"
    assert item["edition:notice"].startswith(MENTION)
    doubts = " ".join(item["edition:doubts"])
    assert "n’est pas prouvée octet par octet" in doubts
    assert "millésime" in doubts


def test_british_accounts_carry_the_mention_of_their_licence() -> None:
    item = resource("comptes-twitter-uk-2016")
    assert item["licenses"][0]["name"] == "MIT"
    assert "Libraries Hacked, 2016" in item["edition:notice"]
    assert "Copyright (c) 2016 libraries hacked" in (DATA / "README.md").read_text(
        encoding="utf-8"
    )


def test_lists_of_2019_are_aggregates_because_their_licence_is_not_certain() -> None:
    item = resource("listes-twitter-uk-2019")
    assert "seuls des agrégats sont repris" in " ".join(item["edition:doubts"])
    rows = (DATA / item["path"]).read_text(encoding="utf-8").splitlines()
    assert len(rows) == 1 + 9


def test_licence_of_the_quotations_leaves_their_words_to_their_authors() -> None:
    assert "restent à leurs auteurs" in resource("citations")["edition:notice"]
