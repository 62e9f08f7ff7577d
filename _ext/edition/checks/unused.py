"""Rule: each row of the apparatus is of use where a reader reads.

A finding and a variant are marked in a chapter: an annex that lists them all is not
enough. A gap, a date and a term are shown, in a chapter or an annex, by a view, a chart,
a glossary or a value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.charts import OPTIONS as CHART_OPTIONS
from edition.charts import build_chart, read_spec
from edition.checks.places import option_places
from edition.findings import FINDINGS, VARIANTS, MarkKind, read_mark
from edition.findings.claims import VALUE
from edition.findings.listing import LISTING, listed_rows
from edition.issues import Issue, IssueCode, IssueError, Place
from edition.tables.address import read_address
from edition.tables.request import OPTIONS, read_request
from edition.tables.source import TableSource
from edition.tables.view import build_view
from edition.text.book import read_book
from edition.text.scope import Scope, scope_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from edition.paths import EditionPaths
    from edition.tables.load import Table
    from edition.text.model import Document
    from edition.text.roles import Use

__all__ = ["check"]

IN_CHAPTERS = {FINDINGS: MarkKind.FINDING, VARIANTS: MarkKind.VARIANT}
SHOWN = ("lacunes", "chronologie", "lexique")


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return the rows that no page shows."""
    source = TableSource(paths)
    if not source.has(FINDINGS):
        return
    pages = read_book(paths)
    used = _marked(pages) | _shown(pages, source, paths)
    for name in (*IN_CHAPTERS, *SHOWN):
        if not source.has(name):
            continue
        try:
            table = source.table(name)
        except IssueError:
            continue  # said by the check of the tables
        for row in table.frame.index:
            if row not in used[name]:
                yield _unused(row, table)


def _unused(row: str, table: Table) -> Issue:
    code, here = IssueCode.ROW_UNUSED, table.place(row)
    if table.name in IN_CHAPTERS:
        said = f"« {row} » sans emploi dans les chapitres"
        hint = f"citez-le où il sert : {{{IN_CHAPTERS[table.name]}}}`{row}`"
    else:
        said = f"« {row} » sans emploi dans le texte ni dans une annexe"
        hint = "montrez-le dans un tableau d’annexe, ou retirez la ligne"
    return Issue(code, here, said, hint=hint)


def _marked(pages: Sequence[Document]) -> dict[str, set[str]]:
    """Return the rows that the chapters mark, by table."""
    marked: dict[str, set[str]] = {name: set() for name in IN_CHAPTERS}
    for page in pages:
        if scope_of(page.docname) is not Scope.CHAPTER:
            continue
        for use in page.uses:
            for name, role in IN_CHAPTERS.items():
                if use.kind == "role" and use.name == role:
                    marked[name].update(read_mark(use.argument).rows)
    return marked


def _shown(
    pages: Sequence[Document], source: TableSource, paths: EditionPaths
) -> dict[str, set[str]]:
    """Return the rows that the text and the annexes show, by table."""
    shown: dict[str, set[str]] = {name: set() for name in SHOWN}
    for page in pages:
        if scope_of(page.docname) not in (Scope.CHAPTER, Scope.ANNEX):
            continue
        for use in page.uses:
            try:
                table, rows = _rows(use, source, paths, page)
            except IssueError:
                continue  # said by the rules of views, charts and values
            if table in shown:
                shown[table].update(rows)
    return shown


def _rows(
    use: Use, source: TableSource, paths: EditionPaths, page: Document
) -> tuple[str, Iterable[str]]:
    """Return the table that a role or a directive shows, with the rows that it shows.

    :raises IssueError: it cannot be made.
    """
    if use.kind == "role":
        if use.name != VALUE:
            return "", ()
        address = read_address(use.argument, place=Place(page.path, use.line))
        return address.table, (address.row,)
    name = use.argument.strip()
    if name not in SHOWN:
        return "", ()
    at = option_places(use, paths, page=page.path)
    if use.name == "data-glossary":
        return name, source.table(name).frame.index
    if use.name == "data-table":
        view = build_view(
            read_request(name, _options(use, OPTIONS), at=at), source, at=at
        )
        return name, [row.id for row in view.rows]
    if use.name == LISTING:
        return name, listed_rows(name, dict(use.options), source, at=at)
    if use.name == "data-chart":
        spec = read_spec(name, _options(use, CHART_OPTIONS), at=at)
        return name, [row.id for row in build_chart(spec, source, at=at).view.rows]
    return "", ()


def _options(use: Use, known: Collection[str]) -> dict[str, str]:
    """Return the options that the directive has; others have their own message."""
    return {name: text for name, text in use.options if name in known}
