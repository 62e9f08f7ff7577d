"""What the description of a table may not leave out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from edition.checks import credits as rule
from support.issue_folders import lay_out

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("word", ["description", "sources", "contributors"])
def test_a_word_that_a_table_lacks_is_named_at_its_line(
    word: str, tmp_path: Path
) -> None:
    paths = lay_out("_base", tmp_path)
    package = json.loads(paths.datapackage.read_text("utf-8"))
    del package["resources"][1][word]
    text = json.dumps(package, indent=2)
    paths.datapackage.write_text(text, "utf-8")
    (issue,) = rule.check(paths)
    assert issue.message == f"ressource « releves » : « {word} » manque"
    line = text.splitlines()[issue.place.line :][0]
    assert '"name": "releves"' in line


def test_the_licence_may_be_that_of_the_package(tmp_path: Path) -> None:
    paths = lay_out("_base", tmp_path)
    assert list(rule.check(paths)) == []
    package = json.loads(paths.datapackage.read_text("utf-8"))
    del package["licenses"]
    paths.datapackage.write_text(json.dumps(package), "utf-8")
    assert len(list(rule.check(paths))) == len(package["resources"])
