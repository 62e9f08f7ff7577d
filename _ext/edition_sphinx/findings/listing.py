"""``data-apparatus``: findings or variants in full, with their witnesses, in an annex."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from edition.findings import (
    FINDINGS,
    PARTS,
    VARIANTS,
    MarkKind,
    load_findings,
    load_variants,
)
from edition.findings.listing import OPTIONS, listed_rows
from edition.issues import IssueError
from edition.tables.source import TableSource
from edition.text.spacing import french
from edition_sphinx.config import get_paths
from edition_sphinx.findings.domain import get_findings
from edition_sphinx.findings.nodes import apparatus_list
from edition_sphinx.findings.notes import LISTING, Notes
from edition_sphinx.tables.dependencies import depend_on_tables
from edition_sphinx.tables.directive import OpenOptions, fault
from edition_sphinx.tables.domain import TableUse, get_tables
from edition_sphinx.tables.links import Links
from edition_sphinx.tables.places import directive_places
from edition_sphinx.tables.views import unplaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sphinx.writers.html5 import HTML5Translator
    from sphinx.writers.text import TextTranslator

__all__ = ["DataApparatus", "visit_list", "visit_list_text"]

KINDS = {FINDINGS: MarkKind.FINDING.value, VARIANTS: MarkKind.VARIANT.value}
READ = {
    FINDINGS: (FINDINGS, "preuves", "sources", PARTS),
    VARIANTS: (VARIANTS, "lecons", "lecons-temoins", "sources"),
}
"""The tables that a list is made from."""


class DataApparatus(SphinxDirective):
    """List the rows of a table of the apparatus.

    The marks of the same page lead to the entries of the list.
    """

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = OpenOptions(
        dict.fromkeys(OPTIONS, directives.unchanged)
    )

    def run(self) -> Sequence[nodes.Node]:
        """Return the list, or what is wrong with it."""
        name = self.arguments[0].strip() if self.arguments else ""
        options = {option: str(text) for option, text in self.options.items()}
        source = TableSource(get_paths(self.env))
        depend_on_tables(self.env, READ.get(name, (name,)))
        try:
            at = directive_places(self.env, self.lineno)
            rows = listed_rows(name, options, source, at=at)
        except IssueError as error:
            return fault(self.env, error)
        get_findings(self.env).note_listed(self.env.docname, KINDS[name], rows)
        title = source.table(name).schema.title
        use = TableUse(name, "view", title=title)
        get_tables(self.env).note_use(self.env.docname, use)
        node = apparatus_list("", table=name, options=options)
        self.set_source_info(node)
        return [node]


def visit_list(self: HTML5Translator, node: apparatus_list) -> None:
    """Write the entries."""
    env, docname = self.builder.env, self.builder.current_docname
    source = TableSource(get_paths(env))
    marked = get_findings(env).of(docname, KINDS[node["table"]])
    rows = {row: marked.get(row, []) for row in _rows(node, source)}
    notes = Notes(Links(self.builder, docname), source)
    write = notes.findings if node["table"] == FINDINGS else notes.variants
    self.body.append(write(rows, classes=LISTING))
    raise nodes.SkipNode


def visit_list_text(self: TextTranslator, node: apparatus_list) -> None:
    """Write the entries as plain lines."""
    source = TableSource(get_paths(self.builder.env))
    self.new_state(0)
    self.add_text("\n".join(_lines(node, source)))
    self.end_state(wrap=False)
    raise nodes.SkipNode


def _lines(node: apparatus_list, source: TableSource) -> Iterator[str]:
    findings, variants = load_findings(source), load_variants(source)
    for row in _rows(node, source):
        if node["table"] == FINDINGS:
            yield french(f"{findings[row].number}. {findings[row].statement}")
        else:
            said = variants[row]
            yield french(f"{said.number}. {said.subject} : {said.judgement}")


def _rows(node: apparatus_list, source: TableSource) -> tuple[str, ...]:
    return listed_rows(node["table"], node["options"], source, at=unplaced)
