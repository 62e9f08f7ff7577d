"""Findings and variants in full: at the foot of a page, and in the lists of an annex."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from edition.findings import (
    FINDINGS,
    VARIANTS,
    load_findings,
    load_parts,
    load_variants,
    say_part,
)
from edition.tables.cells import CellTarget
from edition_sphinx.findings.html import note_id
from edition_sphinx.html.marks import level_mark
from edition_sphinx.html.note import note_html
from edition_sphinx.tables.words import COLON, text_html

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from edition.findings import Finding, Proof, Reading, StudyPart, Variant
    from edition.tables.source import TableSource
    from edition_sphinx.tables.links import Links

__all__ = ["FOOT", "LISTING", "Notes"]

FOOT = "ed-values"
LISTING = "ed-values ed-listing"
"""The classes of the notes of a page, and of a list."""

SOURCES = "sources"


class Notes:
    """Writes findings and variants in full, with their witnesses, for one page."""

    def __init__(self, links: Links, source: TableSource) -> None:
        self._links = links
        self._source = source

    def findings(self, marked: Mapping[str, Sequence[str]], *, classes: str) -> str:
        """Return the notes of findings, with the reasons why they stand here."""
        known = load_findings(self._source)
        parts = load_parts(self._source)
        notes = (self._finding(known[row], why, parts) for row, why in marked.items())
        return _list(notes, classes)

    def variants(self, marked: Mapping[str, Sequence[str]], *, classes: str) -> str:
        """Return the notes of variants, with the reasons why they stand here."""
        known = load_variants(self._source)
        return _list(
            (self._variant(known[row], why) for row, why in marked.items()), classes
        )

    def _finding(
        self, finding: Finding, reasons: Sequence[str], parts: Mapping[str, StudyPart]
    ) -> str:
        head = self._head(FINDINGS, finding.id, f"Constat {finding.number}")
        mark = level_mark(finding.niveau, finding.portee)
        part = say_part(finding.part, parts, titled=False) if finding.part else ""
        return note_html(
            note_id(finding.id),
            f"{head}{mark} {text_html(finding.statement)}",
            text_html(part[:1].upper() + part[1:]),
            self._witnesses(finding.proofs),
            *(text_html(f"Ici : {reason}") for reason in reasons),
            text_html(finding.note),
        )

    def _variant(self, variant: Variant, reasons: Sequence[str]) -> str:
        head = self._head(VARIANTS, variant.id, f"Variante {variant.number}")
        return note_html(
            note_id(variant.id),
            f"{head} {text_html(variant.subject)}",
            *(self._reading(reading) for reading in variant.readings),
            text_html(variant.judgement),
            *(text_html(f"Ici : {reason}") for reason in reasons),
            text_html(variant.note),
        )

    def _reading(self, reading: Reading) -> str:
        said = f"{escape(reading.version)}{COLON} {text_html(reading.text)}"
        named = self._names(reading.witnesses, marked=True)
        said += f" ({named})" if named else ""
        return f"{said}, leçon retenue" if reading.kept else said

    def _head(self, table: str, row: str, words: str) -> str:
        href = self._links.row(CellTarget(table, row))
        said = escape(words.replace(" ", "\N{NO-BREAK SPACE}"))
        linked = f'<a href="{escape(href)}">{said}</a>' if href else said
        return f"<b>{linked}</b>"

    def _witnesses(self, proofs: Sequence[Proof]) -> str:
        # A single witness is as sure as the finding that it attests.
        named = self._names(proofs, marked=len(proofs) > 1)
        word = "Témoins" if len(proofs) > 1 else "Témoin"
        return f"{word}{COLON} {named}" if named else ""

    def _names(self, proofs: Sequence[Proof], *, marked: bool) -> str:
        return ", ".join(self._name(proof, marked=marked) for proof in proofs)

    def _name(self, proof: Proof, *, marked: bool) -> str:
        href = self._links.row(CellTarget(SOURCES, proof.source))
        label = text_html(proof.label)
        named = f'<a href="{escape(href)}">{label}</a>' if href else label
        return named + (level_mark(proof.niveau, proof.portee) if marked else "")


def _list(notes: Iterator[str], classes: str) -> str:
    items = "".join(notes)
    return f'<ul class="{classes}">\n{items}</ul>\n' if items else ""
