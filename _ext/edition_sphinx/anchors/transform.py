"""Three passes: keep the ids that are ours and number, show the numbers, strip ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

from edition.text.scope import scope_of
from edition_sphinx.anchors.domain import Anchor, get_anchors
from edition_sphinx.anchors.nodes import NUMBER, passage_number
from edition_sphinx.anchors.read import read_passages

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["NumberPassages", "RecordPassages", "StripIds"]

COUNTED = re.compile(r"(?:id|index-)\d+")
"""Ids that docutils and Sphinx make from the order of things in a page."""

LISTS = (
    nodes.bullet_list,
    nodes.enumerated_list,
    nodes.definition_list,
    nodes.definition_list_item,
)


class RecordPassages(SphinxTransform):
    """Leave each section the id of its author alone, number passages, note them.

    A slug of the title, or ``id3``, would be an address that changes with the text.
    """

    # After docutils gave ids to all (260 to 262, slugs at 700), before Sphinx
    # collects titles, labels and contents (880) and MyST resolves links (879).
    default_priority = 860

    def apply(self, **kwargs: Any) -> None:
        """Do it, once a page is parsed."""
        for node in self.document.findall(nodes.Element):
            if isinstance(node, (nodes.section, nodes.rubric)):
                self._keep_explicit(node)
        docname = self.env.docname
        numbered = scope_of(docname).numbered
        anchors: list[Anchor] = []
        count = 0
        for found in read_passages(self.document):
            number = 0
            if numbered and not found.kind.view:
                count += 1
                number = found.node[NUMBER] = count
            if found.id:
                anchors.append(
                    Anchor(found.id, found.kind.value, docname, number, found.section)
                )
        get_anchors(self.env).note(docname, anchors)

    def _keep_explicit(self, node: nodes.Element) -> None:
        explicit = {
            self.document.nameids.get(name)
            for name, meant in self.document.nametypes.items()
            if meant
        }
        kept = [found for found in node["ids"] if found in explicit]
        if not kept and isinstance(node, nodes.section):
            # Sphinx cannot do without; the checks of the ground floor say what to do.
            return
        dropped = set(node["ids"]).difference(kept)
        node["ids"] = kept
        for name, found in list(self.document.nameids.items()):
            if found in dropped:
                # docutils says so itself: a name may have no id.
                self.document.nameids[name] = kept[0] if kept else None  # type: ignore[assignment]
        for found in dropped:
            self.document.ids.pop(found, None)


class NumberPassages(SphinxPostTransform):
    """Put « § 12 » at the end of each passage that has a number and an id."""

    # Where our sheet draws the number; elsewhere the link would be an empty one.
    builders = ("html", "dirhtml", "singlehtml")
    # After references are resolved (10): nothing there depends on the order.
    default_priority = 800

    def run(self, **kwargs: Any) -> None:
        """Do it, before a page is written."""
        for node in list(self.document.findall(_is_numbered)):
            assert isinstance(node, nodes.Element)
            mark = passage_number(number=node[NUMBER], anchor=node["ids"][0])
            _end(node).append(mark)


def _is_numbered(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Element) and NUMBER in node and bool(node["ids"])


def _end(node: nodes.Element) -> nodes.Element:
    """Return what may hold the mark: a list may hold items and nothing else."""
    while isinstance(node, LISTS) and node.children:
        last = node.children[-1]
        assert isinstance(last, nodes.Element)
        node = last
    return node


class StripIds(SphinxPostTransform):
    """Remove the ids that only count: a link to one would break at the next edit."""

    # Last but French spacing: whatever another transform made must be seen.
    default_priority = 950

    def run(self, **kwargs: Any) -> None:
        """Do it, before a page is written."""
        for node in self.document.findall(nodes.Element):
            for name in ("ids", "backrefs"):
                if node.get(name):
                    node[name] = list(_lasting(node[name]))


def _lasting(ids: list[str]) -> Iterator[str]:
    return (found for found in ids if not COUNTED.fullmatch(found))
