"""Links of the text to a row or a term: « [words](donnees/chiffres.md#chiffres.fans) ».

Neither is a label of Sphinx: thousands of rows would weigh on every build. Whether a row
is there is said by the ground floor before a page is read
(:mod:`edition.checks.references`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from edition.text.links import row_address
from edition_sphinx.tables.domain import get_tables
from edition_sphinx.tables.links import Links

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["LinkRows"]


class LinkRows(SphinxPostTransform):
    """Resolve the links of MyST that lead to rows and terms; leave it the others."""

    # Before MyST, which would say in English that there is no such label (9).
    default_priority = 8

    def run(self, **kwargs: Any) -> None:
        """Do it, before a page is written."""
        waiting = [
            node
            for node in self.document.findall(addnodes.pending_xref)
            if node["reftype"] == "myst"
        ]
        if not waiting:
            return
        links = Links(self.env._app.builder, self.env.docname)
        terms = self._terms()
        for node in waiting:
            named = node["reftarget"] if node["refdomain"] == "doc" else ""
            anchor = (node["reftargetid"] if named else node["reftarget"]) or ""
            page = self._page(anchor, terms)
            if page is not None and named in ("", page):
                words = node[0].children or [nodes.literal("", anchor)]
                href = links.page(page, anchor)
                link = nodes.reference("", "", *words, refuri=href, internal=True)
                node.replace_self(link)

    def _page(self, anchor: str, terms: Mapping[str, str]) -> str | None:
        """Return the page of a row or a term."""
        address = row_address(anchor)
        if address is None:
            return terms.get(anchor)
        name, _ = address
        tables = get_tables(self.env)
        return tables.page_of(name) or tables.page_of_view(name)

    def _terms(self) -> Mapping[str, str]:
        """Return the page of each term, by its id."""
        domain = self.env.domains.standard_domain
        return {
            anchor: page
            for (kind, _), (page, anchor) in domain.objects.items()
            if kind == "term"
        }
