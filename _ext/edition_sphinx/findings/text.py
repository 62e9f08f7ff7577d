"""The apparatus in plain text: numbers between brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from edition.findings import load_parts, say_part
from edition.findings.records import number_of
from edition.tables.source import TableSource
from edition.text.spacing import french
from edition_sphinx.config import get_paths
from edition_sphinx.findings.html import CALLED

if TYPE_CHECKING:
    from sphinx.writers.text import TextTranslator

    from edition_sphinx.findings.nodes import apparatus_mark, study_part

__all__ = ["depart_nothing", "skip", "visit_mark", "visit_part"]


def visit_mark(self: TextTranslator, node: apparatus_mark) -> None:
    """Write the numbers."""
    numbers = [number_of(row) for row in node["rows"]]
    called = CALLED[node["kind"]] + ("s" if len(numbers) > 1 else "")
    self.add_text(f" [{called} {', '.join(numbers)}]")


def visit_part(self: TextTranslator, node: study_part) -> None:
    """Write the way back to the book."""
    parts = load_parts(TableSource(get_paths(self.builder.env)))
    said = " ; ".join(say_part(row, parts) for row in node["rows"])
    self.new_state(0)
    self.add_text(french(f"Dans le livre : {said}."))
    self.end_state()


def skip(self: Any, node: nodes.Node) -> None:
    """Leave it out."""
    raise nodes.SkipNode


def depart_nothing(self: Any, node: nodes.Node) -> None:
    """Nothing is left to write."""
