"""Our nodes in HTML and EPUB: each is looked up in the data and written whole."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, cast

from docutils import nodes

from edition.tables.page import build_page
from edition.tables.source import TableSource
from edition_sphinx.config import get_paths
from edition_sphinx.tables.domain import get_tables
from edition_sphinx.tables.html_foot import table_foot
from edition_sphinx.tables.html_index import index_html
from edition_sphinx.tables.html_page import PageWords, page_html
from edition_sphinx.tables.html_table import TableHtml
from edition_sphinx.tables.html_value import (
    value_attributes,
    value_classes,
    value_mark,
)
from edition_sphinx.tables.links import Links
from edition_sphinx.tables.uses import page_uses
from edition_sphinx.tables.views import node_view, table_number, unplaced
from edition_sphinx.tables.words import spaced

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

    from edition_sphinx.tables.nodes import (
        data_caption,
        data_index,
        data_page,
        data_table,
        data_value,
    )

__all__ = [
    "depart_caption",
    "depart_nothing",
    "depart_table",
    "depart_value",
    "visit_caption",
    "visit_index",
    "visit_page",
    "visit_table",
    "visit_value",
]


def _links(self: HTML5Translator) -> Links:
    return Links(self.builder, self.builder.current_docname)


def visit_table(self: HTML5Translator, node: data_table) -> None:
    """Write a view up to the words of its caption."""
    view = node_view(self.builder.env, node)
    anchor = node["ids"][0] if node["ids"] else ""
    links = _links(self)
    table = TableHtml(view, links, prefix=anchor)
    tools = self.builder.name != "epub"
    self.body.append(table.open(identified=bool(anchor), tools=tools))
    number = table_number(self.builder.env, node)
    if number:
        self.body.append(f'<span class="ed-caption-number">{number}</span> ')
    if not node.children:
        self.body.append(self.encode(spaced(node["title"])))
    rest = chain(table.rest(), [table_foot(view, links, anchor=anchor), "</figure>\n"])
    self.context.append(cast("str", rest))


def depart_table(self: HTML5Translator, node: data_table) -> None:
    """Write the rest of a view."""
    self.body.extend(self.context.pop())


def visit_caption(self: HTML5Translator, node: data_caption) -> None:
    """Open the words of a caption."""
    self.body.append('<span class="ed-caption-text">')


def depart_caption(self: HTML5Translator, node: data_caption) -> None:
    """Close the words of a caption."""
    self.body.append("</span>")


def visit_page(self: HTML5Translator, node: data_page) -> None:
    """Write the page of a table."""
    env = self.builder.env
    config = self.config
    page = build_page(node["table"], TableSource(get_paths(env)), at=unplaced)
    base = config.html_baseurl
    uri = self.builder.get_target_uri(self.builder.current_docname)
    words = PageWords(
        project=config.project,
        author=config.author,
        release=config.release,
        address=f"{base.rstrip('/')}/{uri}" if base else "",
    )
    uses = page_uses(env, node["table"])
    self.body.append(page_html(page, _links(self), words=words, uses=uses))


def visit_index(self: HTML5Translator, node: data_index) -> None:
    """Write the list of tables."""
    source = TableSource(get_paths(self.builder.env))
    self.body.append(index_html(source, _links(self)))


def depart_nothing(self: HTML5Translator, node: nodes.Element) -> None:
    """Nothing is left to write."""


def visit_value(self: HTML5Translator, node: data_value) -> None:
    """Open a value, with what a script may say of it.

    In a title that a table of contents repeats, it is inside a link and stays text.
    """
    values = get_tables(self.builder.env).values.get(node["docname"], {})
    value = values.get(node["spec"])
    inside_link = any(isinstance(one, nodes.reference) for one in _above(node))
    if value is None or inside_link:
        self.context.append("")
        return
    classes = value_classes(value)
    if not classes:
        self.context.append(value_mark(value))
        return
    attributes = ""
    if self.builder.name != "epub":
        attributes = value_attributes(value)
    self.body.append(f'<span class="{classes}"{attributes}>')
    self.context.append(f"</span>{value_mark(value)}")


def depart_value(self: HTML5Translator, node: data_value) -> None:
    """Close a value."""
    self.body.append(self.context.pop())


def _above(node: nodes.Node) -> list[nodes.Node]:
    above = []
    found = node.parent
    while found is not None:
        above.append(found)
        found = found.parent
    return above
