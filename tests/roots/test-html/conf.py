"""The smallest edition that shows every part of the frame, with one stub for marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from edition.text import dialect
from edition_sphinx.html.marks import level_mark

if TYPE_CHECKING:
    from sphinx.application import Sphinx

extensions = [
    "myst_parser",
    "sphinx_design",
    "edition_sphinx.config",
    "edition_sphinx.anchors",
    "edition_sphinx.typography",
    "edition_sphinx.search",
    "edition_sphinx.html",
]
include_patterns = ["index.md", "chapters/**"]
myst_enable_extensions = list(dialect.MYST_ENABLE_EXTENSIONS)
myst_disable_syntax = list(dialect.MYST_DISABLE_SYNTAX)
myst_heading_anchors = 0
language = "fr"
smartquotes = False
project = "Essai"
html_theme = "edition"
html_title = "L'essai : « court »"
html_use_index = False
html_copy_source = False


def mark(name: str, raw: str, text: str, *_rest: object) -> Any:
    """Stand for a value that has a level of proof."""
    level, _, scope = text.partition(" ")
    return [nodes.raw("", level_mark(level, scope), format="html")], []


def setup(app: Sphinx) -> None:
    """Register the stub."""
    app.add_role("mark", mark)
