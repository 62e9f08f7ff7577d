"""Words of the search: what is written differently and is the same."""

from __future__ import annotations

import pytest

from edition_sphinx.search.words import STOP_WORDS, fold, stems_of


def stems(text: str) -> list[str]:
    return list(stems_of(text))


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("edition", "édition"),
        ("edition", "Éditions"),
        ("oeuvre", "l’œuvre"),
        ("œuvres", "oeuvre"),
        ("ex aequo", "ex æquo"),
        ("bibliotheque", "bibliothèques"),
        ("abonnes", "abonné"),
        ("quimperle", "Quimperlé"),
        ("METZ", "Metz"),
        ("1234", "1\u202f234"),
        ("110000", "110\u00a0000"),
    ],
)
def test_two_ways_of_writing_are_one_word(asked: str, written: str):
    assert stems(asked) == stems(written)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("l’œuvre", ["oeuvr"]),
        ("l'œuvre", ["oeuvr"]),
        ("aujourd’hui", ["aujourd", "hui"]),
        ("à Louise-Michel", ["louis", "michel"]),
        ("e-réputation", ["reput"]),
        ("39 % en 2016", ["39", "2016"]),
        ("", []),
    ],
)
def test_a_text_falls_into_words(text: str, found: list[str]):
    assert stems(text) == found


def test_words_that_find_nothing_are_left_out():
    assert stems("ce que la et les font de l’un") == ["font"]


def test_a_typing_error_is_another_word():
    assert stems("bibliotèque") != stems("bibliothèque")


def test_stop_words_are_folded():
    assert all(fold(word) == word for word in STOP_WORDS)
