"""How ordinary nodes become HTML where Sphinx's own way does not suit the edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.writers.html5 import HTML5Translator

if TYPE_CHECKING:
    from docutils import nodes
    from docutils.nodes import Element
    from sphinx.builders import Builder

__all__ = ["EditionTranslator"]

BARE = "bibtex-citation"
"""Class of words around which nothing is written: no sheet and no script uses it."""

SHORT_TAGS = {"ed-family": "b", "ed-reference-note": "small"}
"""Family names and our notes, in a list of references; the sheet dresses them."""


class EditionTranslator(HTML5Translator):
    """Sphinx's translator without style attributes, ``title`` attributes or overflow."""

    def __init__(self, document: nodes.document, builder: Builder) -> None:
        super().__init__(document, builder)
        # « 2.1 L’équipe »: a French number has no point after it.
        self.secnumber_suffix = "\N{NO-BREAK SPACE}"

    def add_permalink_ref(self, node: Element, title: str) -> None:
        """Write the link to a heading or a term: its address, and the way to cite it."""
        if node["ids"] and self.config.html_permalinks and self.builder.add_permalinks:
            self.body.append(
                f'<a class="ed-permalink" href="#{node["ids"][0]}" '
                'aria-label="Adresse">#</a>'
            )

    def visit_table(self, node: nodes.table) -> None:
        """Open a box in which a table too wide for the screen scrolls by itself."""
        self.body.append(
            '<div class="ed-scroll" tabindex="0" role="region" aria-label="Tableau">'
        )
        super().visit_table(node)

    def depart_table(self, node: nodes.table) -> None:
        """Close the table and its box."""
        super().depart_table(node)
        self.body.append("</div>\n")

    def depart_colspec(self, node: Element) -> None:
        """Keep column widths out: they would be style attributes."""

    def visit_reference(self, node: Element) -> None:
        """Leave out ``title``, which repeats the text, and classes that nothing uses."""
        node.attributes.pop("reftitle", None)
        super().visit_reference(node)
        for kind in ("external", "internal"):
            unused = f' class="reference {kind}"'
            self.body[-1] = self.body[-1].replace(unused, "", 1)

    def visit_inline(self, node: nodes.inline) -> None:
        """Write what a page says hundreds of times with a short tag, or with none."""
        tag = _short_tag(node)
        if tag:
            self.body.append(f"<{tag}>")
        elif not _is_bare(node):
            super().visit_inline(node)

    def depart_inline(self, node: nodes.inline) -> None:
        """Close it."""
        tag = _short_tag(node)
        if tag:
            self.body.append(f"</{tag}>")
        elif not _is_bare(node):
            super().depart_inline(node)

    def visit_paragraph(self, node: nodes.paragraph) -> None:
        """Write a reference straight into its item: it has one paragraph."""
        if not _is_reference(node):
            super().visit_paragraph(node)

    def depart_paragraph(self, node: nodes.paragraph) -> None:
        """Close it."""
        if not _is_reference(node):
            super().depart_paragraph(node)


def _short_tag(node: nodes.inline) -> str:
    classes = node["classes"]
    return SHORT_TAGS.get(classes[0], "") if len(classes) == 1 else ""


def _is_bare(node: nodes.inline) -> bool:
    return node["classes"] == [BARE] and not node["ids"]


def _is_reference(node: nodes.paragraph) -> bool:
    item = node.parent
    listed = item is not None and item.parent is not None
    return listed and "ed-references" in item.parent.get("classes", ())
