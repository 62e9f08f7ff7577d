"""References in the pages: French style, grouped lists, citations in the text.

sphinxcontrib-bibtex reads the file, counts what is cited and links; the layout of a
reference is :mod:`edition.sources`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib.bibtex.plugin import register_plugin

from edition.sources import FRENCH
from edition_sphinx.sources.citing import FrenchReferenceStyle
from edition_sphinx.sources.directive import ReferencesDirective
from edition_sphinx.sources.events import (
    check_file,
    check_listed,
    outdated_citations,
    prepare_style,
)
from edition_sphinx.sources.nodes import references
from edition_sphinx.sources.transform import GroupReferences

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# Before sphinxcontrib-bibtex reads the file (500), and after.
FIRST, LAST = 100, 900


def setup(app: Sphinx) -> None:
    """Register the room."""
    register_plugin(
        "sphinxcontrib.bibtex.style.referencing", FRENCH, FrenchReferenceStyle
    )
    app.add_node(references)
    app.add_directive("data-bibliography", ReferencesDirective)
    app.add_post_transform(GroupReferences)
    app.connect("builder-inited", check_file, priority=FIRST)
    app.connect("builder-inited", prepare_style, priority=LAST)
    app.connect("env-get-outdated", outdated_citations)
    app.connect("doctree-read", check_listed)
