"""What the page of a table says above its rows: what it is, what is not certain."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from edition.issues import IssueError
from edition.tables import table_names
from edition.tables.source import TableSource
from edition_sphinx.search.read import Found, Kind
from edition_sphinx.tables.html_page import DOUBTS, part_id
from edition_sphinx.tables.words import spaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from edition.paths import EditionPaths

__all__ = ["find_tables"]


def find_tables(found: Iterable[Found], paths: EditionPaths) -> Iterator[Found]:
    """Add to the pages of tables what they say, and their doubts as a thing to find.

    :param found: what was read in the pages; the rest is passed on.
    """
    folder = paths.data_pages.relative_to(paths.root).as_posix()
    tables = {f"{folder}/{name}": name for name in table_names(paths)}
    source = TableSource(paths)
    for one in found:
        table = tables.get(one.docname)
        if table is None or one.kind is not Kind.SECTION or one.anchor:
            yield one
        else:
            yield from _table(one, table, source)


def _table(page: Found, name: str, source: TableSource) -> Iterator[Found]:
    try:
        schema, resource = source.table(name).schema, source.resource(name)
    except IssueError:
        # The page says what is wrong with it.
        yield page
        return
    about = (resource.description if resource else "") or schema.description
    yield replace(page, text=" ".join(filter(None, (page.text, spaced(about)))))
    doubts = (*resource.doubts, *resource.notes) if resource else ()
    if doubts:
        text = " ".join(map(spaced, doubts))
        anchor = part_id(name, "reserves")
        yield Found(Kind.SECTION, page.docname, anchor, DOUBTS, text)
