"""What the pages say of earlier editions: stubs, comparisons, « Retrouver », the index.

What has become of a passage is decided on the ground floor (:mod:`edition.releases`).
The files of earlier editions are loaded only by who comes with an old citation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition_sphinx.releases.files import write_files
from edition_sphinx.releases.gate import check_releases
from edition_sphinx.releases.history import (
    ReleaseHistory,
    depart_history,
    visit_history,
    visit_history_text,
)
from edition_sphinx.releases.nodes import release_history
from edition_sphinx.releases.outdated import pages_to_write
from edition_sphinx.releases.page import hand_stubs
from edition_sphinx.releases.pages import make_pages
from edition_sphinx.releases.standalone import write_not_found

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the room."""
    app.add_node(
        release_history,
        html=(visit_history, depart_history),
        text=(visit_history_text, depart_history),
    )
    app.add_directive("release-history", ReleaseHistory)
    app.connect("builder-inited", check_releases)
    app.connect("env-updated", pages_to_write)
    app.connect("html-page-context", hand_stubs)
    app.connect("html-collect-pages", make_pages)
    app.connect("build-finished", write_files)
    # After the lean files of the theme, which it holds.
    app.connect("build-finished", write_not_found, priority=900)
