"""``data-page`` and ``data-index``: the page of a table, the list of all tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from sphinx.util.docutils import SphinxDirective

from edition.issues import IssueError
from edition.tables import table_names
from edition.tables.page import page_request
from edition.tables.request_check import check_request
from edition.tables.request_needs import needed_tables
from edition.tables.source import TableSource
from edition_sphinx.config import get_paths
from edition_sphinx.tables.dependencies import depend_on_package, depend_on_tables
from edition_sphinx.tables.directive import OpenOptions, fault
from edition_sphinx.tables.domain import get_tables
from edition_sphinx.tables.nodes import data_index, data_page
from edition_sphinx.tables.places import directive_places

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from docutils import nodes

__all__ = ["DataIndex", "DataPage"]


class DataPage(SphinxDirective):
    """The page of a table: all that is known of it, and its rows."""

    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> Sequence[nodes.Node]:
        """Return the page, or what is wrong with it."""
        table = self.arguments[0].strip() if self.arguments else ""
        depend_on_tables(self.env, [table])
        depend_on_package(self.env)
        at = directive_places(self.env, self.lineno)
        source = TableSource(get_paths(self.env))
        try:
            found = source.table(table, place=at(""))
            request = page_request(table, source)
            issues = check_request(request, found, at=at)
            if issues:
                raise IssueError(*issues)
        except IssueError as error:
            return fault(self.env, error)
        pointed_at = [
            field.foreign.table for field in found.schema.fields if field.foreign
        ]
        depend_on_tables(self.env, [*needed_tables(request, source), *pointed_at])
        get_tables(self.env).pages[self.env.docname] = table
        node = data_page("", table=table, docname=self.env.docname)
        self.set_source_info(node)
        return [node]


class DataIndex(SphinxDirective):
    """The list of all tables."""

    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = OpenOptions()

    def run(self) -> Sequence[nodes.Node]:
        """Return the list; it changes with any table."""
        depend_on_tables(self.env, table_names(get_paths(self.env)))
        depend_on_package(self.env)
        get_tables(self.env).listings[self.env.docname] = True
        node = data_index("", docname=self.env.docname)
        self.set_source_info(node)
        return [node]
