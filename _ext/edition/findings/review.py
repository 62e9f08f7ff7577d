"""Each claim of a chapter beside what it rests on, for a reader who checks.

Everything is said as a reader would find it: values resolved, findings and variants in
full, citations with what was seen of their witness.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.findings.cited import SOURCES, cited_proofs
from edition.findings.claims import VALUE, Claim, read_claims
from edition.findings.marks import MarkKind
from edition.findings.parts import load_parts, say_part
from edition.findings.records import load_findings, load_variants
from edition.issues import IssueError
from edition.tables.levels import LEVELS, SCOPES
from edition.tables.values import resolve_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from edition.findings.claims import Evidence
    from edition.findings.records import Proof, Reading
    from edition.tables.source import TableSource
    from edition.text.model import Document
    from edition.text.roles import Use

__all__ = ["Exhibit", "Reviewed", "Reviewer"]

LONGEST_VALUE = 60
"""Longer ones, such as quotations, stand in a line of their own."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One thing that a claim rests on, in French.

    :param role: the role of the text; ``row`` is what it names.
    :param line: of the page; a line of the source is a sentence.
    :param head: how a reader calls it; empty when it cannot be found.
    :param level: how far to trust it, and what it is about.
    :param details: the rest, a line each.
    """

    role: str
    row: str
    line: int
    head: str = ""
    level: str = ""
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A claim and its exhibits.

    :param section: the title of the section that holds it.
    :param parts: the parts of the study that the section treats, as a reader reads them.
    """

    path: str
    line: int
    id: str
    number: int
    section: str
    parts: tuple[str, ...]
    words: str
    reasoning: bool
    exhibits: tuple[Exhibit, ...]
    variants: tuple[Exhibit, ...]

    @property
    def bare(self) -> bool:
        """Whether it has neither a proof nor the mark of reasoning."""
        return not self.exhibits and not self.reasoning


class Reviewer:
    """Reads the claims of pages.

    :param titles: the titles of the bibliography, by key.
    :raises IssueError: a table of the apparatus that cannot be read.
    """

    def __init__(self, source: TableSource, *, titles: Mapping[str, str]) -> None:
        self._source = source
        self._titles = titles
        self._findings = load_findings(source)
        self._variants = load_variants(source)
        self._parts = load_parts(source)
        self._levels = cited_proofs(source)
        self._seen = _witnesses(source)

    def resolve(self, use: Use) -> str | None:
        """Give the words of a value, for whoever reads the page."""
        if use.name != VALUE:
            return None
        try:
            return resolve_value(use.argument, self._source).text
        except IssueError:
            return None

    def review(self, page: Document) -> list[Reviewed]:
        """Return the claims of a page in order.

        :param page: read with :meth:`resolve`.
        """
        return [self._claim(claim, page) for claim in read_claims(page)]

    def _claim(self, claim: Claim, page: Document) -> Reviewed:
        passage = claim.passage
        titles = [s.title for s in page.sections if s.line < passage.line]
        return Reviewed(
            path=page.path,
            line=passage.line,
            id=passage.id,
            number=passage.number,
            section=titles[-1] if titles else "",
            parts=tuple(say_part(part, self._parts) for part in claim.parts),
            words=passage.words,
            reasoning=claim.reasoning,
            exhibits=tuple(map(self._exhibit, claim.evidence)),
            variants=tuple(map(self._variant, claim.variants)),
        )

    def _exhibit(self, found: Evidence) -> Exhibit:
        if found.role == MarkKind.FINDING:
            return self._finding(found)
        return self._value(found) if found.role == VALUE else self._citation(found)

    def _finding(self, found: Evidence) -> Exhibit:
        finding = self._findings.get(found.row)
        if finding is None:
            return Exhibit(found.role, found.row, found.line)
        named = " ; ".join(map(self._witness, finding.proofs))
        called = "Témoins" if len(finding.proofs) > 1 else "Témoin"
        details = (
            finding.statement,
            say_part(finding.part, self._parts) if finding.part else "",
            f"{called} : {named}" if named else "Aucun témoin",
            f"Ici : {found.reason}" if found.reason else "",
            f"Note : {finding.note}" if finding.note else "",
        )
        return Exhibit(
            found.role,
            found.row,
            found.line,
            f"Constat {finding.number}",
            self._level(finding.niveau, finding.portee),
            _kept(details),
        )

    def _value(self, found: Evidence) -> Exhibit:
        try:
            value = resolve_value(found.row, self._source)
        except IssueError:
            return Exhibit(found.role, found.row, found.line)
        short = len(value.text) <= LONGEST_VALUE
        details = (
            "" if short else f"« {value.text} »",
            " · ".join(_kept((value.measure, value.scope, value.date))),
            f"Témoin : {value.source_label}" if value.source_label else "",
            f"Calculé d’après : {', '.join(value.inputs)}" if value.inputs else "",
            f"Note : {value.trust.note}" if value.trust.note else "",
        )
        return Exhibit(
            found.role,
            found.row,
            found.line,
            f"Valeur « {value.text} »" if short else "Valeur",
            self._level(value.level, value.portee),
            _kept(details),
        )

    def _citation(self, found: Evidence) -> Exhibit:
        if found.row not in self._titles and found.row not in self._seen:
            return Exhibit(found.role, found.row, found.line)
        seen = self._seen.get(found.row, ())
        level, scope = self._levels.get(found.row, ("", ""))[::-1]
        title = self._titles.get(found.row, "")
        return Exhibit(
            found.role,
            found.row,
            found.line,
            "Source",
            self._level(level, scope),
            _kept((title, *seen)) if seen else _kept((title, "Pas un témoin")),
        )

    def _variant(self, found: Evidence) -> Exhibit:
        variant = self._variants.get(found.row)
        if variant is None:
            return Exhibit(found.role, found.row, found.line)
        details = (
            variant.subject,
            *map(self._reading, variant.readings),
            f"Jugement : {variant.judgement} ({variant.verdict})",
            f"Ici : {found.reason}" if found.reason else "",
            f"Note : {variant.note}" if variant.note else "",
        )
        level = self._level(variant.niveau, variant.portee)
        head = f"Variante {variant.number}"
        return Exhibit(found.role, found.row, found.line, head, level, _kept(details))

    def _reading(self, reading: Reading) -> str:
        kept = " (retenue)" if reading.kept else ""
        named = " ; ".join(map(self._witness, reading.witnesses)) or "aucun témoin"
        return f"Leçon {reading.version}{kept} : {reading.text} — {named}"

    def _witness(self, proof: Proof) -> str:
        return f"{proof.label} [{self._level(proof.niveau, proof.portee)}]"

    def _level(self, level: str, scope: str) -> str:
        labels = (
            self._source.label(table, row)
            for table, row in ((LEVELS, level), (SCOPES, scope))
            if row
        )
        return ", ".join(labels)


def _kept(details: Iterable[str]) -> tuple[str, ...]:
    return tuple(detail for detail in details if detail)


def _witnesses(source: TableSource) -> dict[str, tuple[str, ...]]:
    """Say what was seen of each witness that a key stands for."""
    found: dict[str, tuple[str, ...]] = {}
    if not source.has(SOURCES):
        return found
    table = source.table(SOURCES)
    for row in table.frame.index:
        cells = table.lookup(row)
        key = cells.get("reference", "")
        if key not in table.schema.missing:
            seen = cells.get("etendue_vue", "") or "non vu"
            said = f"Témoin : {source.label(SOURCES, row)}, vu : {seen}"
            found[key] = (*found.get(key, ()), said)
    return found
