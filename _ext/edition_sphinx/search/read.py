"""What a page says, section by section, read from its doctree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from edition.text.spacing import french_runs
from edition_sphinx.search.references import reference_mark
from edition_sphinx.typography.transform import KEPT, OPAQUE, is_foreign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Found", "Kind", "plain", "read_page"]


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
    :param text: its words, one space between two, a French one where French has it;
        marks stand for references (:mod:`edition_sphinx.search.references`).
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
        yield Found(Kind.SECTION, docname, str(anchor), _words(title), text)


def _terms(doctree: nodes.document, docname: str) -> Iterator[Found]:
    for glossary in doctree.findall(addnodes.glossary):
        for item in glossary.findall(nodes.definition_list_item):
            terms = [node for node in item.children if isinstance(node, nodes.term)]
            anchors = [str(anchor) for term in terms for anchor in term["ids"]]
            title = ", ".join(_words(term) for term in terms)
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
            text = _words(node)
            if text:
                yield text
        elif isinstance(node, nodes.Element):
            yield from _blocks(node.children)


def _words(block: nodes.Element) -> str:
    """Return the words of a block, spaced as they will be on its page."""
    runs = list(_runs(block))
    spaced = french_runs([text if ours else OPAQUE for text, ours in runs])
    return plain(
        "".join(
            after if ours else text
            for (text, ours), after in zip(runs, spaced, strict=True)
        )
    )


def _runs(node: nodes.Element) -> Iterator[tuple[str, bool]]:
    """List the texts of a block, each with whether French spacing is for it."""
    for child in node.children:
        if isinstance(child, nodes.Text):
            yield str(child), True
        elif mark := reference_mark(child):
            yield mark, False
        elif isinstance(child, addnodes.pending_xref) and child["refdomain"] == "cite":
            continue  # a key, until the bibliography gives it words
        elif isinstance(child, nodes.Element) and not isinstance(child, SKIPPED):
            if isinstance(child, KEPT) or is_foreign(child):
                yield child.astext(), False
            else:
                yield from _runs(child)


def plain(text: str) -> str:
    """Return a text on one line; French spaces stay, and a citation leaves no gap."""
    return re.sub(r"[ \n\t]+([.,]?)", lambda found: found[1] or " ", text).strip()
