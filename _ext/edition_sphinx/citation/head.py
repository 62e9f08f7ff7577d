"""What a page says of itself to programs, gathered from the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.citation.metadata import load_citation
from edition.citation.page_head import File, Head, Kind, Table
from edition.citation.work import typeset
from edition.tables.page import described
from edition.tables.source import TableSource
from edition.text.scope import Scope, scope_of
from edition_sphinx.config import get_paths
from edition_sphinx.tables.domain import get_tables
from edition_sphinx.tables.links import Links

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from edition.citation.work import Work
    from edition.tables.package import Resource

__all__ = ["page_head"]

NOTICE = "chapters/guide/mentions-legales"
ROWS = (("tables/{}.csv", "text/csv"), ("json/{}.json", "application/json"))
SCHEMAS = (
    ("schema/{}.json", "application/json"),
    ("datapackage.json", "application/json"),
)
"""The files that the page of a table offers, and their media types."""


def page_head(
    app: Sphinx, docname: str, work: Work, *, url: Callable[[str], str]
) -> Head:
    """Return what the head of a page is made from.

    :param url: the address of a page, seen from the one that is being written.
    """
    env = app.env
    metadata = load_citation(get_paths(app))
    table = get_tables(env).pages.get(docname)
    ours = {typeset(author) for author in metadata.authors}
    return Head(
        work=work,
        kind=_kind(env, docname),
        names=metadata.names,
        licence=metadata.licence_url or "",
        home=url(app.config.root_doc),
        notice=url(NOTICE) if NOTICE in env.found_docs and docname != NOTICE else "",
        parts=tuple(map(url, _parts(env))) if work.whole else (),
        references=metadata.references if work.whole else (),
        table=_table(app, docname, table, ours=ours, url=url) if table else None,
    )


def _kind(env: BuildEnvironment, docname: str) -> Kind:
    if docname == env.config.root_doc:
        return Kind.BOOK
    if docname in get_tables(env).pages:
        return Kind.DATASET
    if docname in get_tables(env).listings:
        return Kind.CATALOGUE
    return (
        Kind.GUIDE if scope_of(docname) in (Scope.DATA, Scope.GUIDE) else Kind.CHAPTER
    )


def _parts(env: BuildEnvironment) -> Iterator[str]:
    """Return the chapters, annexes and catalogue in the order of the contents."""
    seen = {env.config.root_doc}
    left = [env.config.root_doc]
    while left:
        docname = left.pop(0)
        if _kind(env, docname) in (Kind.CHAPTER, Kind.CATALOGUE):
            yield docname
        below = env.toctree_includes.get(docname, [])
        left[:0] = [page for page in below if page not in seen]
        seen.update(below)


def _table(
    app: Sphinx,
    docname: str,
    name: str,
    *,
    ours: Iterable[str],
    url: Callable[[str], str],
) -> Table:
    source = TableSource(get_paths(app))
    resource = source.resource(name)
    links = Links(app.builder, docname)
    catalogues = sorted(get_tables(app.env).listings)

    def files(offered: Iterable[tuple[str, str]]) -> Iterator[File]:
        for path, media in offered:
            href = links.file(path.format(name))
            if href:
                yield File(href, media)

    return Table(
        description=described(name, source),
        licences=tuple(_licences(resource)),
        columns=tuple(field.title for field in source.table(name).schema.fields),
        files=tuple(files(ROWS)),
        schemas=tuple(files(SCHEMAS)),
        makers=tuple(_makers(resource, ours=ours)),
        sources=tuple(_sources(resource)),
        catalogue=url(catalogues[0]) if catalogues else "",
    )


def _licences(resource: Resource | None) -> Iterator[str]:
    for licence in resource.licenses if resource else ():
        if licence.path:
            yield licence.path


def _makers(resource: Resource | None, *, ours: Iterable[str]) -> Iterator[str]:
    """Return who made the data; nobody when it is only us."""
    named = [one.title for one in resource.contributors] if resource else []
    if not {typeset(name) for name in named} <= set(ours):
        yield from named


def _sources(resource: Resource | None) -> Iterator[str]:
    for source in resource.sources if resource else ():
        if source.path:
            yield source.path
