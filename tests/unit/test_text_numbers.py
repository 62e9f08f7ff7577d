from __future__ import annotations

import pytest

from edition.text.numbers import COVER, find_numbers


def numbers(text: str) -> list[str]:
    return [number.text for number in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("819 fans et 1 234,5 vues", ["819", "1 234,5"]),
        ("10\u202f000 habitants", ["10 000"]),
        ("12 % des usagers, 3.5 % des autres", ["12 %", "3.5 %"]),
        ("2016 fans en 2016", ["2016"]),
        ("entre 5 et 10 heures", ["5", "10"]),
        ("Deux bibliothèques", ["Deux"]),
        ("vingt-deux, vingt et un", ["vingt-deux", "vingt et un"]),
        ("quatre mille deux cents comptes", ["quatre mille deux cents"]),
        ("soixante-dix pour cent", ["soixante-dix pour cent"]),
        ("une dizaine, la moitié, un quart", ["dizaine", "moitié", "quart"]),
        ("un tiers des usagers, les deux tiers du reste", ["tiers", "deux tiers"]),
        ("neuf bibliothèques, dix-neuf", ["neuf", "dix-neuf"]),
        ("un million", ["million"]),
    ],
)
def test_figures_are_found_in_digits_and_in_words(text: str, found: list[str]) -> None:
    assert [number.replace("\u202f", " ") for number in numbers(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "en 2016, de 2004 à 2016, 2004-2016, les années 80",
        "le 19 février 2013, du 3 au 5 mai, le 1er janvier",
        "la 2e fois, le 1er et les 3es, la deuxième, vingt-deuxième, vingt et unième",
        "le XXe siècle",
        "ISBN 978-2-84246-231-4, ISSN 0006-2006",
        "DOI 10.4000/books.bibpompidou.2073",
        "chapitre 2, tableaux 3, 4 et 5, p. 22-24, § 12, n° 3, annexe 5, niveau 2",
        "le web 2.0, la licence CC BY 4.0, WCAG 2.2 AA",
        "les lignes E12 et B-2, CC0",
        "l’université Paris 13",
        "tous deux, deux-points, les Deux-Sèvres",
        "un livre, une page",
        "quoi de neuf, remis à neuf, le tiers-lieu, le document d’un tiers",
    ],
)
def test_what_is_no_figure_is_left_alone(text: str) -> None:
    assert numbers(text) == []


def test_what_is_covered_is_not_looked_at() -> None:
    assert numbers(f"selon {COVER * 12} et 3 autres") == ["3"]


def test_a_number_is_told_from_its_likes_by_the_word_beside_it() -> None:
    found = find_numbers("les deux réseaux, puis les deux.")
    assert [number.context for number in found] == ["deux réseaux", "les deux"]
