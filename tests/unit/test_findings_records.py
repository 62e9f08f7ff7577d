"""Findings and variants as the tables give them, and tables that give too little."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.findings import cited_proofs, load_findings, load_parts, load_variants
from edition.findings.records import number_of
from edition.issues import IssueError
from edition.tables.source import TableSource
from support.small_chapter import copy_edition
from support.small_tables import column, small_edition, write_table


@pytest.mark.parametrize(
    ("row", "number"),
    [("constat-01", "1"), ("constat-110", "110"), ("v0", "0"), ("unique", "unique")],
)
def test_readers_see_the_number_that_ends_an_id(row: str, number: str) -> None:
    assert number_of(row) == number


def test_a_finding_has_its_witnesses_with_their_own_level(tmp_path: Path) -> None:
    found = load_findings(TableSource(copy_edition(tmp_path)))["constat-01"]
    assert (found.number, found.part, found.portee, found.niveau) == (
        "1",
        "chapitre-1",
        "etude",
        "primaire",
    )
    assert [(p.label, p.portee, p.niveau) for p in found.proofs] == [
        ("Étude, chapitre 1", "etude", "primaire"),
        ("Gazette", "reception", "secondaire"),
    ]


def test_a_variant_has_its_readings_and_theirs(tmp_path: Path) -> None:
    variants = load_variants(TableSource(copy_edition(tmp_path)))
    kept, other = variants["variante-01"].readings
    assert (kept.version, kept.text, kept.kept) == ("A", "Quimperlé", True)
    assert [p.source for p in kept.witnesses] == ["oeb-2108", "toc"]
    assert (other.kept, len(other.witnesses)) == (False, 1)
    (alone,) = variants["variante-02"].readings
    assert alone.witnesses == ()


def test_what_a_table_lacks_is_empty(tmp_path: Path) -> None:
    paths = small_edition(tmp_path / "x")
    for name in ("constats", "preuves", "parties", "variantes", "lecons", "sources"):
        write_table(paths, name, "id,x\nrang-01,non vu\n", column("x"))
    source = TableSource(paths)
    assert load_findings(source)["rang-01"].statement == ""
    assert load_variants(source)["rang-01"].readings == ()
    assert load_parts(source)["rang-01"].title == ""
    assert cited_proofs(source) == {}


def test_an_edition_without_apparatus_has_no_record(tmp_path: Path) -> None:
    source = TableSource(small_edition(tmp_path / "x"))
    found = (load_findings(source), load_variants(source), cited_proofs(source))
    assert found == ({}, {}, {})


@pytest.mark.parametrize("name", ["constats", "preuves", "sources"])
def test_a_table_that_cannot_be_read_is_an_issue(tmp_path: Path, name: str) -> None:
    paths = copy_edition(tmp_path)
    paths.table(name).write_text("id,\n", "utf-8")
    with pytest.raises(IssueError):
        load_findings(TableSource(paths))


def test_a_citation_is_as_sure_as_the_least_sure_of_its_witnesses(
    tmp_path: Path,
) -> None:
    paths = copy_edition(tmp_path)
    with paths.table("sources").open("a", encoding="utf-8") as rows:
        rows.write(
            "b,Étude bis,Titre,non vu,extrait,martin_etude_2017,etude,secondaire\n"
            "c,Autre,Titre,non vu,extrait,non vu,etude,primaire\n"
        )
    assert cited_proofs(TableSource(paths)) == {
        "martin_etude_2017": ("etude", "secondaire"),
        # A table of contents proves no more than a heading.
        "martin_sommaire_2017": ("etude", "titre"),
        "gazette_2018": ("reception", "secondaire"),
        "annuaire_2013": ("contexte", "secondaire"),
    }
