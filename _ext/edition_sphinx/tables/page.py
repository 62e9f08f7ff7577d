"""What the room hands to the templates of a page (the room ``html`` owns them)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from edition.tables.page import described
from edition.tables.source import TableSource
from edition_sphinx.config import get_paths
from edition_sphinx.tables.domain import get_tables
from edition_sphinx.tables.html_value import values_list_html

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

__all__ = ["hand_values"]


def hand_values(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Hand « Chiffres de ce chapitre » over, and what the table of a page is.

    Event ``html-page-context``.
    """
    if doctree is None or app.builder.name != "html":
        return
    context["edition_values"] = values_list_html(app, pagename)
    table = get_tables(app.env).pages.get(pagename)
    if table:
        context["edition_description"] = described(table, TableSource(get_paths(app)))
