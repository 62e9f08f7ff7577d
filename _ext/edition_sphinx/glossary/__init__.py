"""The glossary in the pages: terms from a table, found by ``{term}``.

What a term is, is :mod:`edition.glossary`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition_sphinx.glossary.directive import DataGlossary
from edition_sphinx.glossary.nodes import term_source
from edition_sphinx.glossary.transform import LinkSources

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the room."""
    app.add_node(term_source)
    app.add_directive("data-glossary", DataGlossary)
    app.add_post_transform(LinkSources)
