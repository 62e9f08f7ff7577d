"""The placeholder of a list of references; replaced before any format sees it."""

from __future__ import annotations

from docutils import nodes

__all__ = ["references"]


class references(nodes.General, nodes.Element):
    """A group of the bibliography.

    ``keywords``: the references that have one of these words; all, when empty.
    """
