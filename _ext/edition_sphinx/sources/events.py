"""What the room does at the events of a build."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pybtex.plugin
import pybtex_docutils
from docutils import nodes
from pybtex.backends import plaintext

from edition.issues import Issue, IssueCode, Place, known_values, suggestion
from edition.sources import (
    FAMILY,
    FRENCH,
    LANGUAGE,
    NOTE,
    check_references,
    entry_language,
    keywords,
    make_labels,
    make_style,
)
from edition_sphinx.config import get_paths
from edition_sphinx.report import report, stop
from edition_sphinx.sources.nodes import references
from edition_sphinx.sources.transform import belongs

if TYPE_CHECKING:
    from pybtex.database import Entry
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinxcontrib.bibtex.domain import BibtexDomain

__all__ = ["check_file", "check_listed", "outdated_citations", "prepare_style"]

BACKENDS = {"docutils": pybtex_docutils.Backend, "plaintext": plaintext.Backend}


def check_file(app: Sphinx) -> None:
    """Stop before sphinxcontrib-bibtex reads a bad file (event ``builder-inited``)."""
    paths = get_paths(app)
    for name in app.config.bibtex_bibfiles or ():
        path = Path(app.confdir, name).resolve()
        stop(check_references(path, place=paths.relative(path)))


def prepare_style(app: Sphinx) -> None:
    """Give the style the whole bibliography (event ``builder-inited``, last).

    A label must be unique in the whole file, while sphinxcontrib-bibtex formats one
    list at a time.
    """
    entries = _entries(app.env)
    group = "pybtex.style.formatting"
    pybtex.plugin.register_plugin(group, FRENCH, make_style(entries), force=True)
    # Asked for at each citation: as plug-ins that are installed, they would be looked
    # for in the metadata of every package each time.
    for name, backend in BACKENDS.items():
        pybtex.plugin.register_plugin("pybtex.backends", name, backend, force=True)
    for tag in (FAMILY, NOTE):
        _know_tag(tag, tag)
    for language in {entry_language(entry) for entry in entries}:
        # docutils turns this class into the attribute « lang ».
        _know_tag(LANGUAGE + language, f"language-{language}")


def outdated_citations(
    app: Sphinx,
    env: BuildEnvironment,
    added: set[str],
    changed: set[str],
    removed: set[str],
) -> list[str]:
    """Return the pages that cite by a label that changes (``env-get-outdated``)."""
    domain = _domain(env)
    labels = make_labels(_entries(env))
    stale = {
        citation.key
        for citation in domain.citations
        if labels.get(citation.key) != citation.formatted_entry.label
    }
    return sorted(
        {
            found.docname
            for found in domain.citation_refs
            if stale.intersection(target.key for target in found.targets)
        }
    )


def check_listed(app: Sphinx, doctree: nodes.document) -> None:
    """Say which references no group of the page takes (event ``doctree-read``)."""
    groups = list(doctree.findall(references))
    if not groups:
        return
    paths = get_paths(app)
    path = paths.relative(Path(doctree["source"]))
    entries = _entries(app.env)
    known = sorted({word for entry in entries for word in keywords(entry)})
    for group in groups:
        for word in sorted(set(group["keywords"]).difference(known)):
            report(
                Issue(
                    IssueCode.REFERENCE_KEYWORD,
                    Place(path, group.line or 0),
                    f"mot-clé « {word} » inconnu",
                    expected=known_values(known),
                    hint=suggestion(word, known),
                )
            )
    for entry in entries:
        words = keywords(entry)
        if any(belongs(words, group["keywords"]) for group in groups):
            continue
        said = ", ".join(words) or "aucun mot-clé"
        place = Place(path, groups[-1].line or 0)
        message = f"référence « {entry.key} » dans aucun groupe ({said})"
        hint = "ajouter l'un de ses mots-clés à l'option « keywords » d'un groupe"
        report(Issue(IssueCode.REFERENCE_UNLISTED, place, message, hint=hint))


def _domain(env: BuildEnvironment) -> BibtexDomain:
    return cast("BibtexDomain", env.get_domain("cite"))


def _entries(env: BuildEnvironment) -> list[Entry]:
    return list(_domain(env).bibdata.data.entries.values())


def _know_tag(tag: str, css_class: str) -> None:
    """Let a tag of our layout become an inline node with a class."""
    tags = cast("dict[str, object]", pybtex_docutils.Backend.tags)
    tags.setdefault(tag, partial(nodes.inline, classes=[css_class]))
