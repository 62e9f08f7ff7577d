"""Every id that was ever used, as far as the repository remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.anchors.ids import find_ids

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from edition.paths import EditionPaths

__all__ = ["taken_ids"]


def taken_ids(paths: EditionPaths) -> set[str]:
    """Return the ids of the ledger, of the sources, of the notes and of the editions.

    Whatever looks like an id counts, were it in a comment or retired: an id drawn
    twice would lead an old citation elsewhere.
    """
    taken: set[str] = set()
    for path in _memory(paths):
        taken |= find_ids(path.read_text("utf-8", errors="replace"))
    return taken


def _memory(paths: EditionPaths) -> Iterator[Path]:
    if paths.anchors.is_file():
        yield paths.anchors
    yield from paths.documents()
    for folder in ("annotations", "editions"):
        for path in sorted((paths.data / folder).rglob("*")):
            if path.is_file():
                yield path
