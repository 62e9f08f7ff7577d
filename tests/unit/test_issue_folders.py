"""Each code of a message has a folder in which it can be seen at work."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from edition.codes import IssueCode, read_explanations
from edition.paths import EditionPaths
from support.issue_folders import (
    EXPECTED,
    FOLDERS,
    base_of,
    lay_out,
    messages,
    named_test,
    runnable,
)

REGENERATE = os.environ.get("EDITION_REGEN") == "1"


@pytest.mark.parametrize("base", sorted({base_of(name) for name in runnable()}))
def test_a_base_edition_has_no_fault(base: Path, tmp_path: Path) -> None:
    shutil.copytree(base, tmp_path, dirs_exist_ok=True)
    assert messages(EditionPaths(tmp_path)) == ""


@pytest.mark.parametrize("name", runnable())
def test_a_folder_gives_exactly_its_messages(name: str, tmp_path: Path) -> None:
    found = messages(lay_out(name, tmp_path))
    expected = FOLDERS / name / EXPECTED
    if REGENERATE:
        expected.write_text(found, encoding="utf-8", newline="\n")
    assert found == expected.read_text(encoding="utf-8")
    assert f"[edition.{name}]" in found


def test_only_codes_are_explained() -> None:
    assert list(read_explanations()) == [str(code) for code in IssueCode]


@pytest.mark.parametrize("code", IssueCode, ids=str)
def test_every_code_is_explained(code: IssueCode) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
    assert len(code.explanation) > 40
    assert code.explanation.endswith(".")


@pytest.mark.parametrize("code", IssueCode, ids=str)
def test_every_code_is_shown_here_or_tested_elsewhere(
    code: IssueCode, root: Path
) -> None:
    named = named_test(code)
    if not named:
        assert code in runnable(), (
            f"tests/issues/{code}/ : ni in/ ni elsewhere.txt ; voir son README.md"
        )
        return
    file, _, test = named.partition("::")
    source = (root / file).read_text(encoding="utf-8")
    assert re.search(rf"^\s*def {re.escape(test)}\(", source, re.MULTILINE), named


def test_every_folder_has_a_code() -> None:
    known = {str(code) for code in IssueCode}
    folders = {folder.name for folder in FOLDERS.iterdir() if folder.is_dir()}
    assert folders - {"_base"} <= known
