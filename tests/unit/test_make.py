"""``make.py``, its words: what it says, and the status that goes with it."""

from __future__ import annotations

import ast
import errno
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def make(root: Path) -> ModuleType:
    """Return ``make.py`` as a module of its own for each test."""
    spec = importlib.util.spec_from_file_location("make_py", root / "make.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def verb(make: ModuleType, monkeypatch: pytest.MonkeyPatch):
    """Return a function that runs ``make.py html`` with another ``html``."""

    def run(behaviour) -> int:
        def html(*options):
            return behaviour(*options)

        monkeypatch.setattr(make, "html", html)
        return make.main(["html"])

    return run


def raising(error: BaseException):
    def behaviour(*_options):
        raise error

    return behaviour


class TestCommands:
    def test_help_is_french_and_names_every_command(self, make, capsys):
        assert make.main(["--help"]) == 0
        said = capsys.readouterr().out
        for name in ("html", "test", "serve", "check", "edition", "clean"):
            assert f"\n  {name} " in said
        assert "« pdf » et « epub » viendront" in said

    def test_without_a_command_the_help_is_shown_and_the_call_is_wrong(
        self, make, capsys
    ):
        assert make.main([]) == 2
        assert "Usage :" in capsys.readouterr().out

    def test_an_unknown_command_gets_the_nearest_one(self, make, capsys):
        assert make.main(["htlm"]) == 2
        said = capsys.readouterr().err
        assert said.startswith("Commande « htlm » inconnue ; attendu : html, test,")
        assert said.endswith(f"Conseil : {make.ME} html\n")

    def test_a_command_like_none_gets_the_help(self, make, capsys):
        assert make.main(["@"]) == 2
        assert capsys.readouterr().err.endswith("make.py --help\n")

    @pytest.mark.parametrize("name", ["pdf", "epub"])
    def test_formats_to_come_say_so(self, make, capsys, name: str):
        assert make.main([name]) == 2
        said = capsys.readouterr().err
        assert said == f"« {name} » viendra avec une prochaine version de l'édition.\n"

    def test_options_are_passed_on_to_sphinx(self, make, monkeypatch, capsys):
        calls = []
        monkeypatch.setattr(make, "prepare", lambda *_: None)
        monkeypatch.setattr(make, "run", lambda *a: calls.append(a) or 0)
        assert make.main(["html", "-E"]) == 0
        assert calls == [
            (
                "sphinx",
                "-nW",
                "--keep-going",
                "-b",
                "html",
                "-d",
                "_build/doctrees",
                ".",
                "_build/html",
                "-E",
            )
        ]
        said = capsys.readouterr().out
        assert said.startswith("Édition construite en 0 s. Pour la lire, ouvrez :\n")
        assert said.rstrip().endswith("/_build/html/index.html")

    @pytest.mark.parametrize(("of_sphinx", "ours"), [(1, 3), (2, 3), (-9, 1)])
    def test_a_build_that_fails_is_a_fault_of_the_edition(
        self, make, monkeypatch, capsys, of_sphinx: int, ours: int
    ):
        monkeypatch.setattr(make, "prepare", lambda *_: None)
        monkeypatch.setattr(make, "run", lambda *_: of_sphinx)
        assert make.main(["html"]) == ours
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith("Arrêt après 0 s. Conseil : ")

    @pytest.mark.parametrize(
        ("of_pytest", "ours"), [(0, 0), (1, 3), (2, 130), (3, 1), (4, 2), (5, 3)]
    )
    def test_the_status_of_pytest_becomes_ours(
        self, make, monkeypatch, of_pytest: int, ours: int
    ):
        monkeypatch.setattr(make, "prepare", lambda *_: None)
        monkeypatch.setattr(make, "run", lambda *_: of_pytest)
        assert make.main(["test"]) == ours
        assert make.main(["test", "tests/unit"]) == ours

    def test_speed_is_measured_alone_and_the_rest_on_all_processors(
        self, make, monkeypatch
    ):
        calls = []
        monkeypatch.setattr(make, "prepare", lambda *_: None)
        monkeypatch.setattr(make, "run", lambda *words: calls.append(words) or 0)
        assert make.main(["test"]) == 0
        alone, rest = calls
        assert alone == ("pytest", "tests/bench")
        assert rest[:2] == ("pytest", "--ignore=tests/bench")
        assert "-nlogical" in rest

    def test_a_fault_of_either_run_is_a_fault(self, make, monkeypatch):
        monkeypatch.setattr(make, "prepare", lambda *_: None)
        monkeypatch.setattr(
            make, "run", lambda *words: int("tests/bench" in words[1:2])
        )
        assert make.main(["test"]) == 3
        monkeypatch.setattr(make, "run", lambda *words: int("-nlogical" in words))
        assert make.main(["test"]) == 3

    def test_edition_is_told_how_it_was_called(self, make, monkeypatch):
        calls = []
        monkeypatch.setattr(make, "prepare", lambda *_: None)
        monkeypatch.setattr(make, "run", lambda *a, **k: calls.append((a, k)) or 3)
        assert make.main(["edition", "explain", "x"]) == 3
        assert make.main(["check"]) == 3
        assert calls == [
            (("edition", "explain", "x"), {}),
            (("edition", "check"), {}),
        ]
        assert make.environment()["EDITION_CALLED_AS"] == f"{make.ME} edition"

    def test_the_preview_is_built_apart_and_without_the_content_policy(
        self, make, monkeypatch
    ):
        calls = []
        monkeypatch.setattr(make, "prepare", lambda *_: None)
        monkeypatch.setattr(make, "run", lambda *a: calls.append(a) or 0)
        assert make.main(["serve", "--port", "0"]) == 0
        (call,) = calls
        assert call[:3] == ("sphinx_autobuild", ".", "_build/serve")
        assert "-Dedition_content_policy=0" in call
        assert call[-2:] == ("--port", "0")

    def test_clean_removes_what_was_built_and_venv_only_when_asked(
        self, make, monkeypatch, tmp_path: Path
    ):
        monkeypatch.setattr(make, "ROOT", tmp_path)
        for name in ("_build", ".venv", ".mypy_cache", "data"):
            (tmp_path / name / "dedans").mkdir(parents=True)
        assert make.main(["clean"]) == 0
        assert {path.name for path in tmp_path.iterdir()} == {".venv", "data"}
        assert make.main(["clean", "--tout"]) == 0
        assert {path.name for path in tmp_path.iterdir()} == {"data"}


class TestThePythonInUse:
    def test_too_old_stops_with_status_4(self, make, monkeypatch, capsys):
        monkeypatch.setattr(make.sys, "version_info", (3, 9, 6, "final", 0))
        assert make.main(["html"]) == 4
        assert capsys.readouterr().err == (
            "Python 3.9.6 est trop ancien ; attendu : Python 3.11 à 3.14. "
            "Conseil : installez-en un.\n"
        )

    def test_never_tried_is_said_and_the_work_goes_on(self, make, capsys):
        make.check_python((3, 15, 0, "alpha", 1))
        said = capsys.readouterr().err
        assert said == (
            "Python 3.15.0 n'a pas été essayé (Python 3.11 à 3.14 l'ont été) ; "
            "on continue.\n"
        )

    @pytest.mark.parametrize("minor", [11, 12, 13, 14])
    def test_the_tried_ones_are_not_spoken_of(self, make, capsys, minor: int):
        make.check_python((3, minor, 1, "final", 0))
        assert capsys.readouterr().err == ""

    def test_its_syntax_is_that_of_python_3_6(self, root: Path):
        text = (root / "make.py").read_text(encoding="utf-8")
        ast.parse(text, feature_version=(3, 6))
        assert "from __future__" not in text  # annotations are of 3.7
        assert len(text.splitlines()) < 250

    def test_it_needs_only_the_standard_library(self, root: Path):
        tree = ast.parse((root / "make.py").read_text(encoding="utf-8"))
        names = {
            alias.name.split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.Import)
            for alias in node.names
        }
        names |= {
            str(node.module).split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
        }
        assert names <= sys.stdlib_module_names

    def test_without_ensurepip_the_line_to_type_is_given(
        self, make, monkeypatch, capsys, tmp_path: Path
    ):
        monkeypatch.setattr(make, "VENV", tmp_path / ".venv")
        monkeypatch.setitem(sys.modules, "ensurepip", None)
        monkeypatch.setattr(make, "holds", lambda _: False)
        assert make.main(["html"]) == 4
        version = "{}.{}".format(*sys.version_info)
        assert capsys.readouterr().err.splitlines()[-1] == (
            "Ce Python est livré sans ensurepip. "
            f"Conseil : sudo apt install python{version}-venv"
        )
        assert not (tmp_path / ".venv").exists()


