"""Every construct that a page may use, with stubs for the rooms of data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive, directives

from edition.text import dialect

if TYPE_CHECKING:
    from sphinx.application import Sphinx

extensions = [
    "myst_parser",
    "sphinx_design",
    "edition_sphinx.guard",
    "edition_sphinx.anchors",
    "edition_sphinx.typography",
]
include_patterns = ["index.md", "chapters/**"]
myst_enable_extensions = list(dialect.MYST_ENABLE_EXTENSIONS)
myst_disable_syntax = list(dialect.MYST_DISABLE_SYNTAX)
myst_heading_anchors = 0
language = "fr"
smartquotes = False
numfig = True
nitpicky = True
project = "Essai"
html_copy_source = False


class View(Directive):
    """Stand for data-table and data-chart."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {
        "name": directives.unchanged,
        "caption": directives.unchanged,
        "alt": directives.unchanged,
        "type": directives.unchanged,
    }

    def run(self) -> list[nodes.Node]:
        """Make a node with a caption and an id."""
        node = nodes.container()
        text, _ = self.state.inline_text(self.options.get("caption", ""), self.lineno)
        node += nodes.paragraph("", "", *text)
        self.add_name(node)
        return [node]


def value(name: str, raw: str, text: str, *_rest: object) -> Any:
    """Stand for data-value."""
    return [nodes.inline(raw, f"[{text}]")], []


def setup(app: Sphinx) -> None:
    """Register the stubs."""
    app.add_directive("data-table", View)
    app.add_directive("data-chart", View)
    app.add_role("data-value", value)
