"""The passages of a doctree, read as the ground floor reads them from the source.

Words are those before references are resolved: a reference without words of its own,
and a citation, read as their target between brackets (:mod:`edition.text.roles`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from edition.text.model import PassageKind
from edition.text.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "FoundPassage",
    "read_passages",
    "section_id",
    "sections_of",
    "words_of",
]

KINDS: dict[type[nodes.Element], PassageKind] = {
    nodes.paragraph: PassageKind.PARAGRAPH,
    nodes.bullet_list: PassageKind.LIST,
    nodes.enumerated_list: PassageKind.LIST,
    nodes.definition_list: PassageKind.DEFINITIONS,
    nodes.block_quote: PassageKind.QUOTATION,
    nodes.figure: PassageKind.FIGURE,
}

VIEWS = {"t": PassageKind.TABLE, "f": PassageKind.CHART}


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage and its node.

    :param section: the id of the section that holds it; empty before the first.
    """

    kind: PassageKind
    id: str
    section: str
    node: nodes.Element

    @property
    def words(self) -> str:
        """Its words; of a view, those of its caption."""
        return words_of(self.node)


def read_passages(doctree: nodes.document) -> Iterator[FoundPassage]:
    """List the passages of a page in order."""
    return _blocks(doctree, "")


def _blocks(parent: nodes.Element, section: str) -> Iterator[FoundPassage]:
    for node in parent.children:
        if isinstance(node, nodes.section):
            yield from _blocks(node, section_id(node))
        elif isinstance(node, nodes.Element):
            kind = KINDS.get(type(node)) or _view(node)
            if kind is not None:
                yield FoundPassage(kind, _anchor(node), section, node)


def _view(node: nodes.Element) -> PassageKind | None:
    """Return the kind of a node of ours that shows data, by the letter of its id."""
    for found in node["ids"]:
        letter, dash, _ = str(found).partition("-")
        if dash and letter in VIEWS:
            return VIEWS[letter]
    return None


def _anchor(node: nodes.Element) -> str:
    return str(node["ids"][0]) if node["ids"] else ""


def section_id(section: nodes.section) -> str:
    """Return the id that the author gave; the first, once the others are removed."""
    return str(section["ids"][0]) if section["ids"] else ""


def sections_of(doctree: nodes.document) -> list[tuple[str, str]]:
    """List the sections of a page: id and title."""
    return [
        (section_id(section), words_of(section[0]))
        for section in doctree.findall(nodes.section)
        if isinstance(section[0], nodes.title)
    ]


def words_of(node: nodes.Element) -> str:
    """Return the words of a block as the ground floor reads them."""
    return fold("".join(_words(node)))


def _words(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Text):
        yield node.astext()
    elif isinstance(node, nodes.raw):
        # MyST writes a hard break as raw HTML and raw LaTeX.
        yield "\n"
    elif isinstance(node, nodes.image):
        if isinstance(node.parent, nodes.TextElement):
            yield node.get("alt", "")
    elif isinstance(node, (nodes.Invisible, addnodes.index)):
        return
    elif isinstance(node, addnodes.pending_xref) and _nameless(node):
        yield f"[{fold(node['reftarget'])}]"
    elif isinstance(node, nodes.Element):
        for child in node.children:
            yield from _words(child)
        if not isinstance(node, nodes.Inline):
            yield "\n"


def _nameless(reference: addnodes.pending_xref) -> bool:
    if reference["refdomain"] == "cite":
        return True
    if reference["reftype"] == "term":
        return False
    return not reference["refexplicit"]
