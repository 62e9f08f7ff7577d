"""Link each definition to its witness, once it is known where that stands."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from edition.tables.cells import CellTarget
from edition_sphinx.glossary.nodes import term_source
from edition_sphinx.tables.links import Links

__all__ = ["LinkSources"]


class LinkSources(SphinxPostTransform):
    """Replace each placeholder by a link, or by its words where there is no page."""

    # With the references that Sphinx resolves (10); nothing depends on the order.
    default_priority = 12

    def run(self, **kwargs: Any) -> None:
        """Do it, before a page is written."""
        links = Links(self.env._app.builder, self.env.docname)
        for node in list(self.document.findall(term_source)):
            href = links.row(CellTarget(node["table"], node["row"]))
            words = node.children
            if href is None:
                node.replace_self(words)
                continue
            link = nodes.reference("", "", *words, refuri=href, internal=True)
            node.replace_self(link)
