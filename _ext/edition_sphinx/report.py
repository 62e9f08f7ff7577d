"""How the issues of the ground floor are said inside Sphinx; the only room that logs.

An issue becomes a warning of type ``edition`` with its code as subtype, so that
``-W`` makes it a failure and ``suppress_warnings`` can name it. Faults that make a
build senseless end it through :class:`EditionFault`, all at once and before a page is
written.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from sphinx.util import logging

from edition.calling import as_called

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edition.issues import Issue

__all__ = ["EditionFault", "report", "stop"]

logger = logging.getLogger(__name__)

FAULTS = 3
"""Exit status of a build that the faults of the edition have ended."""

KEPT = (
    "Rien n’a été écrit : la construction précédente, s’il y en a une, reste en place."
)


class EditionFault(SystemExit):
    """The edition has faults that no build can pass over.

    Not a ``SphinxError``: Sphinx would add the state of the machine, a file with a
    traceback and an English request to report the fault to its developers.

    :param issues: all of them; each keeps its own line in the message.
    """

    def __init__(self, issues: Iterable[Issue]) -> None:
        super().__init__(FAULTS)
        self.issues = tuple(sorted(issues, key=lambda issue: issue.sort_key))

    def __str__(self) -> str:
        count = len(self.issues)
        said = "1 faute" if count == 1 else f"{count} fautes"
        lines = [as_called(str(issue)) for issue in self.issues]
        return "\n".join([said, *lines])


def report(issue: Issue) -> None:
    """Log one issue as a Sphinx warning at its place.

    The place stands in the message, relative to the repository, because Sphinx would
    print the absolute path of the machine. So does the code: Sphinx would put it
    after the lines that are shown below (``show_warning_types`` in ``conf.py``).
    """
    said = as_called(str(issue))
    logger.warning("%s", said, type="edition", subtype=str(issue.code))


def stop(issues: Iterable[Issue]) -> None:
    """End the build when there is any issue, saying them all.

    :raises EditionFault: with status 3.
    """
    found = list(issues)
    if found:
        fault = EditionFault(found)
        sys.stderr.write(f"L’édition a {fault}\n{KEPT}\n")
        raise fault
