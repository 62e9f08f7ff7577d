from __future__ import annotations

import json
from pathlib import Path

import pytest

from edition.spelling import Speller, Verdicts, find_words, read_project_words
from edition.text.numbers import COVER


@pytest.fixture
def speller(tmp_path: Path) -> Speller:
    listed = tmp_path / "mots.txt"
    listed.write_text("# Noms\naxe-core\nbooktubers\nEnssib\n", "utf-8")
    project = read_project_words(listed, place="data/mots.txt")
    return Speller(Verdicts(), project, names=frozenset({"Wiart"}))


@pytest.mark.parametrize(
    "word",
    [
        "bibliothèque", "Bibliothèques", "L’enquête", "l'enquête", "jusqu’ici",
        "aujourd’hui", "Aujourd’hui", "quelqu’un", "presqu’île", "s’appuyaient-ils",
        "donne-t-il", "celui-ci", "peut-être", "porte-parole", "Royaume-Uni", "cœur",
        "œuvre", "Œuvre", "À", "Évreux", "réseaux", "qu’", "d’", "l’Enssib", "Enssib",
        "Wiart", "d’Wiart", "Booktubers", "booktubers", "l’EPUB", "axe-core",
        "Metz-Enssib",
    ],
)  # fmt: skip
def test_words_of_french_and_of_the_list_are_right(word: str, speller: Speller):
    assert speller.right(word)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("bibliothéque", "bibliothèque"),
        ("bibliothéques", "bibliothèques"),
        ("oeuvre", "œuvre"),
        ("Oeuvre", "Œuvre"),
        ("coeur", "cœur"),
        ("Evaluation", "Évaluation"),
        ("l’etude", "l’étude"),
        ("enssib", "Enssib"),
        ("xqwzty", None),
    ],
)
def test_a_wrong_word_is_answered_with_the_word_that_was_meant(
    word: str, meant: str | None, speller: Speller
):
    speller.right("Enssib")
    assert not speller.right(word)
    assert speller.suggest(word) == meant


def test_a_listed_word_that_was_not_met_is_unused(speller: Speller):
    for word in ("l’Enssib", "Booktubers"):
        speller.right(word)
    assert speller.unused == ["axe-core"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’étude, dit-il.", ["L’étude", "dit-il"]),
        (f"qu’{COVER} et {COVER}ième", ["qu’", "et"]),
        ("la BnF, le PDF, les PDFs, le XXe", ["la", "BnF", "le", "les", "le"]),
        ("H264, web2, 3e", []),
        ("« ça » y a", ["ça"]),
    ],
)
def test_acronyms_numbers_and_halves_of_words_are_no_words(text: str, words: list[str]):
    assert [word.text for word in find_words(text)] == words


def test_verdicts_are_kept_and_asked_once(tmp_path: Path):
    asked: list[str] = []

    def ask(word: str) -> bool:
        asked.append(word)
        return word == "mot"

    for _ in range(2):
        verdicts = Verdicts(tmp_path, ask=ask)
        assert verdicts.knows("mot")
        assert not verdicts.knows("mto")
        verdicts.keep()
    assert asked == ["mot", "mto"]
    kept = json.loads((tmp_path / "orthographe.json").read_text("utf-8"))
    assert (kept["connus"], kept["inconnus"]) == (["mot"], ["mto"])


@pytest.mark.parametrize("damaged", ["", "[]", '{"cle": "autre"}', "\x00"])
def test_a_damaged_memory_is_as_none(damaged: str, tmp_path: Path):
    (tmp_path / "orthographe.json").write_text(damaged, "utf-8")
    verdicts = Verdicts(tmp_path, ask=lambda word: word == "mot")
    assert verdicts.knows("mot")
    assert not verdicts.knows("mto")


def test_a_folder_that_cannot_be_written_changes_no_verdict(tmp_path: Path):
    closed = tmp_path / "file"
    closed.write_text("", "utf-8")
    verdicts = Verdicts(closed, ask=lambda word: word == "mot")
    assert verdicts.knows("mot")
    verdicts.keep()


def test_the_dictionary_is_the_one_whose_licence_is_told():
    folder = Path(__file__).parents[2] / "_ext/edition/spelling/fr"
    head = (folder / "fr.aff").read_text("utf-8")[:400]
    assert "Mozilla Public" in head
    assert "v7.5" in head
    assert "version 7.5" in (folder / "LISEZMOI.txt").read_text("utf-8")
