"""Charts in HTML: two drawings of which a page shows one, caption, and the figures."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from edition.charts import NARROW, WIDE, ChartType
from edition.tables.cells import Cell, CellKind, CellTarget
from edition.text.spacing import french
from edition_sphinx.charts.drawings import kept_drawing
from edition_sphinx.charts.marks import chart_number, node_chart
from edition_sphinx.tables.html_cell import CellWriter
from edition_sphinx.tables.html_foot import table_foot
from edition_sphinx.tables.links import DOWNLOADS, Links
from edition_sphinx.tables.words import COLON, text_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.environment import BuildEnvironment
    from sphinx.writers.html5 import HTML5Translator

    from edition.charts import Chart, Size
    from edition.tables.view import TableView
    from edition_sphinx.charts.nodes import chart_caption, data_chart

__all__ = ["depart_caption", "depart_nothing", "visit_caption", "visit_chart"]

DATA = "Données du graphique"


def visit_chart(self: HTML5Translator, node: data_chart) -> None:
    """Write the whole figure."""
    chart = node_chart(self.builder.env, node)
    links = Links(self.builder, self.builder.current_docname)
    name = _prefix(node)
    anchor = f' id="{escape(name)}"' if node["ids"] else ""
    alt = french(node["options"]["alt"])
    write = self.body.append
    write(
        f'<figure class="ed-chart ed-chart-{chart.type}"{anchor}'
        f' data-table="{escape(node["table"])}">\n'
    )
    for size in _sizes(self.builder):
        drawing = kept_drawing(
            self.builder.env, chart, size, prefix=name, description=alt
        )
        write(drawing)
    if node.children:
        write(f'<figcaption class="ed-caption">{_number(self.builder.env, node)}')
        node.children[0].walkabout(self)
        write("</figcaption>\n")
    for note in chart.notes:
        write(f'<p class="ed-chart-note">{escape(note)}</p>\n')
    write(_data(chart, links, called=chart_number(self.builder.env, node)))
    write(_address(name if node["ids"] else "", links, base=self.config.html_baseurl))
    write(table_foot(chart.view, links, anchor=name if node["ids"] else ""))
    write("</figure>\n")
    raise nodes.SkipNode


def depart_nothing(self: object, node: data_chart) -> None:
    """Nothing is left to write."""


def visit_caption(self: HTML5Translator, node: chart_caption) -> None:
    """Open the words of the caption."""
    self.body.append('<span class="ed-caption-text">')


def depart_caption(self: HTML5Translator, node: chart_caption) -> None:
    """Close the words of the caption."""
    self.body.append("</span>")


def _prefix(node: data_chart) -> str:
    """Return what begins the ids of the drawings.

    A chart that has no id yet takes the name of its table: two of them in a page are
    already two faults.
    """
    return str(node["ids"][0]) if node["ids"] else f"graphique-{node['table']}"


def _sizes(builder: StandaloneHTMLBuilder) -> tuple[Size, ...]:
    """Return the widths to draw for; an electronic book cannot choose between two."""
    return (NARROW,) if builder.name == "epub" else (WIDE, NARROW)


def _number(env: BuildEnvironment, node: data_chart) -> str:
    number = chart_number(env, node)
    return f'<span class="ed-caption-number">{number}</span> ' if number else ""


def _data(chart: Chart, links: Links, *, called: str) -> str:
    """Return the figures behind the drawing, one tap away.

    :param called: « Figure 3 », so that each box that scrolls has a name of its own.
    """
    label = f"Données de la {called[0].lower()}{called[1:]}" if called else DATA
    rows = _classes(chart) if chart.type is ChartType.HISTOGRAM else _rows(chart, links)
    page = links.table(chart.view.table)
    whole = ""
    if page:
        said = text_html(f"Tableau entier : {chart.view.title}")
        whole = f'<p><a href="{escape(page)}">{said}</a></p>\n'
    return (
        f'<details class="ed-chart-data">\n<summary>{DATA}</summary>\n'
        f'<div class="ed-scroll" tabindex="0" role="region" aria-label="{escape(label)}">\n'
        '<table class="ed-grid">\n'
        f'<caption class="visually-hidden">{escape(label)}</caption>\n'
        f"{''.join(rows)}</table>\n</div>\n{whole}</details>\n"
    )


def _address(anchor: str, links: Links, *, base: str) -> str:
    """Return what stands on paper in the place of the figures: where they are.

    A chart on paper has shown them once; who wants to compute takes the file.
    """
    path = f"vues/{anchor}.csv"
    if not anchor or links.file(path) is None:
        return ""
    where = f"{base.rstrip('/')}/{DOWNLOADS}/{path}" if base else f"{DOWNLOADS}/{path}"
    said = f"{DATA}{COLON} {escape(where)}"
    if not base:
        said += ", parmi les fichiers de l’édition"
    return f'<p class="ed-chart-address">{said}.</p>\n'


def _rows(chart: Chart, links: Links) -> Iterator[str]:
    """Write the rows that the chart shows; the first cell leads to the whole row."""
    view = chart.view
    yield _headings(
        [(column.title, column.unit, column.kind) for column in view.columns]
    )
    writers = [CellWriter(column, links, ranks={}) for column in view.columns]
    yield "<tbody>\n"
    for row in view.rows:
        cells = [
            writer.write(cell) for writer, cell in zip(writers, row.cells, strict=True)
        ]
        cells[view.header] = _row_heading(view, row.id, row.cells[view.header], links)
        yield f"<tr>{''.join(cells)}</tr>\n"
    yield "</tbody>\n"


def _row_heading(view: TableView, row: str, cell: Cell, links: Links) -> str:
    said = text_html(cell.text)
    href = links.row(CellTarget(view.table, row))
    if href:
        said = f'<a href="{escape(href)}">{said}</a>'
    return f'<th scope="row">{said}</th>'


def _classes(chart: Chart) -> Iterator[str]:
    """Write the classes of a histogram, not the hundreds of rows behind them."""
    heading = chart.measure.partition("\u00a0:")[0]
    yield _headings(
        [(heading, "", CellKind.TEXT), ("Nombre de lignes", "", CellKind.NUMBER)]
    )
    yield "<tbody>\n"
    for mark in chart.marks:
        label, said = text_html(mark.label), escape(mark.said)
        yield f'<tr><th scope="row">{label}</th><td class="ed-num">{said}</td></tr>\n'
    yield "</tbody>\n"


def _headings(columns: list[tuple[str, str, CellKind]]) -> str:
    cells = []
    for title, unit, kind in columns:
        figures = ' class="ed-num"' if kind is CellKind.NUMBER else ""
        said = text_html(title)
        if unit:
            said += f' <span class="ed-unit">({escape(unit)})</span>'
        cells.append(f'<th scope="col"{figures}>{said}</th>')
    return f"<thead>\n<tr>{''.join(cells)}</tr>\n</thead>\n"
