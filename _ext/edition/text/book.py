"""All pages of the book, each read once as long as its file stays the same."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from edition.codes import IssueCode
from edition.text.files import check_file, docname_of
from edition.text.passages import read_document

if TYPE_CHECKING:
    from pathlib import Path

    from edition.issues import Issue
    from edition.paths import EditionPaths
    from edition.text.model import Document

__all__ = ["check_pages", "page_names", "read_book"]

UNREADABLE = (IssueCode.SOURCE_SIGN, IssueCode.SOURCE_SIZE, IssueCode.SYNTAX_UNCLOSED)
"""After such a fault the other rules would see another text than a person does."""


def read_book(paths: EditionPaths) -> list[Document]:
    """Return the pages of the book that can be read, in the order of their paths.

    Values are not resolved; a page that cannot be read is told by
    :func:`check_pages`.
    """
    documents = []
    for path in paths.documents():
        document, _ = _page(path, paths.relative(path), paths.root, _state(path))
        if document is not None:
            documents.append(document)
    return documents


def page_names(paths: EditionPaths) -> set[str]:
    """Return the names of all pages, those that cannot be read among them."""
    return {docname_of(paths.relative(path)) for path in paths.documents()}


def check_pages(paths: EditionPaths) -> list[Issue]:
    """Return what is not allowed in the pages of the book."""
    issues: list[Issue] = []
    for path in paths.documents():
        issues += _page(path, paths.relative(path), paths.root, _state(path))[1]
    return issues


def _state(path: Path) -> tuple[int, int]:
    """Return what tells that a file changed."""
    found = path.lstat()
    return found.st_size, found.st_mtime_ns


@lru_cache(maxsize=512)
def _page(
    path: Path, shown: str, root: Path, state: tuple[int, int]
) -> tuple[Document | None, tuple[Issue, ...]]:
    issues = tuple(check_file(path, shown=shown, root=root))
    if any(not i.place.line or i.code in UNREADABLE for i in issues):
        return None, issues
    try:
        document = read_document(path, docname=docname_of(shown), shown=shown)
    except (OSError, UnicodeDecodeError):
        return None, issues
    return document, issues
