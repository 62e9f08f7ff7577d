"""What the editors promise about the tables of the study, its witnesses above all."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from pybtex.database import Entry, parse_file

from support.rows import (
    DATA,
    MISSING,
    UNSEEN,
    Rows,
    column,
    is_study_itself,
    read,
    schema,
    where,
)

TABLES = (
    "sources",
    "sources-adresses",
    "etablissements",
    "groupes",
    "parties",
    "constats",
    "preuves",
    "variantes",
    "lecons",
    "lecons-temoins",
    "lacunes",
    "citations",
    "niveaux",
    "portees",
    "plateformes",
)
CATEGORIES = {"etude", "partie", "rapport", "recension", "cite-par-l-etude", "contexte"}
"""The lists of the bibliography page: a reference stands in the one it names."""

FOR_MACHINES = {"adresse", "archive", "doi", "id", "id_dossier", "reference"}
"""Columns that are not written in French."""


@pytest.fixture(scope="module")
def sources() -> Rows:
    """The witnesses."""
    return read("sources")


@pytest.fixture(scope="module")
def references() -> dict[str, Entry]:
    """The bibliography; pybtex refuses the file if it is not sound."""
    return dict(parse_file(DATA / "references.bib", "bibtex").entries)


# -- every table -----------------------------------------------------------------


@pytest.mark.parametrize("name", TABLES)
def test_the_columns_are_those_of_the_schema(name: str) -> None:
    fields = list(schema(name))

    assert all(list(row) == fields for row in read(name).values())


@pytest.mark.parametrize("name", TABLES)
def test_row_ids_are_readable(name: str) -> None:
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", key) for key in read(name))


@pytest.mark.parametrize("name", TABLES)
def test_a_cell_is_empty_only_where_that_means_not_applicable(name: str) -> None:
    rows = read(name)
    empty = {cell for row in rows.values() for cell in row if not row[cell]}
    allowed = {
        field for field, said in schema(name).items() if said.get("edition:empty")
    }

    assert empty <= allowed


@pytest.mark.parametrize("name", TABLES)
def test_french_is_typed_with_curly_apostrophes_and_plain_spaces(name: str) -> None:
    for key, row in read(name).items():
        for cell in row.keys() - FOR_MACHINES:
            words = re.sub(r"https?://\S+", "(adresse)", row[cell])
            bad = re.search(r"'|  |^\s|\s$|[\u00a0\u202f\t\n<>]", words)
            assert not bad, f"{name}.{key}.{cell}: {words}"


@pytest.mark.parametrize("name", TABLES)
def test_levels_and_scopes_are_those_of_the_vocabularies(name: str) -> None:
    rows, fields = read(name), schema(name)
    for cell, vocabulary in {"niveau": "niveaux", "portee": "portees"}.items():
        if cell in fields:
            assert set(column(rows, cell)) <= set(read(vocabulary))


@pytest.mark.parametrize(
    ("table", "cell", "target"),
    [
        ("sources-adresses", "source", "sources"),
        ("etablissements", "source", "sources"),
        ("etablissements", "recit_partie", "parties"),
        ("groupes", "source", "sources"),
        ("parties", "parent", "parties"),
        ("parties", "source", "sources"),
        ("constats", "partie", "parties"),
        ("constats", "etablissement", "etablissements"),
        ("preuves", "constat", "constats"),
        ("preuves", "source", "sources"),
        ("lecons", "variante", "variantes"),
        ("lecons-temoins", "lecon", "lecons"),
        ("lecons-temoins", "source", "sources"),
        ("lacunes", "partie", "parties"),
        ("lacunes", "etablissement", "etablissements"),
        ("lacunes", "source", "sources"),
        ("citations", "source", "sources"),
        ("citations", "partie", "parties"),
    ],
)
def test_every_link_between_tables_arrives(table: str, cell: str, target: str) -> None:
    assert set(column(read(table), cell)) - MISSING <= set(read(target))


# -- « étude vue » ---------------------------------------------------------------


def test_only_the_study_itself_is_marked_as_study_seen(sources: Rows) -> None:
    marked = where(sources, portee="etude", niveau="primaire")

    assert set(marked) == {key for key, row in sources.items() if is_study_itself(row)}


def test_the_mark_study_seen_belongs_to_one_level_and_one_scope() -> None:
    levels = read("niveaux")

    assert set(where(levels, marque="etude-vue")) == {"primaire"}
    assert "etude-vue" not in column(levels, "marque_hors_etude")


@pytest.mark.parametrize(
    "name",
    ["etablissements", "groupes", "parties", "preuves", "lecons-temoins", "citations"],
)
def test_study_seen_is_said_only_with_a_witness_of_the_study_itself(
    name: str, sources: Rows
) -> None:
    for key, row in where(read(name), portee="etude", niveau="primaire").items():
        assert is_study_itself(sources[row["source"]]), key


@pytest.mark.parametrize("name", ["preuves", "lecons-temoins"])
def test_a_proof_has_the_scope_of_its_witness(name: str, sources: Rows) -> None:
    for key, row in read(name).items():
        assert row["portee"] == sources[row["source"]]["portee"], key


# -- witnesses -------------------------------------------------------------------


def test_no_address_names_two_witnesses(sources: Rows) -> None:
    for addresses in (column(sources, "adresse"), _all_addresses()):
        assert [url for url, times in Counter(addresses).items() if times > 1] == []


def _all_addresses() -> list[str]:
    return column(read("sources-adresses"), "adresse")


def test_each_witness_has_its_main_address_in_the_list_of_addresses(
    sources: Rows,
) -> None:
    main = where(read("sources-adresses"), nature="principale")

    assert {row["source"]: row["adresse"] for row in main.values()} == {
        key: row["adresse"] for key, row in sources.items()
    }


def test_the_date_of_consultation_of_a_witness_is_never_made_up(sources: Rows) -> None:
    assert set(column(sources, "consulte")) == {UNSEEN}


def test_initials_stay_initials(sources: Rows) -> None:
    quoted = where(read("citations"), source="livreshebdo")

    assert sources["livreshebdo"]["auteur"] == "V. H."
    assert column(quoted, "locuteur") == ["V. H., dans Livres Hebdo"]


# -- references ------------------------------------------------------------------


def test_every_reference_named_by_a_witness_exists(
    sources: Rows, references: dict[str, Entry]
) -> None:
    assert set(column(sources, "reference")) - {""} <= set(references)


def test_every_reference_is_in_one_list_of_the_bibliography(
    references: dict[str, Entry],
) -> None:
    for key, entry in references.items():
        assert entry.fields.get("keywords") in CATEGORIES, key


def test_the_key_of_a_reference_says_who_what_and_when(
    references: dict[str, Entry],
) -> None:
    for key, entry in references.items():
        found = re.fullmatch(r"[a-z0-9]+_[a-z0-9]+_(\d{4}|sd)", key)
        assert found, key
        assert found[1] == entry.fields.get("year", "sd"), key


@pytest.mark.parametrize("field", ["url", "doi", "isbn"])
def test_no_work_is_described_twice(field: str, references: dict[str, Entry]) -> None:
    values = [entry.fields.get(field) for entry in references.values()]
    times = Counter(value for value in values if value)

    assert [value for value in times if times[value] > 1] == []


def test_every_witness_can_be_cited(sources: Rows) -> None:
    assert [key for key, row in sources.items() if not row["reference"]] == []


def test_a_title_has_the_language_that_the_bibliography_says(
    sources: Rows, references: dict[str, Entry]
) -> None:
    for row, cells in sources.items():
        title = cells["titre"]
        if title == "non vu":
            assert cells["langue"] == "non vu", row
        elif title.startswith("["):
            assert cells["langue"] == "fr", row  # ours
        else:
            entry = references[cells["reference"]]
            assert cells["langue"] == entry.fields.get("lang", "fr"), row


def test_a_title_that_was_not_seen_is_ours_and_stands_in_brackets(
    sources: Rows, references: dict[str, Entry]
) -> None:
    untitled = where(sources, titre=UNSEEN)
    # A magazine presents a thesis: the reference is the thesis.
    del untitled["during-2024"]

    titles = {references[row["reference"]].fields["title"] for row in untitled.values()}

    assert {title for title in titles if not title.startswith("[")} == set()
