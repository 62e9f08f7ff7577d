"""The edition as its pages cite it: metadata, settings, and what was released."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from edition.citation.metadata import load_citation
from edition.citation.work import edition_work
from edition.issues import IssueError
from edition.releases.state import edition_state
from edition.settings import load_settings
from edition_sphinx.config import get_paths

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from edition.citation.metadata import CitationMetadata
    from edition.citation.work import Work
    from edition.settings import Settings

__all__ = ["cited_edition", "give_address"]


def give_address(app: Sphinx, config: Config) -> None:
    """Tell Sphinx the public address, for who asks it (event ``config-inited``).

    The setting is the one place for it; what is wrong there, the guard says.
    """
    if config.html_baseurl:
        return
    with suppress(IssueError):
        config.html_baseurl = load_settings(get_paths(app)).public_address or ""


def cited_edition(source: Sphinx | BuildEnvironment) -> Work:
    """Return the whole edition.

    An address asks for a release only while the text is the one that was released: it
    would otherwise promise other words than those that its reader has seen. Work after
    a release has neither its day nor its number alone.
    """
    paths = get_paths(source)
    state = edition_state(paths)
    metadata = load_citation(paths)
    if state.latest and not state.exact:
        version = f"{state.latest}, texte en cours"
        metadata = replace(metadata, version=version, released=None)
    release = state.latest if state.exact else ""
    return _work(metadata, load_settings(paths), release)


@lru_cache(maxsize=4)
def _work(metadata: CitationMetadata, settings: Settings, release: str) -> Work:
    """Put it together, once for all pages of a build."""
    return edition_work(metadata, settings, release=release)
