"""``study-part``: the way back to the book, under the heading of a section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from edition.findings import PARTS, load_parts, read_rows
from edition.issues import IssueError
from edition.tables.source import TableSource
from edition_sphinx.config import get_paths
from edition_sphinx.findings.nodes import study_part
from edition_sphinx.tables.dependencies import depend_on_tables

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["StudyPartDirective"]


class StudyPartDirective(SphinxDirective):
    """Name the parts of the study that the section treats."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> Sequence[nodes.Node]:
        """Return the line that leads back to the book.

        As with the marks, the guard has said what does not exist.
        """
        depend_on_tables(self.env, [PARTS])
        named = self.arguments[0]
        rows = read_rows(named)
        try:
            known = load_parts(TableSource(get_paths(self.env)))
        except IssueError:
            known = {}
        if not rows or not all(row in known for row in rows):
            return [nodes.paragraph(named, f"[{named}]", classes=["ed-fault"])]
        node = study_part("", rows=list(rows))
        self.set_source_info(node)
        return [node]
