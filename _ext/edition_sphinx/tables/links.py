"""Addresses as seen from the page that is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.osutil import relative_uri

from edition_sphinx.tables.domain import get_tables

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from edition.tables.cells import CellTarget

__all__ = ["DOWNLOADS", "Links"]

DOWNLOADS = "donnees"
"""The folder of the output that holds the data for other programs."""


class Links:
    """Where tables, rows and files are, for one page.

    :param docname: the page that is being written.
    """

    def __init__(self, builder: Builder, docname: str) -> None:
        self.docname = docname
        self._builder = builder
        self._domain = get_tables(builder.env)
        self._pages: dict[str, str | None] = {}

    def table(self, name: str) -> str | None:
        """Return the address of the page of a table, if it has one."""
        if name not in self._pages:
            page = self._domain.page_of(name)
            self._pages[name] = None if page is None else self.page(page)
        return self._pages[name]

    def row(self, target: CellTarget) -> str | None:
        """Return the permanent address of a row, if its table has a page."""
        address = self.table(target.table)
        if address is None:
            return None
        return f"{address.partition('#')[0]}#{target.table}.{target.row}"

    def page(self, docname: str, anchor: str = "") -> str:
        """Return the address of a page of the book, or of something on it."""
        name = self._builder.name
        if name == "singlehtml":
            # All pages are one; its anchors are those of the pages.
            return f"#{anchor}" if anchor else f"#document-{docname}"
        if docname == self.docname:
            return f"#{anchor}"
        uri = self._builder.get_relative_uri(self.docname, docname)
        return f"{uri}#{anchor}" if anchor else uri

    def file(self, path: str) -> str | None:
        """Return the address of a file of data; nothing in a book without files.

        :param path: inside the folder of downloads.
        """
        if self._builder.format != "html" or self._builder.name == "epub":
            return None
        here = self._builder.get_target_uri(self.docname).partition("#")[0]
        return relative_uri(here, f"{DOWNLOADS}/{path}")
