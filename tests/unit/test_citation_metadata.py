"""``edition.citation.metadata``: what the edition says of itself, from CITATION.cff."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import yaml

from edition.citation.metadata import load_citation
from edition.citation.names import Name
from edition.citation.references import Reference
from edition.issues import IssueError
from edition.paths import EditionPaths

WHOLE = """\
cff-version: 1.2.0
message: Merci de citer.
title: >-
  Un titre
  sur deux lignes
authors:
  - name: Une équipe
  - given-names: Ada
    family-names: Lovelace
version: "0.10"
license: CC-BY-4.0
"""


@pytest.fixture
def read(tmp_path: Path):
    """Return a function that writes ``CITATION.cff`` and reads it."""

    def write(text: str | bytes):
        content = text if isinstance(text, bytes) else text.encode()
        (tmp_path / "CITATION.cff").write_bytes(content)
        return load_citation(EditionPaths(tmp_path))

    return write


def refused(read, text: str | bytes) -> list[str]:
    with pytest.raises(IssueError) as error:
        read(text)
    return [str(issue) for issue in error.value.issues]


def test_the_edition_is_ours_and_the_study_is_only_a_reference(root: Path):
    citation = load_citation(EditionPaths(root))
    assert citation.authors == ("Contributrices et contributeurs de l'édition",)
    assert citation.title.startswith("Autour de “Des tweets et des likes")
    assert citation.licence == "CC BY 4.0"
    whole = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))
    assert whole["cff-version"] == "1.2.0"
    (study,) = whole["references"]
    theirs = {author["family-names"] for author in study["authors"]}
    assert theirs == {"Audouard", "Rimaud", "Wiart"}
    assert not theirs & set(" ".join(citation.authors).split())
    (known,) = citation.references
    assert {name.family for name in known.names} == theirs
    assert (known.kind, known.year, known.doi) == (
        study["type"],
        str(study["year"]),
        study["doi"],
    )


def test_the_version_stands_in_no_other_file_that_could_differ(root: Path):
    version = load_citation(EditionPaths(root)).version
    for name in ("pyproject.toml", "conf.py", "README.md"):
        assert version not in (root / name).read_text(encoding="utf-8")
    package = json.loads((root / "data/datapackage.json").read_text(encoding="utf-8"))
    assert package["version"] == version


def test_entities_and_persons_are_authors(read):
    citation = read(WHOLE)
    assert citation.title == "Un titre sur deux lignes"
    assert citation.author == "Une équipe, Ada Lovelace"
    assert citation.version == "0.10"
    assert citation.released is None
    assert citation.keywords == ()
    assert citation.licence_url == "https://creativecommons.org/licenses/by/4.0/deed.fr"


def test_the_day_of_a_release_may_be_quoted_or_not(read):
    for written in ("2026-03-05", '"2026-03-05"'):
        citation = read(f"{WHOLE}date-released: {written}\n")
        assert citation.released == date(2026, 3, 5)


def test_an_unknown_licence_keeps_its_identifier(read):
    citation = read(WHOLE.replace("CC-BY-4.0", "MIT"))
    assert (citation.licence, citation.licence_url) == ("MIT", None)


def test_what_is_missing_is_told_at_once(read):
    messages = refused(read, "cff-version: 1.2.0\nauthors: []\n")
    assert [message.partition(" ; ")[0] for message in messages] == [
        "CITATION.cff: « title » manque",
        "CITATION.cff:2: « authors » manque",
        "CITATION.cff: « version » manque",
        "CITATION.cff: « license » manque",
    ]


def test_a_version_that_tools_read_as_a_number_is_refused(read):
    (message,) = refused(read, WHOLE.replace('"0.10"', "0.10"))
    assert message == (
        "CITATION.cff:10: champ « version » : « 0.10 » n'est pas lu comme un texte ; "
        'attendu : version: "0.10". [edition.citation-field]'
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("license: CC-BY-4.0", "license:", "« license » est vide"),
        ("license: CC-BY-4.0", "license: [MIT]", "n'est pas un texte"),
        ("- name: Une équipe", "- email: a@b.fr", "a un auteur sans nom"),
        ("- name: Une équipe", "- Une équipe", "a un auteur sans nom"),
        ("message: Merci", "title: Merci", "« title » est donné deux fois"),
    ],
)
def test_a_field_of_another_form_is_refused(read, old: str, new: str, said: str):
    (message,) = refused(read, WHOLE.replace(old, new))
    assert message.startswith("CITATION.cff:")
    assert said in message


@pytest.mark.parametrize("day", ["hier", "2026-02-30", "[2026]", "20"])
def test_a_day_that_does_not_exist_is_refused(read, day: str):
    (message,) = refused(read, f"{WHOLE}date-released: {day}\n")
    assert "« date-released » n'est pas un jour ; attendu : AAAA-MM-JJ" in message


def test_keywords_must_be_a_list(read):
    (message,) = refused(read, f"{WHOLE}keywords: un, deux\n")
    assert "« keywords » n'est pas une liste" in message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("title: [\n", "mal formé"),
        ("title: \x01\n", "mal formé"),
        ("title: &a x\nversion: *a\n", "CITATION.cff:2: fichier avec un alias"),
        ("title: !!python/object/apply:os.getcwd []\n", "n'est pas un texte"),
        ("", "sans aucun champ"),
        ("- title\n", "sans aucun champ"),
        ("title: été\n".encode("latin-1"), "illisible en UTF-8"),
    ],
)
def test_an_unreadable_file_is_told_without_a_traceback(read, content, said: str):
    assert said in refused(read, content)[0]


def test_an_absent_file_is_told(tmp_path: Path):
    with pytest.raises(IssueError, match="fichier absent"):
        load_citation(EditionPaths(tmp_path))


def test_a_folder_in_its_place_and_endless_nesting_are_told(tmp_path: Path):
    (tmp_path / "CITATION.cff").mkdir()
    with pytest.raises(IssueError, match="fichier illisible"):
        load_citation(EditionPaths(tmp_path))
    (tmp_path / "CITATION.cff").rmdir()
    (tmp_path / "CITATION.cff").write_text("a: " + "[" * 100_000, "utf-8")
    with pytest.raises(IssueError, match="emboîté sans fin"):
        load_citation(EditionPaths(tmp_path))


# -- the study -------------------------------------------------------------------------

STUDY = """\
references:
  - type: book
    title: L'étude
    authors:
      - family-names: Martin
        given-names: Louise
      - name: Un bureau
    publisher:
      name: Éditions d'essai
      city: Brest
    year: 2017
    isbn: 978-2-84246-231-4
    doi: 10.4000/essai
    url: https://exemple.org/etude
