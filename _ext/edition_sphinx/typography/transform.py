"""French spacing, and the endings of ordinals, over the text of a page.

Titles while the page is read, because contents and cross-references copy them then;
all the rest before a page is written, when values, references and citations have their
words. The words of passages are read before both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

from edition.text.spacing import french, french_runs
from edition_sphinx.anchors.nodes import passage_number
from edition_sphinx.typography.ordinals import raise_ordinals

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["KEPT", "OPAQUE", "SpaceText", "SpaceTitles", "is_foreign"]

OPAQUE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for what is not ours to space: code, an image, a value without text."""

KEPT = (nodes.literal, nodes.math, nodes.FixedTextElement)
UNSEEN = (
    nodes.Invisible,
    nodes.raw,
    nodes.system_message,
    addnodes.index,
    # It stands in the margin, though it is written at the end of its passage.
    passage_number,
)


class SpaceTitles(SphinxTransform):
    """Space the titles of a page and of its table of contents."""

    # After the passages are read (860), before Sphinx copies titles (880).
    default_priority = 875

    def apply(self, **kwargs: Any) -> None:
        """Do it, once a page is parsed."""
        if is_foreign_page(self.env.metadata.get(self.env.docname, {})):
            return
        for title in list(self.document.findall(nodes.title)):
            space_block(title)
        for contents in self.document.findall(addnodes.toctree):
            if caption := contents.get("caption"):
                contents["caption"] = french(caption)


class SpaceText(SphinxPostTransform):
    """Space the text of a page."""

    # Last of all: nothing after it may write words.
    default_priority = 990

    def run(self, **kwargs: Any) -> None:
        """Do it, before a page is written."""
        if is_foreign_page(self.env.metadata.get(self.env.docname, {})):
            return
        for block in list(self.document.findall(_is_block)):
            assert isinstance(block, nodes.Element)
            space_block(block)
            if not isinstance(block, KEPT) and not is_foreign(block):
                raise_ordinals(list(_leaves(block)))


def is_foreign_page(metadata: dict[str, Any]) -> bool:
    """Tell whether the front matter says that a page is not in French."""
    return str(metadata.get("lang", "fr")) != "fr"


def _is_block(node: nodes.Node) -> bool:
    """Tell whether a node is a whole line of text: no rule looks across its edges."""
    return isinstance(node, nodes.TextElement) and not isinstance(
        node.parent, nodes.TextElement
    )


def space_block(block: nodes.Element) -> None:
    """Set French spacing in one block, across the markup inside it."""
    if isinstance(block, KEPT) or is_foreign(block):
        return
    leaves = list(_leaves(block))
    spaced = french_runs([_text(leaf) for leaf in leaves])
    for leaf, text in zip(leaves, spaced, strict=True):
        if isinstance(leaf, nodes.Text) and leaf.parent and text != leaf.astext():
            leaf.parent.replace(leaf, nodes.Text(text))


def _text(leaf: nodes.Node) -> str:
    return leaf.astext() if isinstance(leaf, nodes.Text) else OPAQUE


def _leaves(node: nodes.Element) -> Iterator[nodes.Node]:
    """List the texts of a block and, for what is left as it is, its node."""
    for child in node.children:
        if isinstance(child, nodes.Text):
            yield child
        elif isinstance(child, nodes.Element) and not isinstance(child, UNSEEN):
            if isinstance(child, KEPT) or is_foreign(child) or not child.children:
                yield child
            else:
                yield from _leaves(child)


def is_foreign(node: nodes.Element) -> bool:
    """Tell whether words are in another language, which has other spaces."""
    classes: list[str] = node.get("classes", [])
    return any(c.startswith("language-") and c != "language-fr" for c in classes)
