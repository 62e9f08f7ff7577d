"""Static folders that another extension lends for one build.

sphinx-design adds its own to ``html_static_path`` when the builder is known. Kept there,
the folder would be saved with the environment, and every later build, which compares
the settings before any extension adds to them, would find that they have changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config

__all__ = ["BorrowedFolders"]

LAST = 999
"""After the extensions that lend a folder."""


class BorrowedFolders:
    """The folders of one application: put aside, then given back to be copied."""

    def __init__(self, app: Sphinx) -> None:
        self.own: list[str] = []
        self.lent: list[str] = []
        app.connect("config-inited", self.note, priority=LAST)
        app.connect("builder-inited", self.put_aside, priority=LAST)
        app.connect("write-started", self.give_back)

    def note(self, app: Sphinx, config: Config) -> None:
        """Keep what ``conf.py`` asks for (event ``config-inited``)."""
        self.own = list(config.html_static_path)

    def put_aside(self, app: Sphinx) -> None:
        """Leave only what ``conf.py`` asks for (event ``builder-inited``)."""
        found = app.config.html_static_path
        self.lent = [folder for folder in found if folder not in self.own]
        app.config.html_static_path = list(self.own)

    def give_back(self, app: Sphinx, builder: Builder) -> None:
        """Let all folders be copied; the environment is saved (``write-started``)."""
        app.config.html_static_path = [*self.own, *self.lent]
