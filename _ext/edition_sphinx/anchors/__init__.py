"""Ids and numbers of passages, given while a page is read.

What a passage is, is said once on the ground floor (:mod:`edition.text.passages`);
here the same is read from the doctree, and a test holds both equal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition_sphinx.anchors.domain import AnchorDomain
from edition_sphinx.anchors.html import depart_number, skip_number, visit_number
from edition_sphinx.anchors.nodes import passage_number
from edition_sphinx.anchors.transform import NumberPassages, RecordPassages, StripIds

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the room."""
    app.add_domain(AnchorDomain)
    app.add_node(
        passage_number,
        html=(visit_number, depart_number),
        latex=(skip_number, None),
        text=(skip_number, None),
        man=(skip_number, None),
        texinfo=(skip_number, None),
    )
    app.add_transform(RecordPassages)
    app.add_post_transform(NumberPassages)
    app.add_post_transform(StripIds)
