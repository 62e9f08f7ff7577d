"""Before anything is read: the ledger and the frozen editions can be read.

What is wrong between them and the text is said by « edition check »: a page may be
looked at while its passages are being moved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.issues import IssueError
from edition.releases.frozen import read_edition, released_versions
from edition.releases.ledger_file import read_ledger
from edition_sphinx.config import get_paths
from edition_sphinx.report import stop

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from edition.issues import Issue

__all__ = ["check_releases"]


def check_releases(app: Sphinx) -> None:
    """Stop when one cannot, with all that is wrong (event ``builder-inited``)."""
    paths = get_paths(app)
    issues: list[Issue] = []
    try:
        issues += read_ledger(paths)[1]
    except IssueError as error:
        issues += error.issues
    for version in released_versions(paths):
        try:
            read_edition(paths, version)
        except IssueError as error:
            issues += error.issues
    stop(issues)
