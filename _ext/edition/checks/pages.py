"""Rule: the book is made of pages of ours, and each uses only what is allowed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edition.codes import IssueCode
from edition.issues import Issue, Place
from edition.text.book import check_pages, page_names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from edition.paths import EditionPaths

__all__ = ["check", "check_names"]

NAME = re.compile(r"[A-Za-z0-9_./-]+")

# What Sphinx would read as a page, in a language that our reader does not know.
STRANGE = frozenset({".rst", ".txt", ".rest", ".ipynb", ".html", ".htm", ".markdown"})


def check(paths: EditionPaths) -> list[Issue]:
    """Return what is not allowed in the pages, and the files that are no page."""
    return [*check_pages(paths), *check_names(paths)]


def check_names(paths: EditionPaths) -> list[Issue]:
    """Return the files of the book that no page can be, by their names alone."""
    return [*_strangers(paths), *_names(paths)]


def _names(paths: EditionPaths) -> Iterator[Issue]:
    """Return the pages whose address nobody could type, or write into a link."""
    for name in sorted(page_names(paths)):
        if not NAME.fullmatch(name):
            yield Issue(
                IssueCode.SOURCE_PLACE,
                Place(f"{name}.md"),
                "nom de page que l'on ne pourrait pas mettre dans un lien",
                "des lettres sans accent, des chiffres et des tirets",
                "renommer le fichier",
            )


def _strangers(paths: EditionPaths) -> Iterator[Issue]:
    code = IssueCode.SOURCE_PLACE
    for path in sorted(paths.chapters.rglob("*")):
        place = Place(paths.relative(path))
        if path.is_symlink() and not _is_page(path):
            yield Issue(code, place, "lien symbolique", "un fichier du livre")
        elif path.suffix in STRANGE:
            expected = "un fichier .md"
            yield Issue(code, place, f"fichier « {path.suffix} »", expected)


def _is_page(path: Path) -> bool:
    """Tell whether the file is told of by the pages already."""
    return path.suffix == ".md" and path.is_file()
