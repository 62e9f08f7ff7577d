"""The plan of ``_ext/README.md``: at run time, and as the contracts of pyproject.toml.

Both gates have a test in which they fail.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from support.imports import third_parties

BLOCKED = ("sphinx", "docutils", "myst_parser")

# What the ground floor may import beside the standard library (decisions, C).
ALLOWED = {
    "edition",
    "pandas",
    "numpy",  # comes with pandas, which speaks it
    "markdown_it",
    "mdit_py_plugins",
    "yaml",
    "pybtex",
    "citeproc",
    "matplotlib",
    "spylls",
}

# Imports each module of a package where some packages cannot be found.
IMPORTER = """\
import importlib, pkgutil, sys

folder, name, *blocked = sys.argv[1:]
sys.path.insert(0, folder)
for package in blocked:
    sys.modules[package] = None
package = importlib.import_module(name)
modules = [m.name for m in pkgutil.walk_packages(package.__path__, name + ".")]
for module in modules:
    if not module.endswith("__main__"):
        try:
            importlib.import_module(module)
        except ImportError as error:
            print(f"{module}: {error}")
"""


def imported_without(folder: Path, name: str, *blocked: str) -> list[str]:
    """Return what cannot be imported in a fresh Python without some packages."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORTER, str(folder), name, *blocked],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.splitlines()


def lint(folder: Path) -> str:
    """Return what import-linter says of the contracts in a folder."""
    code = "import sys; from importlinter.cli import lint_imports_command as c; c()"
    done = subprocess.run(
        [sys.executable, "-c", code, "--no-cache", "--config", "pyproject.toml"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "_ext"), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout + done.stderr


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """Return a copy of the machinery, to break."""
    shutil.copy(root / "pyproject.toml", tmp_path)
    ignored = shutil.ignore_patterns("__pycache__", "static")
    shutil.copytree(root / "_ext", tmp_path / "_ext", ignore=ignored)
    return tmp_path


def test_the_ground_floor_stands_without_sphinx(root: Path):
    assert imported_without(root / "_ext", "edition", *BLOCKED) == []


def test_a_ground_floor_that_needs_docutils_is_noticed(tmp_path: Path):
    package = tmp_path / "maison"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "bien.py").write_text("import json\n")
    (package / "mal.py").write_text("import docutils.nodes\n")
    (said,) = imported_without(tmp_path, "maison", *BLOCKED)
    assert said.startswith("maison.mal: ")


def test_the_ground_floor_uses_only_the_packages_agreed_upon(root: Path):
    assert third_parties(root / "_ext" / "edition") <= ALLOWED


def test_the_contracts_hold(copy: Path):
    said = lint(copy)
    assert re.search(r"Contracts: \d+ kept, 0 broken", said), said


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        ("edition/issues.py", "import edition.text", "Rooms of the ground floor"),
        ("edition/issues.py", "import edition_sphinx", "Three storeys, arrows down"),
        ("edition/issues.py", "import docutils", "The ground floor knows no Sphinx"),
        ("edition/neuf.py", "", "Rooms of the ground floor"),
        ("edition_sphinx/neuf.py", "", "Rooms of the first floor"),
    ],
)
def test_an_arrow_that_points_up_and_a_room_without_a_place_break_them(
    copy: Path, module: str, line: str, broken: str
):
    path = copy / "_ext" / module
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{text}\n{line}\n", encoding="utf-8")
    assert f"{broken} BROKEN" in lint(copy)


def test_the_plan_that_people_read_names_every_room(root: Path):
    config = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    plan = (root / "_ext" / "README.md").read_text(encoding="utf-8").split("```")[1]
    for contract in config["tool"]["importlinter"]["contracts"]:
        for layer in contract.get("layers", []):
            for room in re.findall(r"[a-z_]+", layer):
                assert re.search(rf"\b{room}\b", plan), room
