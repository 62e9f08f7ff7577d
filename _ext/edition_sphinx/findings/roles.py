"""``finding`` and ``variant``: what a claim rests on, as a mark that hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from edition.findings import (
    FINDINGS,
    PARTS,
    VARIANTS,
    MarkKind,
    load_findings,
    load_variants,
    read_mark,
)
from edition.issues import IssueError
from edition.tables.source import TableSource
from edition_sphinx.config import get_paths
from edition_sphinx.findings.domain import get_findings
from edition_sphinx.findings.nodes import apparatus_mark
from edition_sphinx.tables.dependencies import depend_on_tables
from edition_sphinx.tables.domain import TableUse, get_tables

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message

__all__ = ["ApparatusMark"]

LOADERS = {MarkKind.FINDING: load_findings, MarkKind.VARIANT: load_variants}
TABLES = {MarkKind.FINDING: FINDINGS, MarkKind.VARIANT: VARIANTS}


class ApparatusMark(SphinxRole):
    """Hang a mark on a claim, and remember it for the foot of the page.

    Rows that do not exist are said before any page is read (the guard); here they only
    leave their name, for whoever writes with a live preview.
    """

    def __init__(self, kind: MarkKind) -> None:
        super().__init__()
        self.kind = kind

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the mark."""
        spec = read_mark(self.text)
        source = TableSource(get_paths(self.env))
        try:
            known = LOADERS[self.kind](source)
        except IssueError:
            known = {}
        # Its own table even when it cannot be read; the note names a part of the study.
        named = [PARTS] if self.kind is MarkKind.FINDING and source.has(PARTS) else []
        depend_on_tables(self.env, {*source.used, TABLES[self.kind], *named})
        rows = [row for row in spec.rows if row in known]
        if len(rows) < len(spec.rows) or not rows:
            return [nodes.inline(self.text, f"[{self.text}]", classes=["ed-fault"])], []
        get_findings(self.env).note(self.env.docname, self.kind, rows, spec.reason)
        for row in rows:
            use = TableUse(TABLES[self.kind], "mark", title=row)
            get_tables(self.env).note_use(self.env.docname, use)
        node = apparatus_mark(
            "", kind=self.kind.value, rows=rows, docname=self.env.docname
        )
        self.set_source_info(node)
        return [node], []
