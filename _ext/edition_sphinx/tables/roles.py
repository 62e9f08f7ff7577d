"""``data-value``: one value of the data in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from edition.issues import IssueError
from edition.tables.source import TableSource
from edition.tables.values import resolve_value
from edition_sphinx.config import get_paths
from edition_sphinx.report import report
from edition_sphinx.tables.dependencies import depend_on_tables
from edition_sphinx.tables.domain import get_tables
from edition_sphinx.tables.nodes import data_value
from edition_sphinx.tables.places import role_place

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message

__all__ = ["DataValue"]


class DataValue(SphinxRole):
    """Write a value, and remember that the page has it.

    Its words are in the node, so that titles, the search and every format have them;
    the page depends on the tables that they came from.
    """

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the value, or its address when it cannot be found."""
        spec = self.text.strip()
        source = TableSource(get_paths(self.env))
        try:
            value = resolve_value(spec, source)
        except IssueError:
            depend_on_tables(self.env, source.used)
            return self._fault(spec), []
        depend_on_tables(self.env, source.used)
        get_tables(self.env).note_value(self.env.docname, spec, value)
        node = data_value(self.rawtext, value.text, spec=spec, docname=self.env.docname)
        self.set_source_info(node)
        return [node], []

    def _fault(self, spec: str) -> list[Node]:
        """Report what is wrong; only now is the line of the role worth finding."""
        get_tables(self.env).faulty[self.env.docname] = True
        place = role_place(self.env, self.lineno, self.text)
        try:
            resolve_value(spec, get_paths(self.env), place=place)
        except IssueError as error:
            for issue in error.issues:
                report(issue)
        return [nodes.inline(spec, f"[{spec}]", classes=["ed-fault"])]
