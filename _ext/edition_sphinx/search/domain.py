"""What each page says, kept with the environment: an unchanged page is not read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from sphinx.domains import Domain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from docutils import nodes
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from edition_sphinx.search.read import Found

__all__ = ["SearchDomain", "get_search"]


class SearchDomain(Domain):
    """The things that the search can lead to, by page."""

    name = "recherche"
    label = "Recherche"
    # 2: marks stand for references, French spaces stay.
    data_version = 2
    initial_data: ClassVar[dict[str, Any]] = {"pages": {}}

    @property
    def pages(self) -> dict[str, list[Found]]:
        """What was found in each page."""
        return cast("dict[str, list[Found]]", self.data.setdefault("pages", {}))

    def note(self, docname: str, found: Iterable[Found]) -> None:
        """Remember what a page says."""
        self.pages[docname] = list(found)

    def all_found(self) -> Iterator[Found]:
        """List everything, page by page in alphabetical order."""
        for docname in sorted(self.pages):
            yield from self.pages[docname]

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is going to be read again or was removed."""
        self.pages.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel reader found."""
        for docname in docnames:
            if docname in otherdata["pages"]:
                self.pages[docname] = otherdata["pages"][docname]

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Offer no target: what is here has its address elsewhere."""
        return []


def get_search(env: BuildEnvironment) -> SearchDomain:
    """Return the domain; the one door to it."""
    return cast("SearchDomain", env.get_domain("recherche"))
