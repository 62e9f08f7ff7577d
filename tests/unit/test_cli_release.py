"""``edition release``: whole or not at all; nothing released is written again."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from edition.cli import main
from edition.paths import EditionPaths
from edition.releases.frozen import read_edition, released_versions
from edition.releases.ledger import AnchorState
from edition.releases.ledger_file import read_ledger
from edition.releases.state import edition_state

CLEAN, FAULTS = 0, 3

SMALL = Path(__file__).resolve().parent.parent / "roots" / "test-ledger"
CHAPTER = "chapters/essai.md"


def git(folder: Path, *words: str) -> str:
    who = {"NAME": "Essai", "EMAIL": "essai@example.org"}
    names = {f"GIT_{r}_{k}": v for r in ("AUTHOR", "COMMITTER") for k, v in who.items()}
    done = subprocess.run(
        ["git", "-c", "core.autocrlf=false", *words],
        cwd=folder,
        env={**os.environ, **names, "GIT_CONFIG_GLOBAL": os.devnull},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def save(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", "essai")


@pytest.fixture
def book(tmp_path: Path) -> EditionPaths:
    """A small edition, released as 1.3, in a clean git repository."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    git(tmp_path, "init", "-q")
    save(tmp_path)
    return EditionPaths(tmp_path)


def run(paths: EditionPaths, *words: str) -> int:
    return main(["--root", str(paths.root), *words])


def edit(paths: EditionPaths, old: str, new: str, name: str = CHAPTER) -> None:
    path = paths.root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8", newline="\n")
    save(paths.root)