class TestWhenTheMachineIsNotReady:
    @pytest.mark.parametrize(
        ("error", "said"),
        [
            (OSError(errno.ENOSPC, "No space left on device"), "FULL"),
            (PermissionError(errno.EACCES, "Permission denied", ".venv"), "BARRED"),
            (OSError(errno.EROFS, "Read-only file system", ".venv"), "BARRED"),
            (OSError("[WinError 5] Accès refusé: 'python.exe'"), "BARRED"),
            (OSError("[WinError 112] Espace insuffisant"), "FULL"),
        ],
    )
    def test_one_sentence_and_status_4(self, make, verb, capsys, error, said: str):
        assert verb(raising(error)) == 4
        assert capsys.readouterr().err == getattr(make, said) + "\n"

    def test_another_refusal_of_the_system_is_quoted(self, verb, capsys):
        assert verb(raising(OSError(errno.EIO, "Input/output error"))) == 4
        said = capsys.readouterr().err
        assert said.startswith("Échec : [Errno 5] Input/output error. Conseil : ")

    def test_ctrl_c_is_no_crash(self, verb, capsys):
        assert verb(raising(KeyboardInterrupt())) == 130
        assert "Interrompu. Conseil :" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("output", "said"),
        [
            ("ERROR: Could not install: [Errno 28] No space left on device", "FULL"),
            ("WARNING: Retrying (Retry(total=2)) after connection broken", "OFFLINE"),
            ("Temporary failure in name resolution", "OFFLINE"),
            ("ReadTimeoutError: Read timed out. (read timeout=15)", "OFFLINE"),
            ("ProxyError('Cannot connect to proxy.')", "OFFLINE"),
            ("SSLError(SSLCertVerificationError)", "OFFLINE"),
            (
                "WARNING: Retrying\nERROR: No matching distribution found for sphinx",
                "OFFLINE",
            ),
            ("ERROR: No matching distribution found for numpy==2.4.6", "MISSING"),
            ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "ALTERED"),
            ("OSError: [Errno 13] Permission denied: 'x'", "BARRED"),
        ],
    )
    def test_what_pip_says_is_said_in_one_sentence(self, make, output, said: str):
        assert make.diagnose(output) == getattr(make, said)

    def test_every_sentence_has_a_next_step_on_one_line(self, make):
        for _, sentence in make.DIAGNOSES:
            assert " Conseil : " in sentence
            assert "\n" not in sentence

    def test_a_full_disk_is_noticed_when_nobody_says_so(self, make, monkeypatch):
        usage = type("Usage", (), {"free": 10_000})
        monkeypatch.setattr(make.shutil, "disk_usage", lambda _: usage)
        assert make.diagnose("Error: Command returned status 1.") == make.FULL

    @pytest.mark.parametrize("output", ["", " \n", "un\nle dernier mot \n"])
    def test_an_unknown_failure_gives_the_last_word(self, make, output: str):
        last = output.strip().splitlines()[-1] if output.strip() else "aucun message"
        assert make.diagnose(output).startswith(f"Échec : {last}. Conseil : ")


