"""Rule: what the dossier warns against is never said of the study.

A figure of a place dated otherwise than the survey bears its year; what a heading dates
is no opening of an account; a chapter is never given to one of its authors; a surface
or an opening hour without a year says « millésime non vu » beside the survey's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edition.findings import FINDINGS, Claim, MarkKind, load_findings, read_claims
from edition.findings.claims import VALUE
from edition.issues import Issue, IssueCode, IssueError, Place
from edition.tables.edtf import EdtfError, parse_edtf
from edition.tables.source import TableSource
from edition.tables.values import FIGURES, Value, resolve_value
from edition.text.book import read_book
from edition.text.scope import Scope, scope_of
from edition.text.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from edition.findings import Finding
    from edition.paths import EditionPaths
    from edition.text.model import Document

__all__ = ["check"]

SURVEY = "2016"
VINTAGE = "millésime non vu"
HEADING = "titre"
CONTEXT = "contexte"
SPACES = ("metre-carre", "heure")
"""Units of what a place measures: its surface, its opening hours."""

PLACES = "bibliotheques"
PLACE_COLUMNS = ("surface_m2", "heures_semaine")
VINTAGE_COLUMN = "millesime"
SHAPING = ("columns", "x", "y", "label")
"""The options of a view or a chart that name what it shows."""

SIGNED = "oeb-2108"
"""The row of ``sources`` whose authors sign every chapter."""

YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
ROLE = re.compile(r"\{[\w:-]+\}`[^`]*`")
OPENING = re.compile(
    r"\b(?:ouvr|ouvert|cré[ée]|création|lanc|naît|naiss|né(?:e|s|es)?\b|inscri)", re.I
)
ACCOUNT = re.compile(r"\b(?:comptes?|pages? Facebook|chaînes?|profils?)\b", re.I)
DENIED = re.compile(
    r"\bne dat|\baucun compte|\bnon l[’']ouverture|\bn[’']est pas", re.I
)
CHAPTER = re.compile(r"\bchapitres?\b", re.I)


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return the sentences that would mislead."""
    source = TableSource(paths)
    if not source.has(FINDINGS):
        return
    try:
        rules = _Rules(source)
    except IssueError:
        return  # said by the check of the tables
    for page in read_book(paths):
        if scope_of(page.docname) is not Scope.CHAPTER:
            continue
        lines = page.page.text.splitlines()
        for claim in read_claims(page):
            yield from rules.check(claim, page, lines)
    for page in read_book(paths):
        if scope_of(page.docname) in (Scope.CHAPTER, Scope.ANNEX):
            yield from _captions(page)


