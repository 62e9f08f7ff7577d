"""The records of the apparatus, read from their tables.

Columns are named by convention: ``constats`` (partie, enonce, portee, niveau) with its
proofs in ``preuves`` (constat, source, portee, niveau); ``variantes`` (objet, jugement,
verdict) with its readings in ``lecons`` (variante, version, texte, retenue) and their
witnesses in ``lecons-temoins`` (lecon, source, portee, niveau).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.tables.remembered import from_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from edition.tables.load import Table
    from edition.tables.source import TableSource

__all__ = [
    "FINDINGS",
    "VARIANTS",
    "Finding",
    "Proof",
    "Reading",
    "Variant",
    "load_findings",
    "load_variants",
]

FINDINGS = "constats"
PROOFS = "preuves"
VARIANTS = "variantes"
READINGS = "lecons"
WITNESSES = "lecons-temoins"
SOURCES = "sources"

NUMBER = re.compile(r"0*([0-9]+)\Z")


@dataclass(frozen=True, slots=True)
class Proof:
    """A witness of a finding or of a reading.

    :param source: row id of ``sources``; ``label`` is how that witness is called.
    :param portee: row id of ``portees``.
    :param niveau: row id of ``niveaux``.
    """

    source: str
    label: str
    portee: str
    niveau: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What the study, or its reception, says.

    :param number: as readers see it; the digits that end its id.
    :param part: row id of ``parties``; empty when it comes from no part of the book.
    """

    id: str
    number: str
    statement: str
    part: str
    portee: str
    niveau: str
    note: str = ""
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One of the versions between which witnesses differ.

    :param version: its letter.
    :param kept: whether the edition follows it.
    """

    version: str
    text: str
    kept: bool
    witnesses: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """A disagreement between witnesses, and our judgement."""

    id: str
    number: str
    subject: str
    judgement: str
    verdict: str
    portee: str
    niveau: str
    note: str = ""
    readings: tuple[Reading, ...] = ()


@from_tables(FINDINGS, PROOFS, SOURCES)
def load_findings(source: TableSource) -> Mapping[str, Finding]:
    """Return the findings by row id, in the order of their table.

    :raises IssueError: a table that cannot be read.
    """
    if not source.has(FINDINGS):
        return {}
    proofs = _proofs(source, PROOFS, of="constat")
    return {
        row: Finding(
            row,
            number_of(row),
            cells["enonce"],
            cells["partie"],
            cells["portee"],
            cells["niveau"],
            cells["note"],
            tuple(proofs.get(row, ())),
        )
        for row, cells in _rows(source, FINDINGS)
    }


@from_tables(VARIANTS, READINGS, WITNESSES, SOURCES)
def load_variants(source: TableSource) -> Mapping[str, Variant]:
    """Return the variants by row id, in the order of their table.

    :raises IssueError: a table that cannot be read.
    """
    if not source.has(VARIANTS):
        return {}
    witnesses = _proofs(source, WITNESSES, of="lecon")
    readings: dict[str, list[Reading]] = {}
    for row, cells in _rows(source, READINGS):
        readings.setdefault(cells["variante"], []).append(
            Reading(
                cells["version"],
                cells["texte"],
                cells["retenue"] == "true",
                tuple(witnesses.get(row, ())),
            )
        )
    return {
        row: Variant(
            row,
            number_of(row),
            cells["objet"],
            cells["jugement"],
            cells["verdict"],
            cells["portee"],
            cells["niveau"],
            cells["note"],
            tuple(readings.get(row, ())),
        )
        for row, cells in _rows(source, VARIANTS)
    }


def number_of(row: str) -> str:
    """Return the number that readers see for a row id; the id itself without digits."""
    found = NUMBER.search(row)
    return found[1] if found else row


def _proofs(source: TableSource, name: str, *, of: str) -> Mapping[str, list[Proof]]:
    found: dict[str, list[Proof]] = {}
    for _, cells in _rows(source, name):
        witness = cells["source"]
        proof = Proof(
            witness, source.label(SOURCES, witness), cells["portee"], cells["niveau"]
        )
        found.setdefault(cells[of], []).append(proof)
    return found


def _rows(source: TableSource, name: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield the rows of a table; what is missing, and what it lacks, is empty."""
    if not source.has(name):
        return
    table = source.table(name)
    for row in table.frame.index:
        yield row, _Cells(table, row)


class _Cells(dict[str, str]):
    """The cells of a row, empty where nothing was seen or no column has that name."""

    def __init__(self, table: Table, row: str) -> None:
        missing = table.schema.missing
        super().__init__(
            {
                name: "" if cell in missing else cell
                for name, cell in table.lookup(row).items()
            }
        )

    def __missing__(self, name: str) -> str:
        return ""
