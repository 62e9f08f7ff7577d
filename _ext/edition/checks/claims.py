"""Rule: in a chapter, what states a fact carries a proof; the rest says it reasons.

A proof is a finding, a value or a citation. In a section that treats a part of the
study, what rests on its context says so. An edition without findings has no such rule.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from edition.findings import FINDINGS, Claim, read_claims
from edition.findings.claims import REASONING, VALUE
from edition.issues import Issue, IssueCode, IssueError, Place
from edition.tables.source import TableSource
from edition.tables.values import resolve_value
from edition.text.book import read_book
from edition.text.scope import Scope, scope_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from edition.paths import EditionPaths
    from edition.text.model import Document

__all__ = ["MOST_REASONING", "check"]

MOST_REASONING = 15
"""The share of a chapter's words, in per cent, that may be reasoning of ours."""

CONTEXT = "contexte"
SOURCES = "sources"

# How a paragraph tells its reader that it steps out of the study.
STEPS_OUT = re.compile(
    r"\bhors (?:de )?l[’']étude|\bhors étude|\bextérieure?s? à l[’']étude"
    r"|\bne (?:vien\w+|relèv\w+|sont|doi\w+ rien) (?:pas )?(?:de |à )l[’']étude"
    r"|\bn[’']est pas (?:de |dans )l[’']étude|\bcontexte\b|\bétranger\w* à l[’']étude"
    r"|\bsans lien avec l[’']étude",
    re.IGNORECASE,
)


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return the claims without proof, and the chapters that reason too much."""
    source = TableSource(paths)
    if not source.has(FINDINGS):
        return
    scopes = _Scopes(source)
    for page in read_book(paths):
        if scope_of(page.docname) is not Scope.CHAPTER:
            continue
        claims = read_claims(page)
        for claim in claims:
            yield from _unsourced(claim, page)
            if claim.parts:
                yield from _context(claim, page, scopes)
        yield from _share(claims, page)


def _unsourced(claim: Claim, page: Document) -> Iterator[Issue]:
    if not claim.evidence and not claim.reasoning:
        yield Issue(
            IssueCode.CLAIM_UNSOURCED,
            Place(page.path, claim.passage.line),
            f"rien ne prouve « {_beginning(claim.passage.words)} »",
            "un constat, un chiffre ou une source dans chaque paragraphe",
            f"ajoutez la preuve, ou la ligne « % {REASONING} » au-dessus d’un pur"
            " raisonnement",
        )


def _context(claim: Claim, page: Document, scopes: _Scopes) -> Iterator[Issue]:
    if claim.reasoning or STEPS_OUT.search(claim.passage.words):
        return
    for found in claim.evidence:
        if scopes.of(found.role, found.row) == CONTEXT:
            yield Issue(
                IssueCode.CONTEXT_UNSAID,
                Place(page.path, found.line),
                f"« {found.row} » éclaire l’étude sans en venir, et le paragraphe ne le"
                " dit pas",
                "« hors de l’étude », ou une section qui ne traite aucune partie",
            )
            return


def _share(claims: list[Claim], page: Document) -> Iterator[Issue]:
    counted = [(claim, len(claim.passage.words.split())) for claim in claims]
    whole = sum(count for _, count in counted)
    reasoned = sum(count for claim, count in counted if claim.reasoning)
    if reasoned * 100 > whole * MOST_REASONING:
        share = -(-reasoned * 100 // whole)
        yield Issue(
            IssueCode.CLAIM_REASONING,
            Place(page.path),
            f"{share} % des mots du chapitre sont marqués « {REASONING} »",
            f"{MOST_REASONING} % au plus",
            "appuyez ces paragraphes sur une preuve, ou raccourcissez-les",
        )


def _beginning(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:60].rsplit(' ', 1)[0]}…"


class _Scopes:
    """What each proof is about: the study, its reception or its context."""

    def __init__(self, source: TableSource) -> None:
        self._source = source
        self._of_value = lru_cache(maxsize=None)(self._value)
        self._of_key = self._keys()

    def of(self, role: str, row: str) -> str:
        """Return the row id of ``portees``; empty when it is not known."""
        if role == VALUE:
            return self._of_value(row)
        return self._of_key.get(row, "") if role == "cite" else ""

    def _value(self, spec: str) -> str:
        try:
            return resolve_value(spec, self._source).portee
        except IssueError:
            return ""  # said by the rule of values

    def _keys(self) -> Mapping[str, str]:
        """Return the scope of each key; a key of several witnesses has none of its own."""
        if not self._source.has(SOURCES):
            return {}
        try:
            table = self._source.table(SOURCES)
        except IssueError:
            return {}
        scopes: dict[str, str] = {}
        for row in table.frame.index:
            cells = table.lookup(row)
            key, scope = cells.get("reference", ""), cells.get("portee", "")
            scopes[key] = scope if scopes.get(key, scope) == scope else ""
        return scopes
