"""Where the edition of today stands: which edition was last, and whether it is that."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from edition.issues import IssueError
from edition.releases.frozen import read_edition, released_versions
from edition.releases.snapshot import read_snapshot

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edition.paths import EditionPaths
    from edition.releases.frozen import FrozenEdition
    from edition.releases.gate import Located
    from edition.releases.items import PageItems

__all__ = ["EditionState", "edition_state", "latest_edition", "located"]


@dataclass(frozen=True, slots=True)
class EditionState:
    """Which edition a reader has before them.

    :param latest: the last edition released; empty before the first.
    :param date: the day of its release (ISO 8601).
    :param exact: whether the text and the data of today are those of that edition.
    """

    latest: str = ""
    date: str = ""
    exact: bool = False


def located(pages: Mapping[str, PageItems]) -> dict[str, Located]:
    """Return each item by its id, with the page that holds it."""
    return {
        item.id: (page.document, item) for page in pages.values() for item in page.items
    }


def latest_edition(paths: EditionPaths) -> FrozenEdition | None:
    """Return the last edition released, nothing before the first.

    :raises IssueError: its files cannot be read.
    """
    versions = released_versions(paths)
    return read_edition(paths, versions[-1]) if versions else None


def edition_state(paths: EditionPaths) -> EditionState:
    """Return where the edition of today stands; a faulty edition counts as none."""
    try:
        last = latest_edition(paths)
    except IssueError:
        return EditionState()
    if last is None:
        return EditionState()
    return _state(last.version, last.date, _Same(last), _Same(read_snapshot(paths)))


class _Same:
    """Hashes by identity: an edition and a snapshot are read once and never change."""

    def __init__(self, held: object) -> None:
        self.held = held

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.held is other.held

    def __hash__(self) -> int:
        return id(self.held)


@lru_cache(maxsize=4)
def _state(version: str, date: str, last: _Same, today: _Same) -> EditionState:
    frozen: FrozenEdition = last.held  # type: ignore[assignment]
    pages: Mapping[str, PageItems] = today.held  # type: ignore[assignment]
    return EditionState(version, date, _shape(frozen.pages) == _shape(pages))


def _shape(pages: Mapping[str, PageItems]) -> dict[str, tuple[str, str]]:
    return {
        anchor: (document, item.checksum)
        for anchor, (document, item) in located(pages).items()
    }
