"""Two branches that changed the ledger: merged by git, it is right or it is refused."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from edition.cli import main
from edition.paths import EditionPaths
from edition.releases.ledger import AnchorState
from edition.releases.ledger_file import read_ledger
from support.released_book import edit, git, make_first_edition, release

CLEAN, FAULTS = 0, 3
ESSAI = "chapters/essai.md"


@pytest.fixture
def book(tmp_path: Path) -> EditionPaths:
    """A book released as 0.1, saved."""
    paths = make_first_edition(tmp_path)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "0.1")
    git(tmp_path, "branch", "-M", "principal")
    return paths


def run(paths: EditionPaths, *words: str) -> int:
    return main(["--root", str(paths.root), *words])


def save(paths: EditionPaths, name: str) -> None:
    git(paths.root, "add", "-A")
    git(paths.root, "commit", "-q", "-m", name)


def retire(paths: EditionPaths, anchor: str, words: str) -> None:
    """Retire a passage on a branch of its name."""
    git(paths.root, "switch", "-q", "-c", anchor, "principal")
    edit(paths, ESSAI, f"({anchor})=\n{words}\n\n", "")
    assert run(paths, "ids", "retire", anchor, "--reason", "Ce n’est pas attesté.") == 0
    save(paths, anchor)


def merge(paths: EditionPaths, *branches: str) -> bool:
    """Merge branches into the first; whether git could do it alone."""
    first, *others = branches
    git(paths.root, "switch", "-q", first)
    for other in others:
        try:
            git(paths.root, "merge", "-q", "--no-edit", other)
        except subprocess.CalledProcessError:
            return False
    return True


def test_two_decisions_on_two_branches_stand_after_the_merge(
    book: EditionPaths,
) -> None:
    retire(book, "p-33338", FIRST)
    retire(book, "p-88888", LAST)
    assert merge(book, "p-33338", "p-88888")
    ledger, issues = read_ledger(book)
    assert issues == []
    retired = {i for i, r in ledger.records.items() if r.state is AnchorState.RETIRED}
    assert retired == {"p-33338", "p-88888"}
    assert run(book, "check") == CLEAN


def test_an_edition_and_a_decision_stand_after_the_merge(book: EditionPaths) -> None:
    retire(book, "p-88888", LAST)
    git(book.root, "switch", "-q", "-c", "edition", "principal")
    edit(book, ESSAI, "Personne n’explique", "Personne n’a expliqué")
    release(book, "0.2", "2026-09-14")
    save(book, "0.2")
    assert merge(book, "edition", "p-88888")
    assert run(book, "check") == CLEAN


def test_two_decisions_on_one_id_are_refused_until_one_is_chosen(
    book: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    retire(book, "p-88888", LAST)
    git(book.root, "switch", "-q", "-c", "fondu", "principal")
    edit(book, ESSAI, f"(p-88888)=\n{LAST}\n\n", "")
    assert run(book, "ids", "merge", "p-88888", "--into", "p-99998") == CLEAN
    save(book, "fondu")
    assert not merge(book, "p-88888", "fondu")
    capsys.readouterr()
    assert run(book, "check") == FAULTS
    said = capsys.readouterr().out
    assert "data/anchors.csv:" in said
    assert "fusion de deux branches inachevée" in said
    assert "gardez les lignes des deux côtés, une par identifiant" in said


def test_both_sides_of_a_conflict_kept_are_refused(
    book: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who keeps both lines of one id is told which line is too much."""
    text = book.anchors.read_text(encoding="utf-8")
    line = next(found for found in text.splitlines() if found.startswith("p-88888"))
    book.anchors.write_text(text.replace(line, f"{line}\n{line}"), encoding="utf-8")
    assert run(book, "check") == FAULTS
    assert "identifiant « p-88888 » déjà donné" in capsys.readouterr().out


def test_two_branches_that_released_the_same_number_are_refused(
    book: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    for branch, words in (("un", "Nul n’explique"), ("deux", "Aucun n’explique")):
        git(book.root, "switch", "-q", "-c", branch, "principal")
        edit(book, ESSAI, "Personne n’explique", words)
        release(book, "0.2", "2026-09-14")
        save(book, branch)
    assert not merge(book, "un", "deux")
    capsys.readouterr()
    assert run(book, "check") == FAULTS
    assert "[edition." in capsys.readouterr().out


def test_a_passage_that_another_branch_retired_is_told(
    book: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """One retires a passage, the other moves it away: git sees no conflict in one page."""
    retire(book, "p-88888", LAST)
    git(book.root, "switch", "-q", "-c", "ailleurs", "principal")
    edit(
        book,
        "chapters/autre.md",
        "(p-dddd8)=\n",
        f"(p-88888)=\n{LAST}\n\n(p-dddd8)=\n",
    )
    edit(book, ESSAI, f"(p-88888)=\n{LAST}\n\n", "")
    save(book, "ailleurs")
    assert merge(book, "p-88888", "ailleurs")
    capsys.readouterr()
    assert run(book, "check") == FAULTS
    said = capsys.readouterr().out
    assert "« p-88888 » de nouveau dans le texte" in said
    assert "edition ids restore p-88888" in said


FIRST = (
    "Un agent publie seul, un autre relit ; le ton se règle entre eux.\n"
    "La charte n’a jamais été écrite."
)
LAST = "Un concours de photographies a été tenu au printemps, et oublié."
