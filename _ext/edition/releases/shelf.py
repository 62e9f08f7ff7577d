"""All that was released, beside the text of today: what the pages say of the past."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from edition.issues import IssueError
from edition.releases.frozen import read_edition, released_versions
from edition.releases.ledger_file import read_ledger
from edition.releases.past import read_past
from edition.releases.snapshot import read_snapshot
from edition.releases.stubs import read_stubs
from edition.releases.whereabouts import Whereabouts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from edition.paths import EditionPaths
    from edition.releases.frozen import FrozenEdition
    from edition.releases.ledger import Ledger
    from edition.releases.past import PagePast
    from edition.releases.stubs import PageStubs

__all__ = ["Shelf", "read_shelf"]


@dataclass(frozen=True, eq=False)
class Shelf:
    """The editions, the oldest first, and the text of today."""

    editions: tuple[FrozenEdition, ...]
    book: Whereabouts

    @cached_property
    def stubs(self) -> Mapping[str, PageStubs]:
        """What each page keeps of what left it; pages that are no more among them."""
        return read_stubs(self.editions, self.book)

    @property
    def lost_pages(self) -> Iterator[PageStubs]:
        """List the pages that are no more, each as the stubs that it leaves."""
        return (
            stubs
            for document, stubs in self.stubs.items()
            if document not in self.book.pages
        )

    def pasts(self) -> Iterator[tuple[FrozenEdition, Mapping[str, PagePast]]]:
        """List each edition with what has become since of each page."""
        return ((edition, read_past(edition, self.book)) for edition in self.editions)


def read_shelf(paths: EditionPaths) -> Shelf:
    """Read the editions, the ledger and the text; the same state gives the same object.

    :raises IssueError: the ledger or an edition cannot be read.
    """
    ledger, issues = read_ledger(paths)
    editions: list[FrozenEdition] = []
    for version in released_versions(paths):
        try:
            editions.append(read_edition(paths, version))
        except IssueError as error:
            issues = [*issues, *error.issues]
    if issues:
        raise IssueError(*issues)
    return _shelf(_Held(ledger, read_snapshot(paths), *editions))


class _Held:
    """What was read; equal to another reading of the same state."""

    def __init__(self, ledger: Ledger, pages: object, *editions: FrozenEdition) -> None:
        self.ledger = ledger
        self.pages = pages
        self.editions = editions

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Held)
            and self.pages is other.pages
            and self.ledger == other.ledger
            and [*map(id, self.editions)] == [*map(id, other.editions)]
        )

    def __hash__(self) -> int:
        return hash((id(self.pages), *map(id, self.editions)))


@lru_cache(maxsize=2)
def _shelf(held: _Held) -> Shelf:
    return Shelf(held.editions, Whereabouts(held.pages, held.ledger))  # type: ignore[arg-type]