def files(paths: EditionPaths) -> dict[str, bytes]:
    return {
        path.relative_to(paths.root).as_posix(): path.read_bytes()
        for path in sorted(paths.root.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }


def test_a_release_freezes_what_stands(book: EditionPaths) -> None:
    edit(book, "et rien ne dit", "et rien ne dit non plus")
    assert not edition_state(book).exact
    assert run(book, "release", "1.4", "--date", "2026-05-02") == CLEAN
    assert released_versions(book) == ("1.3", "1.4")
    assert edition_state(book).exact
    assert edition_state(book).date == "2026-05-02"
    assert 'version: "1.4"' in book.citation.read_text("utf-8")
    assert '"version": "1.4"' in book.datapackage.read_text("utf-8")
    ledger, issues = read_ledger(book)
    assert issues == []
    assert (ledger.records["p-33333"].since, ledger.records["p-33333"].changed) == (
        "1.3",
        "1.4",
    )
    assert ledger.records["p-44444"].changed == "1.3"
    text = book.citation.read_text("utf-8")
    assert 'version: "1.4"\n' in text
    assert 'date-released: "2026-05-02"\n' in text
    assert "message: Citez cette petite édition.\n" in text


def test_a_second_release_leaves_the_first_as_it_was(book: EditionPaths) -> None:
    before = {k: v for k, v in files(book).items() if "editions/1.3/" in k}
    edit(book, "et rien ne dit", "et rien ne dit non plus")
    assert run(book, "release", "1.4") == CLEAN
    assert {k: v for k, v in files(book).items() if "editions/1.3/" in k} == before
    assert len(before) == 6


def test_the_same_edition_is_the_same_bytes(
    book: EditionPaths, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = EditionPaths(tmp_path_factory.mktemp("ailleurs") / "livre")
    shutil.copytree(SMALL, other.root)
    git(other.root, "init", "-q")
    save(other.root)
    for paths in (book, other):
        assert run(paths, "release", "1.4", "--date", "2026-05-02") == CLEAN
    assert files(book) == files(other)


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("1.3", "l'édition 1.3 existe déjà ; attendu : un numéro après 1.3."),
        ("1.2", "l'édition 1.2 viendrait avant la dernière"),
        ("0.10", "l'édition 0.10 viendrait avant la dernière"),
        ("1.4.dev0", "édition « 1.4.dev0 » ; attendu : des nombres séparés"),
        ("../x", "édition « ../x » ; attendu : des nombres séparés"),
        ("01.4", "édition « 01.4 »"),
    ],
)
def test_a_number_that_will_not_do_is_refused(
    book: EditionPaths, version: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(book)
    assert run(book, "release", version) == FAULTS
    assert said in capsys.readouterr().err
    assert files(book) == before


def test_what_git_does_not_have_is_not_frozen(
    book: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    (book.root / "notes.txt").write_text("à moi", "utf-8")
    (book.root / CHAPTER).write_text("", "utf-8")
    before = files(book)
    assert run(book, "release", "1.4") == FAULTS
    assert capsys.readouterr().err == (
        ".: fichiers non enregistrés dans git : chapters/essai.md, notes.txt ; attendu : "
        "aucun. Conseil : git add, git commit, puis relancez. [edition.release]\n"
    )
    assert files(book) == before


def test_without_git_nothing_is_frozen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    # The folder of the test may itself stand inside a repository.
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert run(EditionPaths(tmp_path), "release", "1.4") == FAULTS
    assert "ce dossier n'est pas suivi par git" in capsys.readouterr().err


def test_a_fault_that_remains_is_said_and_nothing_is_written(
    book: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """A warning while writing, a fault in a release: a passage without id."""
    edit(book, "(p-44444)=\n", "")
    before = files(book)
    assert run(book, "release", "1.4") == FAULTS
    said = capsys.readouterr().err
    assert "[edition.anchor-missing]" in said
    assert "[edition.anchor-lost]" in said
    assert "2 fautes restantes ; attendu : aucune." in said
    assert files(book) == before


def test_a_dry_run_writes_nothing(
    book: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(book)
    assert run(book, "release", "1.4", "--dry-run", "--date", "2026-05-02") == CLEAN
    said = capsys.readouterr().out
    assert "Édition 1.4 du 2026-05-02 : 5 pages, 4 passages" in said
    assert "Aucun mot n'a changé depuis l'édition 1.3." in said
    assert files(book) == before


@pytest.mark.parametrize("broken", ["anchors.csv", "CITATION.cff", "datapackage.json"])
def test_a_disk_that_fails_half_way_leaves_nothing_half_written(
    book: EditionPaths,
    broken: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from edition.releases import cut

    write = cut.replace_file

    def fail(path: Path, text: str) -> None:
        if path.name == broken:
            raise OSError(28, "No space left on device")
        write(path, text)

    monkeypatch.setattr(cut, "replace_file", fail)
    before = files(book)
    assert run(book, "release", "1.4") == FAULTS
    assert "rien n'a été changé" in capsys.readouterr().err
    assert files(book) == before
    assert [p.name for p in book.editions.iterdir()] == ["1.3"]


def test_a_decision_is_published_with_the_next_edition(book: EditionPaths) -> None:
    text = (book.root / CHAPTER).read_text("utf-8")
    start, end = text.index("(p-44444)="), text.index("(sec-essai-suite)=")
    edit(book, text[start:end], "")
    assert run(book, "ids", "retire", "p-44444", "--reason", "Doublon de p-33333.") == 0
    save(book.root)
    assert run(book, "check") == CLEAN
    assert run(book, "release", "1.4") == CLEAN
    record = read_ledger(book)[0].records["p-44444"]
    assert (record.state, record.changed) == (AnchorState.RETIRED, "1.4")
    save(book.root)
    assert run(book, "release", "1.5") == CLEAN
    assert read_ledger(book)[0].records["p-44444"].changed == "1.4"
    assert "p-44444" not in read_edition(book, "1.5").items


def test_words_accepted_once_are_the_words_of_the_next_edition(
    book: EditionPaths,
) -> None:
    other = "Une tout autre chose est dite ici, de bout en bout, avec intention.\n"
    text = (book.root / CHAPTER).read_text("utf-8")
    start = text.index("(p-55555)=\n") + len("(p-55555)=\n")
    edit(book, text[start:], other)
    assert run(book, "check") == FAULTS
    assert run(book, "ids", "same", "p-55555") == CLEAN
    assert run(book, "check") == CLEAN
    # Accepted words, not an accepted id: other words ask again.
    edit(book, other, "Le marché du samedi a remplacé celui du dimanche, dit-on.\n")
    assert run(book, "check") == FAULTS
    edit(book, "Le marché du samedi a remplacé celui du dimanche, dit-on.\n", other)
    assert run(book, "release", "1.4") == CLEAN
    assert read_ledger(book)[0].records["p-55555"].same == ""
    assert run(book, "check") == CLEAN


def test_an_interrupted_release_is_told_with_its_remedy(
    book: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder was there, the ledger was not yet: the machine stopped in between."""
    chapter = (book.root / CHAPTER).read_text("utf-8")
    ledger = book.anchors.read_bytes()
    edit(book, chapter, chapter + "\n(p-66666)=\nUn passage neuf, qui tient debout.\n")
    assert run(book, "release", "1.4") == CLEAN
    book.anchors.write_bytes(ledger)
    capsys.readouterr()
    assert run(book, "check") == FAULTS
    said = capsys.readouterr().out
    assert "« p-66666 » de l'édition 1.4 absent du registre" in said
    assert "effacez data/editions/1.4" in said
