"""Rule: an edition that describes its title page describes all its pages.

The page of a table is described by its table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.issues import Issue, IssueCode, Place
from edition.text.book import read_book
from edition.text.front_matter import FrontMatterError, read_front_matter
from edition.text.scope import Scope, scope_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.paths import EditionPaths
    from edition.text.model import Document

__all__ = ["check"]

KEY = "description"


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return the pages that search engines and shared links could not present."""
    book = read_book(paths)
    home = next((page for page in book if scope_of(page.docname) is Scope.INDEX), None)
    if home is None or not _is_described(home):
        return
    for page in book:
        if not _is_described(page):
            said = "page sans description"
            hint = f"l’écrire en une phrase dans l’en-tête : « {KEY}: … »"
            yield Issue(
                IssueCode.PAGE_DESCRIPTION, Place(page.path, 1), said, hint=hint
            )


def _is_described(page: Document) -> bool:
    if any(use.name == "data-page" for use in page.uses):
        return True
    try:
        keys = read_front_matter(page.page.text)
    except FrontMatterError:
        return True  # said by the rule of pages
    return any(key.key == KEY and "".join(key.values).strip() for key in keys)
