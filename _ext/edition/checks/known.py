"""What a link of the text may lead to, for the rule of references."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from edition.checks.places import option_places
from edition.issues import IssueError
from edition.tables import table_names
from edition.tables.request import OPTIONS, read_request
from edition.tables.source import TableSource
from edition.tables.view import build_view
from edition.text.book import page_names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from edition.paths import EditionPaths
    from edition.text.model import Document
    from edition.text.roles import Use

__all__ = ["Known"]


@dataclass(frozen=True)
class Known:
    """Pages, ids, terms and rows of a book; each is looked up only when asked for."""

    paths: EditionPaths
    book: tuple[Document, ...]

    @cached_property
    def pages(self) -> frozenset[str]:
        """The names of all pages."""
        return frozenset(page_names(self.paths))

    @property
    def whole(self) -> bool:
        """Whether every page can be read: one that cannot may hold any id."""
        return len(self.book) == len(self.pages)

    @cached_property
    def ids(self) -> Mapping[str, str]:
        """The page of each id that the text gives."""
        return {name: page.docname for page in self.book for name, _ in page.ids()}

    @cached_property
    def terms(self) -> Mapping[str, str]:
        """The page of each term of a glossary, by the id of its row."""
        return {
            row: page.docname
            for page, use in self._directives("data-glossary")
            for row in self._rows(use.argument.strip()) or ()
        }

    @cached_property
    def tables(self) -> Mapping[str, str]:
        """The page of each table that has one."""
        found = {
            use.argument.strip(): page.docname
            for page, use in self._directives("data-page")
        }
        return {name: found[name] for name in table_names(self.paths) if name in found}

    @cached_property
    def views(self) -> Mapping[str, str]:
        """The page of each view with an id."""
        return {name: page.docname for name, (page, _) in self._views.items()}

    @cached_property
    def _views(self) -> Mapping[str, tuple[Document, Use]]:
        found = {}
        for page, use in self._directives("data-table"):
            if name := use.option("name"):
                found[name] = (page, use)
        return found

    def rows(self, name: str) -> Collection[str] | None:
        """Return the rows of a table, or those that a view shows.

        Nothing when they cannot be read: another rule says so.
        """
        if name not in self._views:
            return self._rows(name)
        page, use = self._views[name]
        at = option_places(use, self.paths, page=page.path)
        options = {key: text for key, text in use.options if key in OPTIONS}
        try:
            request = read_request(use.argument.strip(), options, at=at)
            view = build_view(request, TableSource(self.paths), at=at)
        except IssueError:
            return None
        return [row.id for row in view.rows]

    def _rows(self, table: str) -> Collection[str] | None:
        try:
            return list(TableSource(self.paths).table(table).frame.index)
        except IssueError:
            return None

    def _directives(self, name: str) -> Iterator[tuple[Document, Use]]:
        for page in self.book:
            for use in page.uses:
                if use.kind == "directive" and use.name == name:
                    yield page, use
