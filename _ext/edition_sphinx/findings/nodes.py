"""The nodes of the apparatus: names, never rows.

A builder of ours needs nothing else of this room.
"""

from __future__ import annotations

from docutils import nodes

__all__ = ["apparatus_list", "apparatus_mark", "proof_mark", "study_part"]


class apparatus_mark(nodes.Inline, nodes.Element):
    """Findings or variants that a claim rests on; it has no words.

    ``kind``: « finding » or « variant »; ``rows``: their row ids; ``docname``.
    """


class proof_mark(nodes.Inline, nodes.Element):
    """The level of proof of a citation: ``portee`` and ``niveau``; it has no words."""


class study_part(nodes.General, nodes.Element):
    """The parts of the study that a section treats: ``rows``, row ids."""


class apparatus_list(nodes.General, nodes.Element):
    """Findings or variants in full: ``table``, ``options`` (filter, sort)."""
