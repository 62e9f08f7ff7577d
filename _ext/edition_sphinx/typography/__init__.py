"""French spacing in the pages, after everything else (:mod:`edition.text.spacing`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition_sphinx.typography.roles import foreign_role
from edition_sphinx.typography.transform import SpaceText, SpaceTitles

if TYPE_CHECKING:
    from sphinx.application import Sphinx


LANGUAGES = ("en", "fr")
"""Each has a role of its name, for words in it on a page in another language."""


def setup(app: Sphinx) -> None:
    """Register the room."""
    for language in LANGUAGES:
        app.add_role(language, foreign_role(language))
    app.add_transform(SpaceTitles)
    app.add_post_transform(SpaceText)
