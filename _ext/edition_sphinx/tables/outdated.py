"""What must be read or written again although no file of the page itself changed.

Rows, schemas and the package are dependencies of a page, and Sphinx watches them. Here
is the rest: tables that appear, pages with faults, and what one page says of others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.tables import table_names
from edition_sphinx.config import get_paths
from edition_sphinx.tables.domain import get_tables
from edition_sphinx.tables.uses import page_uses

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

__all__ = ["pages_to_read", "pages_to_write"]

LINKS = ""
"""Under this name, which no page has: which page is the page of which table."""


def pages_to_read(
    app: Sphinx,
    env: BuildEnvironment,
    added: set[str],
    changed: set[str],
    removed: set[str],
) -> list[str]:
    """Return the pages that a new or lost table changes (``env-get-outdated``).

    Pages with faults are among them: the table that they miss may have come, and a
    fault that is still there must be said again, or only the first build would fail.
    """
    domain = get_tables(env)
    names = table_names(get_paths(app))
    outdated = set(domain.faulty)
    if names != domain.names:
        outdated |= set(domain.listings)
    domain.names = names
    return sorted(outdated - removed)


def pages_to_write(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages that say something else of other pages now (``env-updated``).

    All pages are read: who uses a table is known, and where the pages of tables are.
    """
    domain = get_tables(env)
    stale: set[str] = set()
    links = domain.fingerprint()
    if domain.shown.get(LINKS) != links:
        domain.shown[LINKS] = links
        stale |= {*domain.uses, *domain.pages, *domain.listings}
    for docname, table in domain.pages.items():
        uses = page_uses(env, table)
        if domain.shown.get(docname) != uses:
            domain.shown[docname] = uses
            stale.add(docname)
    return sorted(stale & env.all_docs.keys())
