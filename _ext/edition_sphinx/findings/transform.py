"""Marks hang on the word before them; citations bear the level of their witness."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

from edition.findings import cited_proofs
from edition.findings.cited import LEVELS, SOURCES
from edition.issues import IssueError
from edition.tables.source import TableSource
from edition_sphinx.config import get_paths
from edition_sphinx.findings.nodes import apparatus_mark, proof_mark
from edition_sphinx.tables.dependencies import depend_on_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["HangMarks", "MarkCitations", "WatchWitnesses"]


class HangMarks(SphinxTransform):
    """Remove the space between a claim and its mark."""

    # Before the words of passages are read (860).
    default_priority = 850

    def apply(self, **kwargs: Any) -> None:
        """Do it, once a page is parsed."""
        for mark in list(self.document.findall(apparatus_mark)):
            for leaf in _leaves_before(mark):
                if not isinstance(leaf, (nodes.Text, nodes.raw)):
                    break
                # MyST writes a hard break as raw HTML and raw LaTeX.
                kept = leaf.rstrip() if isinstance(leaf, nodes.Text) else ""
                _replace(leaf, [nodes.Text(kept)] if kept else [])
                if kept:
                    break


def _replace(leaf: nodes.Node, by: list[nodes.Text]) -> None:
    """Put texts in the place of a leaf; docutils would take the first that is equal."""
    siblings = leaf.parent.children
    at = next(place for place, node in enumerate(siblings) if node is leaf)
    leaf.parent[at : at + 1] = by


def _leaves_before(mark: apparatus_mark) -> list[nodes.Node]:
    """List what stands before a mark in its block, the nearest first."""
    block: nodes.Element = mark
    while isinstance(block, nodes.Inline):
        block = block.parent
    leaves: list[nodes.Node] = []
    for node in block.findall():
        if node is mark:
            break
        if isinstance(node, nodes.raw) or (
            not node.children and not isinstance(node.parent, nodes.raw)
        ):
            leaves.append(node)
    return leaves[::-1]


class WatchWitnesses(SphinxTransform):
    """Make a page that cites depend on the tables that give its citations a level."""

    # The citations are there as soon as the page is parsed.
    default_priority = 850

    def apply(self, **kwargs: Any) -> None:
        """Do it, once a page is parsed."""
        if any(_citations(self.document)):
            source = TableSource(get_paths(self.env))
            depend_on_tables(self.env, filter(source.has, (SOURCES, LEVELS)))


class MarkCitations(SphinxPostTransform):
    """Write the level of proof after each citation of the text.

    A reader sees at once whether the study itself, its reception or its context is
    cited; one mark for all keys that share a level.
    """

    # Before sphinxcontrib-bibtex writes the citations (5): their keys are there still.
    default_priority = 4

    def run(self, **kwargs: Any) -> None:
        """Do it, before a page is written."""
        cited = list(_citations(self.document))
        if not cited:
            return
        levels = self._levels()
        for node in cited:
            keys = (key.strip() for key in str(node.get("reftarget", "")).split(","))
            found = dict.fromkeys(levels[key] for key in keys if key in levels)
            marks = [proof_mark("", portee=p, niveau=n) for p, n in found]
            if marks:
                at = node.parent.index(node)
                node.parent[at + 1 : at + 1] = marks

    def _levels(self) -> Mapping[str, tuple[str, str]]:
        try:
            return cited_proofs(TableSource(get_paths(self.env)))
        except IssueError:
            return {}


def _citations(document: nodes.document) -> Iterator[pending_xref]:
    for node in document.findall(pending_xref):
        if node.get("refdomain") == "cite":
            yield node
