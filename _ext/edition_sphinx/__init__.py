"""The edition inside Sphinx: live data, passages, theme and search.

Each room has its own ``setup``; this list is their inventory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

# What is pickled with the environment.
# 1: first shape.
ENV_VERSION = 1


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register every room of the first floor."""
    # Late, so that the ground floor can be imported where Sphinx is not installed.
    from edition_sphinx import (
        anchors,
        charts,
        citation,
        config,
        findings,
        glossary,
        guard,
        html,
        releases,
        search,
        sources,
        tables,
        typography,
    )

    config.setup(app)
    guard.setup(app)
    anchors.setup(app)
    tables.setup(app)
    charts.setup(app)
    glossary.setup(app)
    sources.setup(app)
    findings.setup(app)
    typography.setup(app)
    search.setup(app)
    citation.setup(app)
    releases.setup(app)
    html.setup(app)
    return {
        "version": "0.1",
        "env_version": ENV_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