class TestConsoles:
    @pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii", "utf-8"])
    @pytest.mark.parametrize("arguments", [["--help"], ["htlm"], ["pdf"]])
    def test_no_console_makes_it_fail(
        self, root: Path, encoding: str, arguments: list[str]
    ):
        done = subprocess.run(
            [sys.executable, str(root / "make.py"), *arguments],
            env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
            capture_output=True,
        )
        assert done.returncode in {0, 2}
        assert b"Traceback" not in done.stderr


class TestWhatItStarts:
    def test_the_variables_of_the_caller_do_not_change_the_build(
        self, make, monkeypatch
    ):
        monkeypatch.setenv("PYTHONHOME", "/ailleurs")
        monkeypatch.setenv("PYTHONPATH", "/ailleurs")
        monkeypatch.setenv("PIP_TARGET", "/ailleurs")
        monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
        monkeypatch.setenv("GARDE", "oui")
        given = make.environment(EDITION_CALLED_AS="x")
        assert "/ailleurs" not in given.values()
        assert "LC_ALL" not in given
        assert given["GARDE"] == "oui"
        assert given["EDITION_CALLED_AS"] == "x"
        assert given["PYTHONUTF8"] == "1"
        assert Path(given["PYTHONPATH"]) == make.ROOT / "_ext"
