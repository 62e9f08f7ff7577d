"""How the text names a reference."""

from __future__ import annotations

import pytest
from pybtex.database import BibliographyData, parse_string

from edition.sources.labels import make_labels, short_title, split_label


def read(text: str) -> BibliographyData:
    return parse_string(text, "bibtex")


def labels(text: str) -> dict[str, str]:
    return make_labels(read(text).entries.values())


def label(fields: str) -> str:
    return labels(f"@misc{{a, {fields}}}")["a"]


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ("Wiart, Louis", "Wiart"),
        ("Rimaud, Mathilde and Wiart, Louis", "Rimaud et Wiart"),
        ("Audouard, M. and Rimaud, M. and Wiart, L.", "Audouard, Rimaud et Wiart"),
        ("Zickuhr, K. and Rainie, L. and Purcell, K. and Duggan, M.", "Zickuhr et al."),
        ("Bastard, Irène and others", "Bastard et al."),
        ("de Leusse, Sonia", "de Leusse"),
        (r"{Taylor \& Francis}", "Taylor & Francis"),
        (r"Chevry P{\'e}bayle, Emmanuelle", "Chevry Pébayle"),
    ],
)
def test_names_are_joined_as_in_french(authors: str, expected: str) -> None:
    assert label(f"author={{{authors}}}, title={{T}}, year=2017") == f"{expected} 2017"


def test_an_editor_stands_for_the_author() -> None:
    assert label("editor={Galaup, Xavier}, title={T}, year=2012") == "Galaup 2012"


def test_a_work_without_year_is_sans_date() -> None:
    assert label("author={Wiart, Louis}, title={T}") == "Wiart s.\u00a0d."


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Éditorial", "« Éditorial »"),
        ("[Population de Metz]", "[Population de Metz]"),
        ("Tweeter ou liker, les bibliothèques", "« Tweeter ou liker »"),
        ("Grand prix : Louise-Michel, Paris", "« Grand prix : Louise-Michel, Paris »"),
        (
            "Une bibliothèque numérique sur les réseaux : Gallica",
            "« Une bibliothèque numérique sur les… »",
        ),
        (
            "Retour sur « Discutons communication »",
            "« Retour sur Discutons communication »",
        ),
    ],
)
def test_a_work_without_author_is_named_by_its_title(title: str, expected: str) -> None:
    assert short_title(title) == expected


def test_equal_labels_get_letters_the_volume_first() -> None:
    found = labels(
        """
        @incollection{part, author={Wiart, L.}, title={Avant}, year=2017}
        @book{whole, author={Wiart, L.}, title={Zone}, year=2017}
        @misc{other, author={Wiart, L.}, title={Autre}, year=2018}
        """
    )
    assert found == {
        "whole": "Wiart 2017a",
        "part": "Wiart 2017b",
        "other": "Wiart 2018",
    }


def test_letters_follow_sans_date_after_a_hyphen() -> None:
    found = labels(
        "@misc{a, author={V, V.}, title={A}} @misc{b, author={V, V.}, title={B}}"
    )
    assert set(found.values()) == {"V s.\u00a0d.-a", "V s.\u00a0d.-b"}


def test_letters_go_on_after_z() -> None:
    many = "".join(
        f"@misc{{k{n:02}, author={{V, V.}}, title={{T{n:02}}}, year=2000}}"
        for n in range(28)
    )
    found = labels(many)
    assert found["k25"] == "V 2000z"
    assert found["k26"] == "V 2000aa"
    assert len(set(found.values())) == 28


def test_a_label_splits_before_its_year() -> None:
    assert split_label("Rimaud et Wiart 2017a") == ("Rimaud et Wiart", "2017a")
    assert split_label("V. H. s.\u00a0d.-b") == ("V. H.", "s.\u00a0d.-b")
