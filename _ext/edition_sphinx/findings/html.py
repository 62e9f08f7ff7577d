"""The apparatus in HTML: marks in the text, and the way back to the book."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes

from edition.findings import (
    FINDINGS,
    VARIANTS,
    MarkKind,
    StudyPart,
    load_findings,
    load_parts,
    load_variants,
    page_of,
    say_part,
)
from edition.tables.cells import CellTarget
from edition.tables.schema import UNSEEN
from edition.tables.source import TableSource
from edition_sphinx.config import get_paths
from edition_sphinx.html.marks import level_mark
from edition_sphinx.tables.links import Links
from edition_sphinx.tables.words import COLON, text_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sphinx.builders import Builder
    from sphinx.writers.html5 import HTML5Translator

    from edition.findings import Finding, Variant
    from edition_sphinx.findings.nodes import apparatus_mark, proof_mark, study_part

__all__ = [
    "CALLED",
    "NOTED",
    "depart_nothing",
    "note_id",
    "visit_mark",
    "visit_part",
    "visit_proof",
]

JOINER = "\N{WORD JOINER}"
"""Keeps a mark on the line of the word that it hangs on."""

CALLED = {MarkKind.FINDING.value: "constat", MarkKind.VARIANT.value: "variante"}
NOTED = "html"
"""The builder whose pages have notes at their foot."""


def note_id(row: str) -> str:
    """Return the id of a note at the foot of its page."""
    return f"note-{row}"


def visit_mark(self: HTML5Translator, node: apparatus_mark) -> None:
    """Write the marks, one link a row to the note at the foot of the page."""
    source = TableSource(get_paths(self.builder.env))
    link = _link(self.builder, node["docname"])
    calls = (
        _findings(node["rows"], load_findings(source), link)
        if node["kind"] == MarkKind.FINDING
        else _variants(node["rows"], load_variants(source), link)
    )
    self.body.append("".join(calls))
    raise nodes.SkipNode


def _link(builder: Builder, docname: str) -> Callable[[str, str], str]:
    """Return what makes the attribute that links a row of a table, or nothing.

    A book without notes leads to the row itself, where its table has a page.
    """
    links = Links(builder, docname)

    def link(table: str, row: str) -> str:
        noted = f"#{note_id(row)}" if builder.name == NOTED else ""
        href = noted or links.row(CellTarget(table, row))
        return f' href="{escape(href)}"' if href else ""

    return link


def _findings(
    rows: list[str], known: Mapping[str, Finding], link: Callable[[str, str], str]
) -> Iterator[str]:
    for row in rows:
        finding = known[row]
        yield (
            f'{JOINER}<a class="ed-call"{link(FINDINGS, row)}>'
            f"{level_mark(finding.niveau, finding.portee)}"
            f'<span class="visually-hidden"> constat </span>{escape(finding.number)}</a>'
        )


def _variants(
    rows: list[str], known: Mapping[str, Variant], link: Callable[[str, str], str]
) -> Iterator[str]:
    for row in rows:
        yield (
            f'<a class="ed-call ed-call-variant"{link(VARIANTS, row)}>'
            f"variante\N{NO-BREAK SPACE}{escape(known[row].number)}</a>"
        )


def visit_proof(self: HTML5Translator, node: proof_mark) -> None:
    """Write the level of a citation."""
    mark = level_mark(node["niveau"], node["portee"])
    self.body.append(f"<sup>{JOINER}{mark}</sup>")
    raise nodes.SkipNode


def visit_part(self: HTML5Translator, node: study_part) -> None:
    """Write the parts of the book that the section treats, with their addresses."""
    parts = load_parts(TableSource(get_paths(self.builder.env)))
    said = "<br>".join(_part(row, parts) for row in node["rows"])
    self.body.append(
        '<div class="ed-part"><span class="ed-part-term">Dans le livre</span> '
        f"{said}</div>\n"
    )
    raise nodes.SkipNode


def _part(row: str, parts: Mapping[str, StudyPart]) -> str:
    """Say a part; what was not seen of the way to it is said too."""
    part = parts[row]
    page = page_of(row, parts)
    details = [
        text_html(say_part(row, parts)),
        _page(page),
        _doi(page.doi if page else UNSEEN),
        _seen(part.seen),
    ]
    return " · ".join(details)


def _seen(seen: str) -> str:
    if not seen or seen == UNSEEN:
        return f"texte {UNSEEN}"
    return f"vu{COLON} {text_html(seen)}"


def _page(page: StudyPart | None) -> str:
    if page is None:
        return f"page{COLON} {UNSEEN}"
    words = f"page\N{NO-BREAK SPACE}{escape(page.page)} d’OpenEdition"
    if not page.address or page.address == UNSEEN:
        return words
    return f'<a href="{escape(page.address)}">{words}</a>'


def _doi(doi: str) -> str:
    if not doi or doi == UNSEEN:
        return f"DOI{COLON} {UNSEEN}"
    return f'DOI{COLON} <a href="https://doi.org/{escape(doi)}">{escape(doi)}</a>'


def depart_nothing(self: Any, node: nodes.Node) -> None:
    """Nothing is left to write."""
