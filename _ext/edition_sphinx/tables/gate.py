"""Before anything is read: the whole of the data is sound, the format can show it.

A faulty table stops the build with all messages; what was built before stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition import checks
from edition.issues import Issue, IssueCode, Place, Severity
from edition_sphinx.config import get_config, get_paths
from edition_sphinx.report import report, stop
from edition_sphinx.tables.nodes import (
    data_caption,
    data_index,
    data_page,
    data_table,
    data_value,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["NODES", "check_data", "check_format"]

NODES = (data_caption, data_index, data_page, data_table, data_value)
"""Every node of the room: a format shows all of them or none."""

# They write the tree of a page as it is, or nothing of it.
NEUTRAL = ("", "xml", "pseudoxml")


def check_format(app: Sphinx) -> None:
    """Stop when the format asked for cannot show our nodes (``builder-inited``)."""
    builder = app.builder
    if builder.format in NEUTRAL:
        return
    handlers = app.registry.translation_handlers
    known = handlers.get(builder.name) or handlers.get(builder.format, {})
    if all(node.__name__ in known for node in NODES):
        return
    stop(
        [
            Issue(
                IssueCode.BUILDER_UNKNOWN,
                Place("conf.py"),
                f"le format « {builder.name} » ne sait pas montrer nos tableaux et "
                "nos valeurs",
                expected="html, dirhtml, singlehtml, epub ou text",
            )
        ]
    )


def check_data(app: Sphinx) -> None:
    """Stop when a table is faulty, with all that is wrong (``builder-inited``)."""
    if not get_config(app).check_data:
        return
    issues = checks.check_data(get_paths(app))
    for issue in issues:
        if issue.severity is Severity.WARNING:
            report(issue)
    stop(issue for issue in issues if issue.severity is Severity.ERROR)