class _Rules:
    """The rules, with what they need of the tables."""

    def __init__(self, source: TableSource) -> None:
        self._source = source
        self._findings: Mapping[str, Finding] = load_findings(source)
        self._surnames = _surnames(source)

    def check(self, claim: Claim, page: Document, lines: list[str]) -> Iterator[Issue]:
        """Return what is wrong with a claim."""
        values = list(self._values(claim))
        words = " ".join([_bare(claim.passage.skeleton), *(v.text for v, _ in values)])
        dated = VINTAGE in words.casefold()
        for value, line in values:
            here = Place(page.path, line)
            yield from self._year(value, words, here)
            if SURVEY in words and not dated:
                yield from self._vintage(value, here)
        for number in range(claim.passage.line, claim.passage.end_line + 1):
            here = Place(page.path, number)
            sentence = lines[number - 1] if number <= len(lines) else ""
            yield from self._opening(claim, values, sentence, here)
            yield from self._signature(sentence, here)

    def _values(self, claim: Claim) -> Iterator[tuple[Value, int]]:
        for found in claim.of(VALUE):
            try:
                yield resolve_value(found.row, self._source), found.line
            except IssueError:
                continue  # said by the rule of values

    def _cells(self, value: Value) -> Mapping[str, str]:
        return self._source.cells(value.table, value.row) or {}

    def _year(self, value: Value, words: str, here: Place) -> Iterator[Issue]:
        """Refuse a figure of a place, of another year than the survey, without its year."""
        cells = self._cells(value)
        if value.table != FIGURES or value.portee != CONTEXT:
            return
        years = _years(cells.get("date", ""))
        if not cells.get("etablissement") or not years or SURVEY in years:
            return
        if "copie" in cells.get("date_lue", "") or years & set(YEAR.findall(words)):
            return
        if value.text in words and YEAR.fullmatch(value.text):
            return
        yield Issue(
            IssueCode.YEAR_UNSAID,
            here,
            f"« {value.row} » date de {min(years)}, et le paragraphe ne le dit pas",
            f"l’année du chiffre, qui n’est pas celle de l’enquête ({SURVEY})",
        )

    def _vintage(self, value: Value, here: Place) -> Iterator[Issue]:
        """Refuse a surface or an hour of no known year beside the survey's."""
        if value.unit not in SPACES:
            return
        read = self._cells(value).get("date_lue", "")
        if (
            value.table == FIGURES
            and value.date not in ("", "non vu")
            and ("copie" not in read)
        ):
            return
        yield Issue(
            IssueCode.VINTAGE_UNSAID,
            here,
            f"« {value.row} » n’a pas de millésime, et se lit près de {SURVEY}",
            f"« {VINTAGE} » dans le paragraphe",
        )

    def _opening(
        self,
        claim: Claim,
        values: list[tuple[Value, int]],
        sentence: str,
        here: Place,
    ) -> Iterator[Issue]:
        """Refuse a heading's date as the opening of an account."""
        headings = [v.row for v, at in values if at == here.line and v.level == HEADING]
        for found in claim.of(MarkKind.FINDING):
            finding = self._findings.get(found.row)
            if found.line == here.line and finding and finding.niveau == HEADING:
                headings.append(found.row)
        said = ROLE.sub("", sentence)
        if headings and ACCOUNT.search(said) and OPENING.search(said):
            if DENIED.search(said):
                return
            yield Issue(
                IssueCode.HEADING_OPENING,
                here,
                f"« {headings[0]} » vient d’un intitulé, et la phrase parle d’ouvrir un"
                " compte",
                "le début d’un récit ; l’intitulé ne date l’ouverture d’aucun compte",
            )

    def _signature(self, sentence: str, here: Place) -> Iterator[Issue]:
        """Refuse a chapter given to some of its authors only."""
        said = ROLE.sub("", sentence)
        words = set(re.findall(r"[\w-]+", said))
        named = [name for name in self._surnames if name in words]
        if CHAPTER.search(said) and 0 < len(named) < len(self._surnames):
            yield Issue(
                IssueCode.SINGLE_SIGNATURE,
                here,
                f"un chapitre près du seul nom de « {named[0]} »",
                "les noms de tous ses auteurs, ou aucun :"
                " chaque chapitre porte leur signature commune",
            )


def _captions(page: Document) -> Iterator[Issue]:
    """Refuse a view of surfaces or hours that does not say that no year was seen."""
    for use in page.uses:
        if use.kind != "directive" or use.argument.strip() != PLACES:
            continue
        shaping = " ".join(text for name, text in use.options if name in SHAPING)
        caption = fold(use.option("caption") or "").casefold()
        if use.name in ("data-table", "data-chart") and VINTAGE not in caption:
            shown = next((name for name in PLACE_COLUMNS if name in shaping), "")
            # Where the column of the year is shown, each row says it itself.
            if shown and VINTAGE_COLUMN not in shaping:
                yield Issue(
                    IssueCode.VINTAGE_UNSAID,
                    Place(page.path, use.line),
                    f"la vue montre « {shown} », dont aucun millésime n’a été vu",
                    f"« {VINTAGE} » dans la légende",
                )


def _bare(skeleton: str) -> str:
    """Return the words without the addresses that stand for values."""
    return re.sub(r"\[[^\]]*\]", " ", skeleton)


def _years(date: str) -> set[str]:
    try:
        read = parse_edtf(date)
    except EdtfError:
        return set()
    points = (point for point in (read.start, read.end) if point)
    return {str(point.year) for point in points}


def _surnames(source: TableSource) -> tuple[str, ...]:
    cells = source.cells("sources", SIGNED)
    named = re.split(r",| et ", cells.get("auteur", "")) if cells else []
    return tuple(name.split()[-1] for name in named if name.split())
