"""When a page is outdated though neither it nor its data have changed."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from edition.releases.shelf import read_shelf
from edition.releases.state import edition_state
from edition_sphinx.config import get_paths

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

__all__ = ["pages_to_write"]

KEY = "edition_releases"
"""Attribute of the environment, kept with it: what the last build said of editions."""

ALL = ""
"""Under this name, which no page has: what every page says."""


def pages_to_write(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages that say something else of editions now (``env-updated``).

    All of them after a release, and at the first change that follows one; those whose
    stubs lead elsewhere; those that list the editions.
    """
    paths = get_paths(env)
    shelf = read_shelf(paths)
    ledger = shelf.book.ledger.records
    found = {ALL: _sum(edition_state(paths), sorted(ledger.items()))}
    found |= {name: _sum(page) for name, page in shelf.stubs.items()}
    before: dict[str, str] = getattr(env, KEY, {})
    setattr(env, KEY, found)
    if before.get(ALL) != found[ALL]:
        return sorted(env.found_docs)
    changed = {n for n in found.keys() | before.keys() if found.get(n) != before.get(n)}
    return sorted(changed & env.found_docs)


def _sum(*said: object) -> str:
    return blake2b(repr(said).encode(), digest_size=16).hexdigest()
