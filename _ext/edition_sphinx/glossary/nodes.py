"""The placeholder of a link to a witness; replaced before any format sees it."""

from __future__ import annotations

from docutils import nodes

__all__ = ["term_source"]


class term_source(nodes.Inline, nodes.TextElement):
    """The witness of a definition: ``table`` and ``row``; its child is its name."""
