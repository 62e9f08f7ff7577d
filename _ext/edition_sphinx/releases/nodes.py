"""The node of the room: it holds nothing, what is shown is read when it is written."""

from __future__ import annotations

from docutils import nodes

__all__ = ["release_history"]


class release_history(nodes.General, nodes.Element):
    """« Historique de l'édition »: an entry an edition, the newest first."""
