"""The search of the edition: an index in one script file, read by a page of its own.

Nothing is fetched, so that it works from a folder as from a server.  The search of Sphinx
is left out by the room ``html``, which also owns the page and its script.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition_sphinx.search.domain import SearchDomain
from edition_sphinx.search.events import collect_page, make_search_page

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the room."""
    app.add_domain(SearchDomain)
    # Late: whatever a page says is in its doctree by then.
    app.connect("doctree-read", collect_page, priority=900)
    app.connect("html-collect-pages", make_search_page)
