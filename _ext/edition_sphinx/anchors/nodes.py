"""The one node of the room, and the attribute that it puts on others."""

from __future__ import annotations

from docutils import nodes

__all__ = ["NUMBER", "passage_number"]

NUMBER = "edition_number"
"""Attribute of a passage's node: its number in the page, from 1."""


class passage_number(nodes.Inline, nodes.Element):
    """« § 12 » in the margin of a passage: its last node, drawn beside its first line.

    ``number``: the number; ``anchor``: the id of the passage. No text of its own, so
    that neither the search nor a copied passage holds it.
    """
