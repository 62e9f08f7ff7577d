"""« § 12 » in HTML: a link to the passage, drawn in the margin.

The link stands at the end of its passage, so that who listens hears the text first, and
a keyboard reaches the address of every passage. The number itself is drawn by the sheet
from an attribute: neither a screen reader nor a copied passage has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

    from edition_sphinx.anchors.nodes import passage_number

__all__ = ["depart_number", "skip_number", "visit_number"]


def visit_number(self: HTML5Translator, node: passage_number) -> None:
    """Write the link."""
    self.body.append(
        f'<a class="ed-par" href="#{node["anchor"]}" data-number="{node["number"]}" '
        f'aria-label="Adresse du paragraphe {node["number"]}"></a>'
    )


def depart_number(self: HTML5Translator, node: passage_number) -> None:
    """Nothing is left to write."""


def skip_number(self: Any, node: passage_number) -> None:
    """Leave it out of a format that has no margin."""
    raise nodes.SkipNode
