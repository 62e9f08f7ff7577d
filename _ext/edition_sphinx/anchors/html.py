"""« § 12 » in HTML: in the margin, for the eye and the mouse.

A screen reader and the Tab key pass it by: read aloud before each paragraph, or one
stop a paragraph, it would spoil the reading. The address of a passage is reached
without a mouse through the « Citer » panel, and at the foot of the page.
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
        f'<a class="ed-par" href="#{node["anchor"]}" tabindex="-1" '
        f'aria-hidden="true">§\N{NO-BREAK SPACE}{node["number"]}</a>'
    )


def depart_number(self: HTML5Translator, node: passage_number) -> None:
    """Nothing is left to write."""


def skip_number(self: Any, node: passage_number) -> None:
    """Leave it out of a format that has no margin."""
    raise nodes.SkipNode
