"""Everything that a browser loads: theme, templates, sheets, scripts, fonts.

Other rooms write the HTML of their nodes; what stands around it, how it looks and how it
behaves is decided here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from edition_sphinx.html.assets import remove_unused, ship_minified
from edition_sphinx.html.borrowed import BorrowedFolders
from edition_sphinx.html.leftovers import remove_leftovers
from edition_sphinx.html.legal import LegalNotice
from edition_sphinx.html.outdated import OutdatedPages
from edition_sphinx.html.page import add_context, prepare_builder
from edition_sphinx.html.translator import EditionTranslator

if TYPE_CHECKING:
    from sphinx.application import Sphinx

THEME = Path(__file__).parent / "theme" / "edition"


def setup(app: Sphinx) -> None:
    """Register the theme, the translator of pages and what their templates read."""
    app.add_html_theme("edition", str(THEME))
    app.set_translator("html", EditionTranslator)
    app.add_directive("legal-notice", LegalNotice)
    app.connect("builder-inited", prepare_builder)
    # After all others: it looks at the body as it will be written.
    app.connect("html-page-context", add_context, priority=900)
    app.connect("build-finished", remove_unused)
    app.connect("build-finished", ship_minified)
    app.connect("build-finished", remove_leftovers)
    BorrowedFolders(app)
    OutdatedPages(app)
