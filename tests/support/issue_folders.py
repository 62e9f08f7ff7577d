"""Small editions made of a faultless one and the files that a fault needs.

``tests/issues/README.md`` says how to add one.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from edition.checks import run_checks
from edition.issues import IssueCode
from edition.paths import EditionPaths

__all__ = [
    "ELSEWHERE",
    "EXPECTED",
    "FOLDERS",
    "TODAY",
    "base_of",
    "lay_out",
    "messages",
    "named_test",
    "runnable",
]

FOLDERS = Path(__file__).resolve().parent.parent / "issues"
BASE = FOLDERS / "_base"
OTHER_BASE = "base.txt"
EXPECTED = "expected.txt"
ELSEWHERE = "elsewhere.txt"

TODAY = date(2026, 6, 1)
"""The day on which the small editions are checked."""


def runnable() -> list[str]:
    """Return the names of the folders that are run, sorted."""
    return sorted(folder.parent.name for folder in FOLDERS.glob("*/in"))


def lay_out(name: str, target: Path) -> EditionPaths:
    """Copy the faultless edition and lay the files of a folder over it."""
    shutil.copytree(base_of(name), target, dirs_exist_ok=True)
    source = FOLDERS / name / "in"
    for path in sorted(source.rglob("*")):
        if path.is_dir():
            continue
        copy = target / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".absent":
            copy.with_suffix("").unlink()
        elif path.suffix == ".escaped":
            copy.with_suffix("").write_bytes(_unescape(path))
        else:
            shutil.copyfile(path, copy)
    return EditionPaths(target)


def base_of(name: str) -> Path:
    """Return the faultless edition of a folder: the one that it names, or the tiny one."""
    named = FOLDERS / name / OTHER_BASE
    if not named.is_file():
        return BASE
    return FOLDERS.parent / named.read_text(encoding="utf-8").strip()


def _unescape(path: Path) -> bytes:
    """Read bytes that no editor or version control would keep, from ASCII text."""
    text = path.read_text(encoding="ascii").replace("\n", "")
    return text.encode("ascii").decode("unicode_escape").encode("latin-1")


def messages(paths: EditionPaths) -> str:
    """Return the messages of an edition, one a line."""
    return "".join(f"{issue}\n" for issue in run_checks(paths, today=TODAY))


def named_test(code: IssueCode) -> str:
    """Return the test that ``elsewhere.txt`` names; empty without such a file."""
    path = FOLDERS / str(code) / ELSEWHERE
    return path.read_text(encoding="utf-8").strip() if path.is_file() else ""
