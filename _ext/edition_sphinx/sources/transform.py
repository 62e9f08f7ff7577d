"""Deal the references of a page out to the groups that list them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform

from edition.sources import keywords
from edition_sphinx.sources.nodes import references

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinxcontrib.bibtex.domain import BibtexDomain

__all__ = ["GroupReferences", "belongs"]


def belongs(words: Iterable[str], group: Iterable[str]) -> bool:
    """Tell whether a reference with these keywords enters a group."""
    wanted = set(group)
    return not wanted or bool(wanted.intersection(words))


class GroupReferences(SphinxPostTransform):
    """Replace each group by the list of its references.

    An ordinary list, not docutils' citations: these come with bracketed labels, which
    a bibliography by author and year has not, and with a role that ARIA has withdrawn.
    """

    # After sphinxcontrib-bibtex has written the citations (5), before references are
    # resolved (10) and spaces are set.
    default_priority = 6

    def run(self, **_options: object) -> None:
        """Move every reference to the first group that takes it."""
        for citing in self.document.findall(pending_xref):
            if citing.get("refdomain") == "cite":
                # docutils numbered it for a backlink, which no page of ours has.
                citing["ids"] = []
        groups = list(self.document.findall(references))
        if not groups:
            return
        domain = cast("BibtexDomain", self.env.get_domain("cite"))
        words = {
            citation.citation_id: keywords(citation.entry)
            for citation in domain.citations
        }
        listed = list(self.document.findall(nodes.citation))
        for group in groups:
            chosen = [
                citation
                for citation in listed
                if belongs(words.get(citation["ids"][0], ()), group["keywords"])
            ]
            listed = [citation for citation in listed if citation not in chosen]
            items = [_item(citation) for citation in chosen]
            listing = nodes.bullet_list("", *items, classes=["ed-references"])
            group.replace_self(listing if items else [])
        for citation in list(self.document.findall(nodes.citation)):
            parent = citation.parent
            parent.remove(citation)
            if not parent.children:
                parent.parent.remove(parent)


def _item(citation: nodes.citation) -> nodes.list_item:
    body = [child for child in citation if not isinstance(child, nodes.label)]
    return nodes.list_item("", *body, ids=citation["ids"])
