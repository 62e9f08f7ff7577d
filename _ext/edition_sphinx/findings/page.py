"""The notes at the foot of a page: each finding and each variant that it marks, once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from edition.findings import MarkKind, load_findings, load_variants
from edition.issues import IssueError
from edition.tables.source import TableSource
from edition_sphinx.config import get_paths
from edition_sphinx.findings.domain import get_findings
from edition_sphinx.findings.html import NOTED
from edition_sphinx.findings.notes import FOOT, Notes
from edition_sphinx.tables.links import Links

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docutils import nodes
    from sphinx.application import Sphinx

__all__ = ["hand_notes"]


def hand_notes(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Hand the notes of a page to its template (event ``html-page-context``).

    What a list of the same page shows in full needs no second note.
    """
    if doctree is None or app.builder.name != NOTED:
        return
    marks = get_findings(app.env)
    findings = marks.unlisted(pagename, MarkKind.FINDING)
    variants = marks.unlisted(pagename, MarkKind.VARIANT)
    if not findings and not variants:
        return
    source = TableSource(get_paths(app))
    notes = Notes(Links(app.builder, pagename), source)
    try:
        ordered = _ordered(findings, load_findings(source))
        context["edition_findings"] = notes.findings(ordered, classes=FOOT)
        ordered = _ordered(variants, load_variants(source))
        context["edition_variants"] = notes.variants(ordered, classes=FOOT)
    except IssueError:
        return  # the gate of the data has said it


def _ordered(
    marked: Mapping[str, list[str]], table: Iterable[str]
) -> Mapping[str, list[str]]:
    """Return marks in the order of their table."""
    return {row: marked[row] for row in table if row in marked}
