"""``data-bibliography``: a group of the references of ``data/references.bib``."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils.parsers.rst import directives
from sphinxcontrib.bibtex.directives import BibliographyDirective

from edition_sphinx.sources.nodes import references

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from docutils import nodes

__all__ = ["ReferencesDirective"]

LISTED = "edition_references_listed"


class ReferencesDirective(BibliographyDirective):
    """List the references that have one of the given keywords.

    The ids of references come from their keys, so a page can hold one bibliography of
    sphinxcontrib-bibtex only: the first group of the page brings it, with all the
    references, and :class:`.transform.GroupReferences` deals them out.
    """

    has_content = False
    optional_arguments = 0
    option_spec: ClassVar[dict[str, Callable[[str], object]]] = {
        "keywords": directives.unchanged
    }

    def run(self) -> Sequence[nodes.Node]:
        """Return the placeholder of the group."""
        words = self.options.pop("keywords", "").replace(",", " ").split()
        group = references("", keywords=words)
        self.set_source_info(group)
        if self.env.temp_data.get(LISTED):
            return [group]
        self.env.temp_data[LISTED] = True
        self.options["all"] = None
        return [*super().run(), group]
