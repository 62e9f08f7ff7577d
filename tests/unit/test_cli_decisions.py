"""``edition ids retire|merge|split|same|restore|sort``, as an editor types them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from edition.cli import main
from edition.paths import EditionPaths

CLEAN, USAGE, FAULTS = 0, 2, 3

SMALL = Path(__file__).resolve().parent.parent / "roots" / "test-ledger"
CHAPTER = "chapters/essai.md"

THIRD = (
    "(p-44444)=\n"
    "Un agent publie seul, un autre relit ; le ton se règle entre eux.\n"
    "Personne n’a écrit de charte, et chacun tient les mêmes règles de mémoire.\n"
)


@pytest.fixture
def book(tmp_path: Path) -> EditionPaths:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    return EditionPaths(tmp_path)


def run(paths: EditionPaths, *words: str) -> int:
    return main(["--root", str(paths.root), *words])


def edit(paths: EditionPaths, old: str, new: str) -> None:
    path = paths.root / CHAPTER
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8", newline="\n")


def line(paths: EditionPaths, anchor: str) -> str:
    lines = paths.anchors.read_text("utf-8").splitlines()
    return next(found for found in lines if found.startswith(f"{anchor},"))


def test_a_passage_that_left_is_retired_with_its_reason(
    book: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(book, THIRD, "")
    assert run(book, "check") == FAULTS
    reason = "Rien ne l’appuyait, dans les témoins."
    assert run(book, "ids", "retire", "p-44444", "--reason", reason) == CLEAN
    assert "p-44444 : retired\n" in capsys.readouterr().out
    assert line(book, "p-44444").endswith(f',retired,,"{reason}",')
    assert run(book, "check") == CLEAN


def test_a_passage_that_was_split_leads_to_both_halves(
    book: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(book, "\nPersonne n’a écrit", "\n\n(p-66666)=\nPersonne n’a écrit")
    assert run(book, "ids", "split", "p-44444", "--into", "p-44444", "p-66666") == CLEAN
    assert capsys.readouterr().out == "p-44444 : split → p-44444, p-66666\n"
    assert run(book, "check") == CLEAN


def test_a_passage_that_was_merged_leads_to_the_other(book: EditionPaths) -> None:
    words = THIRD.partition("\n")[2]
    edit(book, THIRD, "")
    edit(book, "change le résultat.\n", f"change le résultat.\n{words}")
    assert run(book, "ids", "merge", "p-44444", "--into", "p-33333") == CLEAN
    assert ",merged,p-33333,," in line(book, "p-44444")
    assert run(book, "check") == CLEAN


def test_a_decision_is_taken_back_when_the_passage_is_back(book: EditionPaths) -> None:
    before = book.anchors.read_bytes()
    edit(book, THIRD, "\n")
    assert run(book, "ids", "retire", "p-44444", "--reason", "Rien ne l’appuie.") == 0
    edit(book, "\n\n\n(sec-essai-suite)", f"\n{THIRD}\n(sec-essai-suite)")
    assert run(book, "ids", "restore", "p-44444") == CLEAN
    assert book.anchors.read_bytes() == before
    assert run(book, "check") == CLEAN


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["retire", "p-44444", "--reason", "Rien ne l’appuyait."],
            "data/anchors.csv: « p-44444 » est encore dans chapters/essai.md, ligne 9 ; "
            "attendu : un passage ôté du texte. Conseil : ôtez d'abord le passage de la "
            "page. [edition.ledger-successor]",
        ),
        (["retire", "p-44444", "--reason", "non"], "raison trop courte : « non »"),
        (
            ["retire", "p-44445", "--reason", "Rien ne l’appuyait."],
            "« p-44445 » n'est pas au registre ; attendu : un identifiant publié. "
            "Conseil : vouliez-vous « p-44444 » ?",
        ),
        (["merge", "p-44444", "--into", "p-33333"], "« p-44444 » est encore dans"),
        (["split", "p-44444", "--into", "p-44444"], "partagé en un seul passage"),
        (
            ["split", "p-44444", "--into", "p-44444", "p-99999"],
            "« p-99999 » n'est pas dans le texte",
        ),
        (["same", "p-99999"], "« p-99999 » n'est pas au registre"),
        (["restore", "p-99999"], "« p-99999 » n'est pas au registre"),
    ],
)
def test_a_decision_that_the_text_contradicts_is_refused(
    book: EditionPaths,
    words: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = book.anchors.read_bytes()
    assert run(book, "ids", *words) == FAULTS
    assert said in capsys.readouterr().err
    assert book.anchors.read_bytes() == before


def test_a_reason_is_needed(
    book: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(book, "ids", "retire", "p-44444") == USAGE
    assert capsys.readouterr().err.startswith("Il manque : --reason.")


def test_a_faulty_ledger_takes_no_decision(
    book: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    book.anchors.write_bytes(b"<<<<<<< HEAD\n" + book.anchors.read_bytes())
    before = book.anchors.read_bytes()
    assert run(book, "ids", "same", "p-44444") == FAULTS
    assert "fusion de deux branches inachevée" in capsys.readouterr().err
    assert book.anchors.read_bytes() == before


def test_before_the_first_edition_there_is_nothing_to_decide(
    book: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(book.editions)
    book.anchors.unlink()
    assert run(book, "ids", "same", "p-44444") == CLEAN
    assert run(book, "ids", "sort") == CLEAN
    said = capsys.readouterr().out
    assert "Aucune édition n'est publiée" in said
    assert "Aucun registre" in said


def test_lines_out_of_order_are_sorted(
    book: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two branches added lines at one place, and both were kept."""
    before = book.anchors.read_text("utf-8")
    header, *lines = before.splitlines(keepends=True)
    book.anchors.write_text("".join([header, *lines[5:], *lines[:7]]), "utf-8")
    assert run(book, "check") == FAULTS
    assert run(book, "ids", "sort") == CLEAN
    assert book.anchors.read_text("utf-8") == before
    assert run(book, "ids", "sort") == CLEAN
    assert "Le registre est en ordre." in capsys.readouterr().out
