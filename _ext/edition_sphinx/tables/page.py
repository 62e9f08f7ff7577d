"""What the room hands to the templates of a page (the room ``html`` owns them)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
    """Hand « Chiffres de ce chapitre » over (event ``html-page-context``)."""
    if doctree is not None and app.builder.name == "html":
        context["edition_values"] = values_list_html(app, pagename)
