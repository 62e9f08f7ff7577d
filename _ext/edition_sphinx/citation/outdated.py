"""When the foot of every page is outdated though no page has changed."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from edition_sphinx.citation.edition import cited_edition

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

__all__ = ["pages_to_write"]

KEY = "edition_cited"
"""Attribute of the environment, kept with it: the edition as the last build cited it."""


def pages_to_write(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return all pages if the edition is cited otherwise (event ``env-updated``).

    A public address, a publisher, a release: none stands in the source of a page.
    """
    cited = repr(cited_edition(env)).encode()
    found = blake2b(cited, digest_size=16).hexdigest()
    if getattr(env, KEY, "") == found:
        return []
    setattr(env, KEY, found)
    return sorted(env.found_docs)
