"""``data-glossary``: a glossary made of the rows of a table.

Ordinary nodes of docutils and Sphinx, so that every format shows it; the id of a term
is the id of its row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from edition.glossary import read_terms
from edition.issues import IssueError
from edition.tables.source import TableSource
from edition_sphinx.config import get_paths
from edition_sphinx.glossary.nodes import term_source
from edition_sphinx.tables.dependencies import depend_on_tables
from edition_sphinx.tables.directive import fault
from edition_sphinx.tables.domain import TableUse, get_tables
from edition_sphinx.tables.places import directive_places

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from edition.glossary import Term

__all__ = ["DataGlossary"]

OURS = "Définition de la rédaction."


class DataGlossary(SphinxDirective):
    """Show a table of terms as a glossary."""

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], object]]] = {}

    def run(self) -> Sequence[nodes.Node]:
        """Return the glossary, or what is wrong with it."""
        name = self.arguments[0].strip() if self.arguments else ""
        source = TableSource(get_paths(self.env))
        place = directive_places(self.env, self.lineno)("")
        depend_on_tables(self.env, [name])
        try:
            terms = read_terms(source, name, place=place)
        except IssueError as error:
            return fault(self.env, error)
        finally:
            depend_on_tables(self.env, source.used)
        title = source.table(name).schema.title
        use = TableUse(name, "view", terms[0].row, title)
        get_tables(self.env).note_use(self.env.docname, use)
        items = [self._item(term) for term in terms]
        listing = nodes.definition_list("", *items, classes=["glossary"])
        glossary = addnodes.glossary("", listing, sorted=True)
        self.set_source_info(glossary)
        return [glossary]

    def _item(self, term: Term) -> nodes.definition_list_item:
        node = nodes.term("", term.name, ids=[term.row])
        self.set_source_info(node)
        if term.variant:
            node += nodes.Text(" ")
            node += nodes.inline("", f"({term.variant})", classes=["ed-term-variant"])
        self.state.document.note_explicit_target(node, node)
        self._register(term, node)
        body = [nodes.paragraph("", term.definition)]
        if term.note:
            body.append(nodes.paragraph("", term.note, classes=["ed-term-note"]))
        body.append(_credit(term))
        return nodes.definition_list_item("", node, nodes.definition("", *body))

    def _register(self, term: Term, node: nodes.term) -> None:
        """Let the role ``term`` find it, whatever the case of the letters."""
        domain = self.env.domains.standard_domain
        for name in (term.name, *term.aliases):
            # As Sphinx's own glossary does; there is no public way.
            domain._note_term(name, term.row, location=node)


def _credit(term: Term) -> nodes.paragraph:
    classes = ["ed-term-source"]
    if not term.source_label:
        return nodes.paragraph("", OURS, classes=classes)
    credit = nodes.paragraph("", "Source : ", classes=classes)
    if term.source is None:
        credit += nodes.Text(term.source_label)
    else:
        credit += term_source(
            "", term.source_label, table=term.source.table, row=term.source.row
        )
    return credit
