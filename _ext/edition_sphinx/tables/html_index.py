"""The list of all tables as HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from edition.issues import IssueError
from edition.tables import table_names
from edition.tables.numbers import french_number
from edition_sphinx.tables.html_foot import licence_html
from edition_sphinx.tables.words import text_html

if TYPE_CHECKING:
    from edition.tables.source import TableSource
    from edition_sphinx.tables.links import Links

__all__ = ["index_html"]

HEADINGS = (
    ("Tableau", "text"),
    ("Lignes", "number"),
    ("Contenu", "text"),
    ("Licence", "text"),
)


def index_html(source: TableSource, links: Links) -> str:
    """Return the list of tables, in the order of the package, then of the alphabet."""
    rows = "".join(_row(name, source, links) for name in _ordered(source))
    headings = "".join(
        f'<th scope="col" data-type="{kind}"'
        + (' class="ed-num"' if kind == "number" else "")
        + f">{title}</th>"
        for title, kind in HEADINGS
    )
    return (
        '<figure class="ed-table ed-data-index">\n'
        '<div class="ed-table-tools" data-table-tools="" hidden=""></div>\n'
        '<div class="ed-scroll" tabindex="0" role="region" '
        'aria-labelledby="tableaux-titre">\n<table class="ed-grid">\n'
        '<caption class="ed-caption" id="tableaux-titre">'
        '<span class="ed-caption-line">Tous les tableaux de l’édition</span></caption>\n'
        f"<thead>\n<tr>{headings}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n"
        "</table>\n</div>\n</figure>\n"
    )


def _ordered(source: TableSource) -> list[str]:
    names = table_names(source.paths)
    listed = source.resource_names()
    first = [name for name in listed if name in names]
    return [*first, *(name for name in names if name not in first)]


def _row(name: str, source: TableSource, links: Links) -> str:
    try:
        table = source.table(name)
    except IssueError:
        # Its faults are told by the check of all data.
        return ""
    resource = source.resource(name)
    title = text_html(resource.title if resource else table.schema.title)
    href = links.table(name)
    named = f'<a href="{escape(href)}">{title}</a>' if href else title
    description = (resource.description if resource else "") or table.schema.description
    licences = ", ".join(licence_html(resource.licenses)) if resource else ""
    count = len(table)
    return (
        f'<tr><th scope="row">{named}</th>'
        f'<td class="ed-num" data-sort="{count}">{french_number(str(count))}</td>'
        f"<td>{text_html(description)}</td>"
        f"<td>{licences or 'non fixée'}</td></tr>\n"
    )
