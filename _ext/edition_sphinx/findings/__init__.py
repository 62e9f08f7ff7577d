"""Findings, variants and parts of the study in the pages: marks, notes, ways back.

What they are is decided on the ground floor (:mod:`edition.findings`). A mark hangs on
the claim; what it says in full stands once, at the foot of the page, and a script shows
it where the reader is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.findings import MarkKind
from edition_sphinx.findings import html, text
from edition_sphinx.findings.directive import StudyPartDirective
from edition_sphinx.findings.domain import FindingsDomain
from edition_sphinx.findings.listing import DataApparatus, visit_list, visit_list_text
from edition_sphinx.findings.nodes import (
    apparatus_list,
    apparatus_mark,
    proof_mark,
    study_part,
)
from edition_sphinx.findings.page import hand_notes
from edition_sphinx.findings.roles import ApparatusMark
from edition_sphinx.findings.transform import HangMarks, MarkCitations, WatchWitnesses

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the room."""
    app.add_domain(FindingsDomain)
    app.add_node(
        apparatus_mark,
        html=(html.visit_mark, html.depart_nothing),
        text=(text.visit_mark, text.depart_nothing),
    )
    app.add_node(
        proof_mark,
        html=(html.visit_proof, html.depart_nothing),
        text=(text.skip, text.depart_nothing),
    )
    app.add_node(
        study_part,
        html=(html.visit_part, html.depart_nothing),
        text=(text.visit_part, text.depart_nothing),
    )
    app.add_node(
        apparatus_list,
        html=(visit_list, html.depart_nothing),
        text=(visit_list_text, text.depart_nothing),
    )
    for kind in MarkKind:
        app.add_role(kind.value, ApparatusMark(kind))
    app.add_directive("study-part", StudyPartDirective)
    app.add_directive("data-apparatus", DataApparatus)
    app.add_transform(HangMarks)
    app.add_transform(WatchWitnesses)
    app.add_post_transform(MarkCitations)
    app.connect("html-page-context", hand_notes)
