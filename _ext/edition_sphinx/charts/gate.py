"""Before anything is read: the format asked for can show charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.issues import Issue, IssueCode, Place
from edition_sphinx.charts.nodes import data_chart
from edition_sphinx.report import stop

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["check_format"]

# They write the tree of a page as it is, or nothing of it.
NEUTRAL = ("", "xml", "pseudoxml")


def check_format(app: Sphinx) -> None:
    """Stop when charts would vanish from the book (event ``builder-inited``)."""
    builder = app.builder
    handlers = app.registry.translation_handlers
    known = handlers.get(builder.name) or handlers.get(builder.format, {})
    if builder.format in NEUTRAL or data_chart.__name__ in known:
        return
    message = f"le format « {builder.name} » ne sait pas montrer nos graphiques"
    expected = "html, dirhtml, singlehtml, epub ou text"
    stop([Issue(IssueCode.BUILDER_UNKNOWN, Place("conf.py"), message, expected)])
