"""The passages of the whole book: which page holds an id, and with which number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, cast

from sphinx.domains import Domain, ObjType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from sphinx.environment import BuildEnvironment

__all__ = ["Anchor", "AnchorDomain", "get_anchors"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage of a page.

    :param kind: a value of :class:`edition.text.model.PassageKind`.
    :param number: in the page, from 1; 0 when the passage has none.
    :param section: the id of the section that holds it.
    """

    id: str
    kind: str
    docname: str
    number: int
    section: str


class AnchorDomain(Domain):
    """Passages by page, in the order of reading; those without id are left out."""

    name = "anchor"
    label = "Passages"
    data_version = 1
    object_types: ClassVar[dict[str, ObjType]] = {"passage": ObjType("passage")}
    initial_data: ClassVar[dict[str, Any]] = {"pages": {}}

    @property
    def pages(self) -> dict[str, list[Anchor]]:
        """The passages of each page."""
        return cast("dict[str, list[Anchor]]", self.data.setdefault("pages", {}))

    def note(self, docname: str, anchors: Iterable[Anchor]) -> None:
        """Remember the passages of a page."""
        self.pages[docname] = list(anchors)

    def find(self, anchor: str) -> Anchor | None:
        """Return the passage with this id."""
        return next(
            (a for page in self.pages.values() for a in page if a.id == anchor), None
        )

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is going to be read again or was removed."""
        self.pages.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel reader found."""
        for docname in docnames:
            if docname in otherdata["pages"]:
                self.pages[docname] = otherdata["pages"][docname]

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Write the passages to ``objects.inv``, not to the search (-1)."""
        for docname, anchors in sorted(self.pages.items()):
            for anchor in anchors:
                shown = f"§ {anchor.number}" if anchor.number else anchor.id
                yield anchor.id, shown, "passage", docname, anchor.id, -1


def get_anchors(env: BuildEnvironment) -> AnchorDomain:
    """Return the domain; the one door to it."""
    return cast("AnchorDomain", env.get_domain("anchor"))
