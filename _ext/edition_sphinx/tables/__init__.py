"""Live tables and values: data shown in the text, one page a table.

What a view or a value is, is decided on the ground floor (:mod:`edition.tables`); here
pages ask for them, and formats write them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition_sphinx.tables import html, text
from edition_sphinx.tables.directive import DataTable
from edition_sphinx.tables.domain import TablesDomain
from edition_sphinx.tables.downloads import write_downloads
from edition_sphinx.tables.gate import check_data, check_format
from edition_sphinx.tables.html_value import values_list_html
from edition_sphinx.tables.nodes import (
    data_caption,
    data_index,
    data_page,
    data_table,
    data_value,
)
from edition_sphinx.tables.outdated import pages_to_read, pages_to_write
from edition_sphinx.tables.page import hand_values
from edition_sphinx.tables.page_directive import DataIndex, DataPage
from edition_sphinx.tables.references import LinkRows
from edition_sphinx.tables.roles import DataValue

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

__all__ = ["values_list_html"]


def setup(app: Sphinx) -> None:
    """Register the room."""
    app.add_domain(TablesDomain)
    app.add_enumerable_node(
        data_table,
        "table",
        title_of,
        html=(html.visit_table, html.depart_table),
        text=(text.visit_table, text.depart_table),
    )
    app.add_node(
        data_caption,
        html=(html.visit_caption, html.depart_caption),
        text=(text.visit_caption, text.depart_caption),
    )
    app.add_node(
        data_page,
        html=(html.visit_page, html.depart_nothing),
        text=(text.visit_page, text.depart_nothing),
    )
    app.add_node(
        data_index,
        html=(html.visit_index, html.depart_nothing),
        text=(text.visit_index, text.depart_nothing),
    )
    app.add_node(
        data_value,
        html=(html.visit_value, html.depart_value),
        text=(text.visit_value, text.depart_nothing),
    )
    app.add_directive("data-table", DataTable)
    app.add_directive("data-page", DataPage)
    app.add_directive("data-index", DataIndex)
    app.add_role("data-value", DataValue())
    app.add_post_transform(LinkRows)
    # Before any page is read, the cheaper question first.
    app.connect("builder-inited", check_format)
    app.connect("builder-inited", check_data)
    app.connect("env-get-outdated", pages_to_read)
    app.connect("env-updated", pages_to_write)
    app.connect("html-page-context", hand_values)
    app.connect("build-finished", write_downloads)


def title_of(node: nodes.Node) -> str:
    """Return what a reference to a view is called: its caption, or its table's title."""
    assert isinstance(node, data_table)
    return node.children[0].astext() if node.children else str(node["title"])
