"""What the room hands to the templates of a page: the stubs of what left it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from edition.releases.shelf import read_shelf
from edition_sphinx.config import get_paths
from edition_sphinx.releases.stubs_html import stubs_html

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

__all__ = ["hand_stubs"]


def hand_stubs(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Hand the stubs over (event ``html-page-context``)."""
    if doctree is None or app.builder.name != "html":
        return
    found = read_shelf(get_paths(app)).stubs.get(pagename)
    if found is None:
        return

    def url(document: str, anchor: str) -> str:
        page = "" if document == pagename else context["pathto"](document)
        return f"{page}#{anchor}"

    context["edition_stubs"] = stubs_html(found.stubs, url)
