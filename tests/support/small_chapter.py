"""A chapter added to the small edition of the findings, and what one rule says of it."""

from __future__ import annotations

import shutil
from pathlib import Path

from edition.checks import rules
from edition.paths import EditionPaths
from edition.text.model import Document
from edition.text.passages import read_text

__all__ = ["CHAPTER", "SMALL_EDITION", "add_chapter", "codes", "copy_edition", "read"]

SMALL_EDITION = Path(__file__).resolve().parent.parent / "roots" / "test-findings"
CHAPTER = "chapters/essai.md"


def copy_edition(folder: Path) -> EditionPaths:
    """Copy the small edition into an empty folder."""
    shutil.copytree(SMALL_EDITION, folder, dirs_exist_ok=True)
    return EditionPaths(folder)


def add_chapter(text: str, folder: Path) -> EditionPaths:
    """Copy the small edition and add a chapter; its heading is the first line."""
    paths = copy_edition(folder)
    (folder / CHAPTER).write_text(f"# Un essai\n\n{text}\n", "utf-8", newline="\n")
    return paths


def codes(rule: str, paths: EditionPaths) -> list[str]:
    """Return the codes of what a rule finds in the chapter, in order."""
    found = rules()[rule](paths)
    return [str(issue.code) for issue in found if issue.place.path == CHAPTER]


def read(text: str, docname: str = "chapters/essai") -> Document:
    """Read a page without values."""
    return read_text(text, docname=docname)
