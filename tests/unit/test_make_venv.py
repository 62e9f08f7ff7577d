"""``make.py``, the environment: made once, extended, repaired, never half trusted.

The first class replaces the installers by a list of what they were asked; the second
makes real environments, offline, from tiny wheels, in a folder whose name has a space
and an accent.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from support.wheels import lock_of, make_wheel

SPHINX = """\
import os, pathlib, sys, time
if os.environ.get("ESSAI") == "attendre":
    print("prêt", flush=True)
    time.sleep(60)
if os.environ.get("ESSAI") == "faute":
    sys.exit(1)
page = pathlib.Path(sys.argv[-1], "index.html")
page.parent.mkdir(parents=True, exist_ok=True)
page.write_text("<p>", encoding="utf-8")
"""
PYTEST = 'print("1 passed")\n'


@pytest.fixture(scope="module")
def house(root: Path, tmp_path_factory) -> Path:
    """Return a folder with ``make.py``, two locks and the wheels they name."""
    house = tmp_path_factory.mktemp("maison") / "dossier é x"
    wheels = {
        "sphinx": make_wheel(house / "wheels", "sphinx", SPHINX),
        "pytest": make_wheel(house / "wheels", "pytest", PYTEST),
    }
    shutil.copy(root / "make.py", house)
    build = {"sphinx": wheels["sphinx"]}
    (house / "requirements.txt").write_text(lock_of(build), newline="\n")
    (house / "requirements-test.txt").write_text(lock_of(wheels), newline="\n")
    return house


class TestWhatIsInstalledWhen:
    @pytest.fixture
    def make(self, root: Path, tmp_path: Path, monkeypatch) -> ModuleType:
        """Return ``make.py`` in a house of its own, with installers that only note."""
        shutil.copy(root / "make.py", tmp_path)
        spec = importlib.util.spec_from_file_location("make_py", tmp_path / "make.py")
        assert spec
        assert spec.loader
        make = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(make)
        (tmp_path / make.BUILD).write_text("sphinx==1\n")
        (tmp_path / make.TEST).write_text("sphinx==1\npytest==1\n")
        make.done = []

        def make_venv():
            make.done.append("venv")
            shutil.rmtree(make.VENV, ignore_errors=True)
            make.PYTHON.parent.mkdir(parents=True)
            make.PYTHON.touch()

        monkeypatch.setattr(make, "make_venv", make_venv)
        monkeypatch.setattr(make, "install", lambda lock: make.done.append(lock))
        return make

    @staticmethod
    def again(make: ModuleType, lock: str) -> list[str]:
        """Return what is done to hold a lock."""
        make.done.clear()
        make.prepare(lock)
        return list(make.done)

    def test_first_everything_then_nothing(self, make):
        assert self.again(make, make.BUILD) == ["venv", make.BUILD]
        assert self.again(make, make.BUILD) == []

    def test_the_tests_are_added_to_what_builds(self, make):
        self.again(make, make.BUILD)
        assert self.again(make, make.TEST) == [make.TEST]
        assert self.again(make, make.BUILD) == []
        assert self.again(make, make.TEST) == []

    def test_the_tests_first_are_enough_to_build(self, make):
        assert self.again(make, make.TEST) == ["venv", make.TEST]
        assert self.again(make, make.BUILD) == []

    def test_a_changed_lock_is_installed_afresh(self, make):
        self.again(make, make.TEST)
        (make.ROOT / make.BUILD).write_text("sphinx==2\n")
        assert self.again(make, make.BUILD) == ["venv", make.BUILD]
        assert self.again(make, make.TEST) == [make.TEST]

    def test_a_changed_test_lock_leaves_the_build_alone(self, make):
        self.again(make, make.TEST)
        (make.ROOT / make.TEST).write_text("sphinx==1\npytest==2\n")
        assert self.again(make, make.BUILD) == []
        assert self.again(make, make.TEST) == [make.TEST]

    def test_another_python_makes_it_afresh(self, make, monkeypatch):
        self.again(make, make.BUILD)
        monkeypatch.setattr(make.sys, "version", "3.14.0 (une autre)")
        assert self.again(make, make.BUILD) == ["venv", make.BUILD]

    def test_a_python_that_is_gone_makes_it_afresh(self, make):
        self.again(make, make.BUILD)
        make.PYTHON.unlink()
        assert self.again(make, make.BUILD) == ["venv", make.BUILD]

    def test_a_venv_moved_with_its_folder_is_made_afresh(self, make, monkeypatch):
        self.again(make, make.BUILD)
        moved = make.ROOT / "déplacé"
        moved.mkdir()
        for name in (".venv", make.BUILD, make.TEST):
            (make.ROOT / name).rename(moved / name)
        monkeypatch.setattr(make, "ROOT", moved)
        monkeypatch.setattr(make, "VENV", moved / ".venv")
        monkeypatch.setattr(
            make, "PYTHON", moved / make.PYTHON.relative_to(moved.parent)
        )
        assert make.PYTHON.exists()
        assert self.again(make, make.BUILD) == ["venv", make.BUILD]

    @pytest.mark.parametrize("error", [KeyboardInterrupt, OSError])
    def test_an_interrupted_installation_is_made_again(self, make, monkeypatch, error):
        def interrupted(_lock):
            raise error

        with monkeypatch.context() as patch:
            patch.setattr(make, "install", interrupted)
            with pytest.raises(error):
                make.prepare(make.BUILD)
        assert self.again(make, make.BUILD) == ["venv", make.BUILD]

    def test_an_interrupted_addition_is_not_trusted_either(self, make, monkeypatch):
        def interrupted(_lock):
            raise KeyboardInterrupt

        self.again(make, make.BUILD)
        with monkeypatch.context() as patch:
            patch.setattr(make, "install", interrupted)
            with pytest.raises(KeyboardInterrupt):
                make.prepare(make.TEST)
        assert self.again(make, make.BUILD) == ["venv", make.BUILD]

    @pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"autre chose"])
    def test_a_damaged_stamp_is_not_trusted(self, make, damage: bytes):
        self.again(make, make.BUILD)
        (make.VENV / f"{make.BUILD}.stamp").write_bytes(damage)
        assert self.again(make, make.BUILD) == ["venv", make.BUILD]

    def test_steps_are_counted_and_the_work_is_the_last(self, make, capsys):
        make.prepare(make.TEST, "Essais")
        assert capsys.readouterr().err.splitlines() == [
            "[1/3] Environnement Python dans .venv",
            "[2/3] Paquets de requirements-test.txt",
            "[3/3] Essais",
        ]
        make.prepare(make.TEST, "Essais")
        assert capsys.readouterr().err == "[1/1] Essais\n"


def hear_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class TestForReal:
    @staticmethod
    def start(house: Path, *arguments: str, **variables: str) -> subprocess.Popen[str]:
        clean = {n: v for n, v in os.environ.items() if not n.startswith("PIP_")}
        return subprocess.Popen(
            [sys.executable, "make.py", *arguments],
            cwd=house,
            env={
                **clean,
                "PIP_CONFIG_FILE": os.devnull,
                "PIP_NO_INDEX": "1",
                "PIP_FIND_LINKS": "wheels",
                "PYTHONUTF8": "1",
                **variables,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            # Who starts the tests in the background has SIGINT ignored: not so here.
            preexec_fn=None if os.name == "nt" else hear_ctrl_c,
        )

    def call(
        self, house: Path, *arguments: str, **variables: str
    ) -> tuple[int, str, str]:
        process = self.start(house, *arguments, **variables)
        out, err = process.communicate(timeout=120)
        assert "Traceback" not in err
        return process.returncode, out, err

    def test_a_fresh_clone_builds_then_tests_then_installs_no_more(self, house: Path):
        status, out, err = self.call(house, "html")
        assert (status, err.splitlines()) == (
            0,
            [
                "[1/3] Environnement Python dans .venv",
                "[2/3] Paquets de requirements.txt",
                "      tous reçus ; mise en place",
                "[3/3] Construction des pages dans _build/html",
            ],
        )
        page = house / "_build" / "html" / "index.html"
        assert out.splitlines()[-1] == page.as_uri()
        assert "%20%C3%A9%20" in out
        assert page.read_text(encoding="utf-8") == "<p>"

        status, out, err = self.call(house, "test")
        assert (status, out) == (0, "1 passed\n" * 2)
        assert "[1/2] Paquets de requirements-test.txt" in err

        for verb in ("html", "test"):
            status, _, err = self.call(house, verb)
            assert (status, err[:5]) == (0, "[1/1]")

        status, _, err = self.call(house, "html", ESSAI="faute")
        assert status == 3
        assert "Arrêt après" in err

    @pytest.mark.skipif(os.name == "nt", reason="Windows n'a pas de SIGINT à envoyer")
    def test_ctrl_c_ends_with_a_sentence_and_status_130(self, house: Path):
        process = self.start(house, "html", ESSAI="attendre")
        assert process.stdout
        assert process.stdout.readline() == "prêt\n"
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        assert process.returncode == 130
        assert err.splitlines()[-1].startswith("Interrompu. Conseil : ")
        assert "Traceback" not in err

    def test_a_package_that_is_not_the_one_of_the_lock_is_refused(
        self, house: Path, tmp_path: Path
    ):
        copy = tmp_path / "copie"
        shutil.copytree(house, copy, ignore=shutil.ignore_patterns(".venv", "_build"))
        lock = copy / "requirements.txt"
        lock.write_text(lock.read_text()[:-9] + "00000000\n")
        status, out, err = self.call(copy, "html")
        assert (status, out) == (4, "")
        assert err.splitlines()[-1] == (
            "Un paquet reçu n'est pas le bon. Conseil : relancez, sinon lisez "
            "SECURITY.md."
        )
        assert "HASH" in (copy / ".venv" / "installation.log").read_text("utf-8")

    def test_without_network_one_sentence_and_the_next_try_repairs(
        self, house: Path, tmp_path: Path
    ):
        copy = tmp_path / "copie"
        shutil.copytree(house, copy, ignore=shutil.ignore_patterns(".venv", "_build"))
        nowhere = {
            "PIP_NO_INDEX": "0",
            "PIP_FIND_LINKS": "",
            "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
            "PIP_RETRIES": "1",
        }
        status, out, err = self.call(copy, "html", **nowhere)
        assert (status, out) == (4, "")
        assert err.splitlines()[-1] == (
            "Le dépôt de paquets est injoignable. Conseil : vérifiez le réseau, "
            "relancez."
        )
        status, _, err = self.call(copy, "html")
        assert status == 0
        assert err.startswith("[1/3]")
