"""The page of a table as HTML: what it is, its columns, its rows, how to cite it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from edition.tables.numbers import french_number
from edition_sphinx.tables.html_foot import licence_html, table_foot
from edition_sphinx.tables.html_table import TableHtml
from edition_sphinx.tables.words import COLON, spaced, text_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.tables.dictionary import ColumnEntry
    from edition.tables.package import Contributor, Source
    from edition.tables.page import TablePage
    from edition_sphinx.tables.links import Links
    from edition_sphinx.tables.uses import PageUse

__all__ = ["DOUBTS", "PageWords", "page_html", "part_id"]

DOUBTS = "Réserves"
HEADINGS = ("Colonne", "Titre", "Valeurs", "Sens", "Contraintes", "Sans valeur")


class PageWords:
    """What a page says that does not come from its table.

    :param project: the title of the edition.
    :param author: who answers for the table.
    :param release: the version of the edition.
    :param address: of the page on the public site; empty when it is not set.
    """

    def __init__(
        self, *, project: str, author: str, release: str, address: str
    ) -> None:
        self.project = project
        self.author = author
        self.release = release
        self.address = address


def page_html(
    page: TablePage, links: Links, *, words: PageWords, uses: list[PageUse]
) -> str:
    """Return the whole page below its title."""
    parts = [
        ("reserves", DOUBTS, _list((*page.doubts, *page.notes))),
        ("donnees", "Données", "".join(_rows(page, links))),
        ("colonnes", "Colonnes", _dictionary(page, links)),
        ("provenance", "Provenance", _provenance(page)),
        ("licence", "Licence", _licence(page)),
        ("fichiers", "Fichiers", _files(page, links)),
        ("citer", "Citer", _citation(page, words)),
        ("emplois", "Emplois dans l’édition", _uses(uses, links)),
    ]
    shown = [part for part in parts if part[2]]
    return "".join(
        [
            f'<div class="ed-data-page" data-table="{page.name}">\n',
            *_about(page),
            _contents(page, shown),
            *(_part(page, *part) for part in shown),
            "</div>\n",
        ]
    )


def _contents(page: TablePage, parts: list[tuple[str, str, str]]) -> str:
    """Return the ways to the parts: the rows of a long table push the rest far down."""
    items = "".join(
        f'<li><a href="#{part_id(page.name, name)}">{title}</a></li>'
        for name, title, _ in parts
    )
    return f'<nav class="ed-data-nav" aria-label="Dans cette page"><ul>{items}</ul></nav>\n'


def _part(page: TablePage, name: str, title: str, content: str) -> str:
    anchor = part_id(page.name, name)
    return f'<section id="{anchor}">\n<h2>{title}</h2>\n{content}</section>\n'


def part_id(table: str, part: str) -> str:
    """Return the id of a part of the page of a table."""
    return f"{table}-{part}"


def _about(page: TablePage) -> Iterator[str]:
    yield f"<p>{text_html(page.description)}</p>\n"
    rows = french_number(str(page.view.total))
    lines = "ligne" if page.view.total < 2 else "lignes"
    columns = "colonne" if len(page.columns) < 2 else "colonnes"
    yield f"<p>{rows} {lines}, {len(page.columns)} {columns}.</p>\n"


def _dictionary(page: TablePage, links: Links) -> str:
    headings = "".join(f'<th scope="col">{title}</th>' for title in HEADINGS)
    rows = "".join(_column(page, column, links) for column in page.columns)
    label = f"{page.name}-colonnes-titre"
    return (
        '<figure class="ed-table ed-dictionary">\n'
        f'<div class="ed-scroll" tabindex="0" role="region" aria-labelledby="{label}">\n'
        f'<table class="ed-grid">\n<caption class="ed-caption" id="{label}">'
        f'<span class="ed-caption-line">{text_html(f"Colonnes du tableau « {page.title} »")}'
        f"</span></caption>\n<thead>\n<tr>{headings}</tr>\n</thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>\n</div>\n</figure>\n"
    )


def _column(page: TablePage, column: ColumnEntry, links: Links) -> str:
    kind = escape(column.kind)
    if column.unit:
        kind += f" ({escape(column.unit)})"
    if column.target:
        href = links.table(column.target)
        name = escape(column.target)
        named = f'<a href="{escape(href)}">{name}</a>' if href else name
        kind = f"ligne de {named}"
    cells = (
        text_html(column.title),
        kind,
        text_html(column.description),
        _limits(column),
        text_html(" ; ".join(column.missing)),
    )
    return (
        f'<tr id="{page.name}-colonne-{column.name}">'
        f'<th scope="row"><code>{escape(column.name)}</code></th>'
        + "".join(f"<td>{cell}</td>" for cell in cells)
        + "</tr>\n"
    )


def _limits(column: ColumnEntry) -> str:
    said = text_html(" ; ".join(column.limits))
    if not column.pattern:
        return said
    # An expression is no French: nothing may be spaced in it.
    pattern = f"motif{COLON} <code>{escape(column.pattern)}</code>"
    return f"{said}{text_html(' ; ')}{pattern}" if said else pattern


def _provenance(page: TablePage) -> str:
    sources = [_source(source) for source in page.sources]
    people = [_contributor(one) for one in page.contributors]
    return _items(sources) + (
        f"<p>{spaced('Établi par :')} {', '.join(people)}.</p>\n" if people else ""
    )


def _source(source: Source) -> str:
    title = text_html(source.title)
    if source.path:
        title = f'<a href="{escape(source.path)}" rel="external">{title}</a>'
    return f"{title} ({text_html(source.version)})" if source.version else title


def _contributor(one: Contributor) -> str:
    roles = f" ({text_html(', '.join(one.roles))})" if one.roles else ""
    return text_html(one.title) + roles


def _licence(page: TablePage) -> str:
    said = ", ".join(licence_html(page.licences)) or "non fixée"
    notice = f"<p>{text_html(page.notice)}</p>\n" if page.notice else ""
    return f"<p>{said}.</p>\n{notice}"


def _rows(page: TablePage, links: Links) -> Iterator[str]:
    table = TableHtml(page.view, links, prefix=page.name, linked=True)
    yield table.open(identified=False, tools=True)
    yield text_html(page.title)
    yield from table.rest()
    yield table_foot(page.view, links, anchor="")
    yield "</figure>\n"


def _files(page: TablePage, links: Links) -> str:
    files = (
        (f"tables/{page.name}.csv", "le tableau", "CSV, UTF-8"),
        (f"json/{page.name}.json", "le tableau", "JSON"),
        (f"schema/{page.name}.json", "le sens des colonnes", "Table Schema"),
        (
            "datapackage.json",
            "tous les tableaux, leurs sources et licences",
            "Data Package",
        ),
    )
    return _items(
        f'<a href="{href}" download="">{form}</a> : {what}'
        for path, what, form in files
        if (href := links.file(path))
    )


def _citation(page: TablePage, words: PageWords) -> str:
    where = words.address or "adresse publique non fixée"
    release = f", {words.release}" if words.release else ""
    said = (
        f"{words.author}, « {page.title} », tableau de données, dans {words.project}"
        f"{release}, {where}"
    )
    row = next(page.view.rows).id
    return (
        f'<p class="ed-citation">{text_html(said)}.</p>\n'
        f"<p>Chaque ligne a une adresse permanente, celle de la page suivie de son "
        f'identifiant{COLON} <a href="#{page.name}.{row}">'
        f"<code>#{page.name}.{row}</code></a>.</p>\n"
    )


def _uses(uses: list[PageUse], links: Links) -> str:
    items = []
    for use in uses:
        title = text_html(use.title)
        said = [
            f'<a href="{escape(links.page(use.docname, anchor))}">{text_html(words)}</a>'
            if anchor
            else text_html(words)
            for words, anchor in use.things
        ]
        href = escape(links.page(use.docname))
        items.append(f'<a href="{href}">{title}</a>{COLON} {", ".join(said)}')
    return _items(items)


def _list(texts: tuple[str, ...]) -> str:
    return _items(text_html(text) for text in texts)


def _items(items: Iterator[str] | list[str]) -> str:
    listed = "".join(f"<li>{item}</li>\n" for item in items)
    return f"<ul>\n{listed}</ul>\n" if listed else ""