"""


def test_the_study_is_read_with_what_is_known_of_it(read):
    (study,) = read(WHOLE + STUDY).references
    assert study == Reference(
        title="L'étude",
        names=(Name("Louise Martin", "Martin", "Louise"), Name("Un bureau")),
        kind="book",
        year="2017",
        publisher="Éditions d'essai",
        isbn="978-2-84246-231-4",
        doi="10.4000/essai",
        url="https://exemple.org/etude",
    )


def test_what_is_not_known_of_it_is_left_out(read):
    least = "references:\n- {type: report, title: Rapport, authors: [{name: Nous}]}\n"
    (study,) = read(WHOLE + least).references
    assert study == Reference("Rapport", (Name("Nous"),), "report")
    assert read(WHOLE).references == ()


def test_a_year_may_be_quoted_or_not(read):
    for written in ("2017", '"2017"'):
        text = STUDY.replace("year: 2017", f"year: {written}")
        assert read(WHOLE + text).references[0].year == "2017"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    title: L'étude\n", "", "13: « references.title » manque"),
        (
            "    doi: 10",
            "    doi: https://doi.org/10",
            "24: champ « references.doi » : ",
        ),
        (
            "url: https://exemple.org/",
            "url: exemple.org/",
            "« references.url » : valeur",
        ),
        ("url: https:", "url: javascript:", "« references.url » : valeur"),
        (
            "year: 2017",
            "year: vers 2017",
            "22: « references.year » n'est pas une année",
        ),
        ("year: 2017", "year: [2017]", "« references.year » n'est pas une année"),
        ("isbn: 978-2-84246-231-4", "isbn: 9782842462314", "« references.isbn » : «"),
        ("- name: Un bureau", "- nom: Un bureau", "« references.authors » a un auteur"),
        (
            "    publisher:\n      name: Éditions d'essai\n      city: Brest\n",
            "    publisher: Éditions d'essai\n",
            "« references.publisher » n'a pas de champs",
        ),
        ("      name: Éditions d'essai\n", "", "« references.publisher.name » manque"),
        ("  - type: book\n", "  - L'étude\n  - type: book\n", "n'a pas de champs"),
        (
            "    year:",
            "    title: Deux\n    year:",
            "« references.title » est donné deux",
        ),
    ],
)
def test_a_fault_in_the_study_is_told_where_it_is(read, old: str, new: str, said: str):
    assert old in STUDY
    (message,) = refused(read, WHOLE + STUDY.replace(old, new))
    assert message.startswith("CITATION.cff:")
    assert said in message


def test_references_are_a_list(read):
    (message,) = refused(read, f"{WHOLE}references: un livre\n")
    assert "« references » n'est pas une liste" in message
