from __future__ import annotations

import pytest

from edition.text.passages import read_text
from edition.text.prose import read_prose
from edition.text.sentences import find_broken, find_second


def second(text: str) -> list[str]:
    page = read_text(text, docname="chapters/guide/x")
    return [f.around for p in read_prose(page) for f in find_second(p.text, p.own)]


def broken(text: str) -> list[str]:
    page = read_text(text, docname="chapters/guide/x")
    return [f.around for p in read_prose(page) for f in find_broken(p.text, p.own)]


@pytest.mark.parametrize(
    "text",
    [
        "Un mot. Un autre.",
        "Un mot ! Un autre.",
        "Pourquoi ? Parce que.",
        "On attend… Rien ne vient.",
        "Un mot. « Un autre ».",
        "Un mot (et un autre.) Un troisième.",
        "Un mot {cite:p}`x`. Un autre.",
        "« Un mot. » Un autre.",
        "C’est une œuvre d’art. Elle est là.",
        "En 2016. Après.",
        "*Un titre*. Un mot.",
    ],
)
def test_a_second_sentence_is_found(text: str):
    assert len(second(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Un mot.\nUn autre.",
        "M. Martin, Mme Petit, le Dr. Blanc et L. Wiart.",
        "J.-P. Martin et Marie-F. Audouard.",
        "Voir p. 22, n. 3, t. II, vol. II, cf. Martin et al. Martin.",
        "Le livre (s. d. Martin) est vu.",
        "« Un mot. Un autre. »",
        "La question « Pour quoi faire ? » Brest y répond.",
        "*Des tweets. Enquête sur quatre bibliothèques* est un titre.",
        "[Un titre. Un autre](https://exemple.org) se lit.",
        "Pourquoi ? demandait-on.",
        "Les livres, les disques, etc. Tout cela.",
        "RGAA 4.1 ; web 2.0.",
        "`a. B` est du code.",
    ],
)
def test_what_only_looks_like_the_end_of_a_sentence_is_none(text: str):
    assert second(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Un mot\net un autre.",
        "Un mot,\nun autre.",
        "Un mot :\nun autre.",
        "Un mot {cite:p}`x`\net un autre.",
        "M.\nMartin est là.",
        "Voir p.\nvingt.",
        "- Un mot\n  et un autre.",
        "> Un mot\n> et un autre.",
    ],
)
def test_a_broken_sentence_is_found(text: str):
    assert len(broken(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Un mot.\nUn autre.",
        "Un mot ?\nUn autre !\nUn troisième…\nFin",
        "Un mot {cite:p}`x`.\nUn autre.",
        "Des livres, des disques, etc.\nUn autre.",
        "Une œuvre d’art.\nUn autre.",
        "« Un mot. »\nUn autre.",
        "(Un mot.)\nUn autre.",
        "« {data-value}`citations:x.texte` Fin. » {cite:p}`x`\nUn autre.",
        "Qui ?\ndemandait-on.",
        "- Un mot\n- un autre",
        "Un mot",
    ],
)
def test_a_whole_sentence_is_left_alone(text: str):
    assert broken(text) == []
