"""When head and foot of every page are outdated though no page has changed."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from edition.citation.metadata import load_citation
from edition.settings import load_settings
from edition_sphinx.citation.edition import cited_edition
from edition_sphinx.config import get_paths

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

__all__ = ["pages_to_write"]

KEY = "edition_cited"
"""Attribute of the environment, kept with it: the edition as the last build cited it."""


def pages_to_write(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return all pages if the edition is cited otherwise (event ``env-updated``).

    A public address, a DOI, a licence, a release: none stands in the source of a page.
    """
    paths = get_paths(env)
    cited = (cited_edition(env), load_citation(paths), load_settings(paths).chapter_doi)
    found = blake2b(repr(cited).encode(), digest_size=16).hexdigest()
    if getattr(env, KEY, "") == found:
        return []
    setattr(env, KEY, found)
    return sorted(env.found_docs)
