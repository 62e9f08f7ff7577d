"""Citations: for readers at the foot of a page and in a panel, for programs in its head.

What a citation says is decided on the ground floor (:mod:`edition.citation`). The panel
and the file of its page are loaded when a reader first asks for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition_sphinx.citation.edition import give_address
from edition_sphinx.citation.files import remove_files
from edition_sphinx.citation.outdated import pages_to_write
from edition_sphinx.citation.page import hand_citation

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the room."""
    app.connect("config-inited", give_address)
    app.connect("env-updated", pages_to_write)
    app.connect("html-page-context", hand_citation)
    app.connect("build-finished", remove_files)
