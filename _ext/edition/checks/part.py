"""Rule: a finding stands where its part of the study is treated, or says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.findings import (
    MarkKind,
    StudyParts,
    load_findings,
    load_parts,
    read_mark,
    related,
)
from edition.issues import Issue, IssueCode, IssueError, Place
from edition.tables.source import TableSource
from edition.text.book import read_book

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from edition.findings import Finding, StudyPart
    from edition.paths import EditionPaths
    from edition.text.model import Document

__all__ = ["check"]


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return the findings that would seem to come from another part of the study."""
    source = TableSource(paths)
    try:
        parts = load_parts(source)
        findings = load_findings(source)
    except IssueError:
        return  # said by the check of the tables
    for page in read_book(paths):
        yield from _out_of_part(page, findings, parts, StudyParts(page))


def _out_of_part(
    page: Document,
    findings: Mapping[str, Finding],
    parts: Mapping[str, StudyPart],
    treated: StudyParts,
) -> Iterator[Issue]:
    for use in page.uses:
        if use.kind != "role" or use.name != MarkKind.FINDING:
            continue
        spec = read_mark(use.argument)
        here = treated.at(use.line)
        for row in spec.rows:
            finding = findings.get(row)
            if finding is None or spec.reason or _belongs(finding.part, here, parts):
                continue
            yield Issue(
                IssueCode.FINDING_PART,
                Place(page.path, use.line),
                f"constat « {row} » {_of(finding.part, parts)}, dans une section qui"
                f" {_treats(here, parts)}",
                hint="déplacez-le, ou dites pourquoi il est là :"
                f" {{finding}}`{row} | la raison`",
            )


def _belongs(part: str, here: tuple[str, ...], parts: Mapping[str, StudyPart]) -> bool:
    if not part or not here:
        return not part and not here
    return related(part, here, parts)


def _of(part: str, parts: Mapping[str, StudyPart]) -> str:
    return f"de la partie « {_title(part, parts)} »" if part else "d’aucune partie"


def _treats(here: tuple[str, ...], parts: Mapping[str, StudyPart]) -> str:
    if not here:
        return "n’en traite aucune"
    return "traite " + ", ".join(f"« {_title(part, parts)} »" for part in here)


def _title(part: str, parts: Mapping[str, StudyPart]) -> str:
    return parts[part].title if part in parts else part
