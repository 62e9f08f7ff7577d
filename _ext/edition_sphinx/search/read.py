"""What a page says, section by section, read from its doctree."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Found", "Kind", "read_page"]


class Kind(IntEnum):
    """What a hit leads to."""

    SECTION = 0
    """A section of a page, or the page itself."""
    TERM = 1
    """A term of the glossary."""
    ROW = 2
    """A row of a table, on the page of the table."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that the search can lead to.

    :param anchor: fragment of its address; empty for a whole page.
    :param text: its words, one space between two.
    """

    kind: Kind
    docname: str
    anchor: str
    title: str
    text: str


# Not read aloud: code, what is not shown, what stands for other pages.
SKIPPED = (
    nodes.Invisible,
    nodes.literal_block,
    nodes.raw,
    nodes.system_message,
    addnodes.toctree,
    addnodes.index,
    addnodes.glossary,
    nodes.section,
    nodes.title,
)
BLOCKS = (nodes.TextElement,)


def read_page(doctree: nodes.document, docname: str) -> list[Found]:
    """Return the sections and the glossary terms of a page, in order."""
    return [*_sections(doctree, docname), *_terms(doctree, docname)]


def _sections(doctree: nodes.document, docname: str) -> Iterator[Found]:
    for index, section in enumerate(doctree.findall(nodes.section)):
        title = section.next_node(nodes.title)
        if title is None:
            continue
        # The first section is the page: its address needs no fragment.
        anchor = section["ids"][0] if index and section["ids"] else ""
        text = " ".join(_blocks(section.children))
        yield Found(Kind.SECTION, docname, str(anchor), _plain(title.astext()), text)


def _terms(doctree: nodes.document, docname: str) -> Iterator[Found]:
    for glossary in doctree.findall(addnodes.glossary):
        for item in glossary.findall(nodes.definition_list_item):
            terms = [node for node in item.children if isinstance(node, nodes.term)]
            anchors = [str(anchor) for term in terms for anchor in term["ids"]]
            title = ", ".join(_plain(term.astext()) for term in terms)
            meaning = " ".join(
                text
                for node in item.children
                if isinstance(node, nodes.definition)
                for text in _blocks(node.children)
            )
            if title:
                yield Found(Kind.TERM, docname, next(iter(anchors), ""), title, meaning)


def _blocks(children: Iterable[nodes.Node]) -> Iterator[str]:
    """List the lines of text under some nodes, without sections inside them."""
    for node in children:
        if isinstance(node, SKIPPED):
            continue
        if isinstance(node, BLOCKS):
            text = _plain("".join(_texts(node)))
            if text:
                yield text
        elif isinstance(node, nodes.Element):
            yield from _blocks(node.children)


def _texts(node: nodes.Element) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, nodes.Text):
            yield str(child)
        elif isinstance(child, addnodes.pending_xref) and child["refdomain"] == "cite":
            continue  # a key, until the bibliography gives it words
        elif isinstance(child, nodes.Element) and not isinstance(child, SKIPPED):
            yield from _texts(child)


def _plain(text: str) -> str:
    return " ".join(text.split())
