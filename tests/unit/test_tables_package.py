"""Reading ``datapackage.json``: licences and sources, and every word refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from edition.issues import IssueError
from edition.paths import EditionPaths
from edition.tables import Contributor, Licence, Source, load_package
from support.small_tables import small_edition

CC_BY = {"name": "CC-BY-4.0", "title": "CC BY 4.0", "path": "https://cc.org/by"}


@pytest.fixture
def paths(tmp_path: Path) -> EditionPaths:
    return small_edition(tmp_path / "x")


def resource(name: str = "villes", **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "type": "table",
        "path": f"tables/{name}.csv",
        "schema": f"schema/{name}.json",
        "title": name.capitalize(),
        **more,
    }


def write(paths: EditionPaths, *resources: dict[str, Any], **more: Any) -> None:
    package = {"name": "x", "title": "X", "resources": list(resources), **more}
    paths.datapackage.write_text(json.dumps(package, indent=1), encoding="utf-8")


def refusal(paths: EditionPaths) -> str:
    with pytest.raises(IssueError) as caught:
        load_package(paths)
    return str(caught.value)


def test_a_resource_tells_its_terms_sources_and_doubts(paths: EditionPaths) -> None:
    source = {"title": "Le dossier", "path": "https://exemple.org", "version": "2"}
    person = {"title": "A. B.", "roles": ["auteur"], "organization": "Bpi"}
    notes = ["L'année n'a pas été vue."]
    write(
        paths,
        resource(
            licenses=[CC_BY],
            sources=[source],
            contributors=[person],
            **{"edition:notes": notes},
        ),
    )
    villes = load_package(paths).resources["villes"]
    assert villes.is_table
    assert villes.licenses == (Licence("CC-BY-4.0", "CC BY 4.0", "https://cc.org/by"),)
    assert villes.sources == (Source("Le dossier", "https://exemple.org", "2"),)
    assert villes.contributors == (Contributor("A. B.", "", ("auteur",), "Bpi"),)
    assert villes.notes == ("L'année n'a pas été vue.",)


def test_a_resource_without_licence_has_that_of_the_package(
    paths: EditionPaths,
) -> None:
    write(paths, resource(), licenses=[CC_BY])
    package = load_package(paths)
    assert package.resources["villes"].licenses == package.licenses != ()


def test_a_file_that_is_no_table_needs_no_schema(paths: EditionPaths) -> None:
    bib = {"name": "references", "path": "references.bib", "title": "Références"}
    write(paths, bib)
    assert not load_package(paths).resources["references"].is_table


def test_the_package_is_read_again_when_it_changes(paths: EditionPaths) -> None:
    write(paths, resource())
    first = load_package(paths)
    assert load_package(paths) is first
    write(paths, resource(), resource("rues"))
    assert list(load_package(paths).resources) == ["villes", "rues"]


def test_an_absent_package_is_told(paths: EditionPaths) -> None:
    assert refusal(paths) == (
        "data/datapackage.json: fichier absent. [edition.table-package]"
    )


WRONG = [
    (resource(titel="x"), "propriété « titel » inconnue"),
    (resource(path="tables/autre.csv"), "path « tables/autre.csv » inconnu"),
    (resource(path="../villes.csv"), "path « ../villes.csv » inconnu"),
    (resource(schema="x.json"), "schema « x.json » inconnu"),
    (resource(encoding="latin-1"), "encoding « latin-1 » inconnu"),
    (resource(title=""), "« title » manque"),
    (resource("../x"), "nom refusé"),
    (resource("Villes"), "nom refusé"),
    (resource(licenses=[{"title": "x"}]), "licence : « name » manque"),
    (resource(licenses=["CC"]), "« licenses », élément 1 mal écrit"),
    (
        resource(licenses=[CC_BY | {"path": "javascript:alert(1)"}]),
        "licence : adresse « javascript:alert(1) » refusée",
    ),
    (resource(sources=[{"path": "https://x.org"}]), "source : « title » manque"),
    (resource(contributors=[{"title": 3}]), "contributeur : « title » mal écrit"),
    (
        {"name": "villes", "title": "V", "path": "tables/villes.csv"},
        "« schema » manque",
    ),
    ({"name": "a", "title": "A", "path": "/etc/passwd"}, "chemin « /etc/passwd »"),
    ({"name": "a", "title": "A", "path": "x/../../y"}, "chemin « x/../../y »"),
    ({"name": "a", "title": "A", "path": "https://x.org/y"}, "chemin « https://"),
]


@pytest.mark.parametrize(("wrong", "message"), WRONG)
def test_a_resource_that_we_would_not_obey_is_refused(
    wrong: dict[str, Any], message: str, paths: EditionPaths
) -> None:
    write(paths, wrong)
    said = refusal(paths)
    assert message in said
    assert "[edition.table-package]" in said


def test_a_resource_is_described_once(paths: EditionPaths) -> None:
    write(paths, resource(), resource())
    assert "ressource « villes » décrite deux fois" in refusal(paths)
