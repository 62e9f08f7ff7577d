"""The order of the pages of a book: that of its tables of contents."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from edition.text.markdown import walk
from edition.text.roles import reference_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from edition.text.directives import Directive
    from edition.text.model import Document

__all__ = ["HOME", "entry_lines", "entry_pages", "reading_order"]

HOME = "index"


def reading_order(book: Iterable[Document]) -> list[Document]:
    """Return the pages as a reader meets them, from the title page.

    Each page stands before those that it lists; what no contents reach comes last.
    """
    documents = {page.docname: page for page in book}
    names = set(documents)
    ordered: dict[str, Document] = {}

    def visit(name: str) -> None:
        if name in ordered or name not in documents:
            return
        page = ordered[name] = documents[name]
        for directive, _, entry in entry_lines(page):
            glob = directive.option("glob") is not None
            for found in entry_pages(entry, name, names, glob=glob):
                visit(found)

    visit(HOME)
    rest = [page for name, page in documents.items() if name not in ordered]
    return [*ordered.values(), *rest]


def entry_lines(page: Document) -> Iterator[tuple[Directive, int, str]]:
    """List the entries of the contents that a page holds, each with its line."""
    for piece in walk(page.page):
        directive = piece.directive
        if directive is None or directive.name != "toctree":
            continue
        for line, text in enumerate(
            directive.body.split("\n"), directive.body_line + 1
        ):
            if entry := text.strip():
                yield directive, line, entry


def entry_pages(
    entry: str, owner: str, pages: set[str], *, glob: bool
) -> tuple[str, ...]:
    """Return the pages that an entry means, as Sphinx finds them."""
    _, target = reference_parts(entry)
    name = posixpath.join(posixpath.dirname(owner), target.removesuffix(".md"))
    if not glob or "*" not in entry:
        return (name,) if name in pages else ()
    parts = re.split(r"(\*\*|\*)", name)
    signs = {"*": "[^/]*", "**": ".*"}
    pattern = re.compile("".join(signs.get(part, re.escape(part)) for part in parts))
    return tuple(sorted(p for p in pages - {owner} if pattern.fullmatch(p)))
