"""The settings and the citation file of the edition can be read as they are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.citation.metadata import load_citation
from edition.issues import Issue, IssueError
from edition.settings import load_settings

if TYPE_CHECKING:
    from edition.paths import EditionPaths

__all__ = ["check"]


def check(paths: EditionPaths) -> list[Issue]:
    """Find the faults of ``data/edition.toml`` and ``CITATION.cff``."""
    found: list[Issue] = []
    for load in (load_settings, load_citation):
        try:
            load(paths)
        except IssueError as error:
            found += error.issues
    return found
