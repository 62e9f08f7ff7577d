"""The command: its help, its messages, its exit statuses. No English anywhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from edition.cli import Status, main, verbs
from edition.issues import IssueCode, IssueError
from support.issue_folders import lay_out


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in the folder of the faultless edition."""
    folder = tmp_path / "une édition"
    lay_out("_base", folder)
    monkeypatch.chdir(folder)
    monkeypatch.delenv("EDITION_CALLED_AS", raising=False)
    return folder


@pytest.fixture
def faulty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in the folder of an edition with two faults."""
    folder = tmp_path / "y"
    lay_out("table-value-enum", folder)
    monkeypatch.chdir(folder)
    return folder


def test_a_sound_edition_gives_0(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == Status.CLEAN
    assert capsys.readouterr().out == "Aucune faute.\n"


def test_faults_are_printed_one_a_line_with_their_count(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == Status.FAULTS
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert lines[0].startswith("data/tables/releves.csv:2: ")
    assert lines[2] == "2 fautes."
    assert lines[3] == "Conseil : edition explain table-value-enum"


def test_the_command_works_from_a_folder_inside(
    faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(faulty / "data" / "tables")
    assert main(["check"]) == Status.FAULTS


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("data/tables/releves.csv", Status.FAULTS),
        ("./data/tables/", Status.FAULTS),
        ("data\\tables", Status.FAULTS),
        ("data/tables/villes.csv", Status.CLEAN),
        ("data/tab", Status.CLEAN),
    ],
)
def test_the_faults_of_some_files_can_be_asked_for(
    path: str, status: Status, faulty: Path
) -> None:
    assert main(["check", path]) == status


def test_faults_can_be_had_as_json(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--json"]) == Status.FAULTS
    found = json.loads(capsys.readouterr().out)
    assert [record["line"] for record in found] == [2, 3]
    assert found[0]["code"] == "table-value-enum"
    assert found[0]["path"] == "data/tables/releves.csv"


def test_a_code_is_explained_in_each_form_in_which_it_is_met(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for form in ("table-bom", "edition.table-bom", "[edition.table-bom]"):
        assert main(["explain", form]) == Status.CLEAN
        said = " ".join(capsys.readouterr().out.split())
        assert said == IssueCode.TABLE_BOM.explanation


def test_a_long_explanation_keeps_its_paragraphs(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", "number-typed"]) == Status.CLEAN
    assert len(capsys.readouterr().out.split("\n\n")) == 3


def test_all_codes_are_explained(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain"]) == Status.CLEAN
    said = capsys.readouterr().out.splitlines()
    assert [line for line in said if line and not line.startswith(" ")] == [
        str(code) for code in IssueCode
    ]
    assert all(len(line) <= 88 for line in said)


def test_an_unknown_code_is_told_with_the_nearest(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", "table-bomb"]) == Status.USAGE
    said = capsys.readouterr().err
    assert said == (
        "Code « table-bomb » inconnu. Conseil : vouliez-vous « table-bom » ?\n"
    )


def test_commands_are_printed_as_the_reader_called(
    base: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EDITION_CALLED_AS", "python3 make.py edition")
    (base / "chapters/annexes/donnees/villes.md").unlink()
    assert main(["check"]) == Status.FAULTS
    said = capsys.readouterr().out
    assert "Conseil : python3 make.py edition tables new villes" in said
    assert "Conseil : python3 make.py edition explain" in said
    assert main(["check", "--help"]) == Status.CLEAN
    assert "Usage : python3 make.py edition check" in capsys.readouterr().out


def test_outside_of_an_edition_the_machine_is_not_ready(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == Status.NOT_READY
    assert "Aucune édition ici" in capsys.readouterr().err
    assert main(["--root", str(tmp_path / "absent"), "check"]) == Status.NOT_READY


def test_an_edition_elsewhere_can_be_named(
    faulty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["--root", str(faulty), "check"]) == Status.FAULTS


WRONG = [
    ([], "Il manque : VERBE. Conseil : edition --help montre l'usage.\n"),
    (["chek"], "« chek » inconnu ; attendu : "),
    (["check", "--jsn"], "« --jsn » en trop ou inconnu."),
    (["check", "--json=1"], "--json ne prend pas de valeur (« 1 »)."),
    (["explain", "a", "b"], "« b » en trop ou inconnu."),
    (["tables"], "Il manque : ACTION."),
    (["tables", "show"], "Conseil : edition tables show --help montre l'usage."),
    (["tables", "new"], "Il manque : TABLEAU."),
    (["tables", "new", "x", "--title"], "Il manque une valeur après --title."),
    (["--roo", "x", "check"], "inconnu"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_a_command_that_is_not_understood_gives_2_in_one_french_line(
    arguments: list[str],
    said: str,
    base: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(arguments) == Status.USAGE
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


ENGLISH = ("usage:", "show this", "positional", "optional", "error", "required", "arg")


def test_no_help_speaks_english(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = [["--help"], *([verb, "--help"] for verb in verbs())]
    asked += [["tables", action, "--help"] for action in ("list", "show", "new")]
    for arguments in asked:
        assert main(arguments) == Status.CLEAN
        words = capsys.readouterr().out.lower().replace("arguments:", "")
        assert words.startswith("usage : edition")
        assert not [word for word in ENGLISH if word in words]


def test_issues_raised_by_a_verb_are_printed_and_give_3(
    base: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (base / "data/schema/villes.json").write_text("{", encoding="utf-8")
    assert main(["tables", "list"]) == Status.FAULTS
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "[edition.table-schema]" in captured.err
    assert "Traceback" not in captured.err


def test_a_crash_is_not_hidden(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> None:
        msg = "bug"
        raise RuntimeError(msg)

    monkeypatch.setattr("edition.checks.run_checks", crash)
    with pytest.raises(RuntimeError, match="bug"):
        main(["check"])


def run(
    *arguments: str, folder: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    import edition

    package = Path(edition.__file__).parent.parent
    return subprocess.run(
        [sys.executable, "-m", "edition", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(package)} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_the_module_runs_as_a_command(base: Path) -> None:
    done = run("check", folder=base)
    assert (done.returncode, done.stdout, done.stderr) == (0, "Aucune faute.\n", "")


def test_a_console_without_our_signs_still_shows_the_message(faulty: Path) -> None:
    done = run("check", folder=faulty, PYTHONIOENCODING="ascii")
    assert done.returncode == Status.FAULTS
    assert "[edition.table-value-enum]" in done.stdout
    assert done.stderr == ""


def test_help_does_not_wait_for_pandas(base: Path) -> None:
    code = "import sys; from edition.cli import main; main(['--help']); "
    code += "assert 'pandas' not in sys.modules"
    import edition

    package = Path(edition.__file__).parent.parent
    subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(package)},
        check=True,
        capture_output=True,
        timeout=60,
    )


def test_verbs_are_found_by_being_there() -> None:
    assert {"check", "explain", "tables"} <= set(verbs())
    assert "french" not in verbs()


def test_an_issue_error_shows_all_its_issues() -> None:
    assert IssueError().issues == ()
