"""Findings, variants and parts of the study: what a claim of the text rests on.

A finding says what the study or its reception says, and who attests it; a variant says
where witnesses disagree; a part is a piece of the book. All three are rows of tables.
"""

from edition.findings.cited import cited_proofs
from edition.findings.claims import Claim, Evidence, StudyParts, read_claims
from edition.findings.marks import MarkKind, MarkSpec, read_mark, read_rows
from edition.findings.parts import (
    PARTS,
    StudyPart,
    lineage,
    load_parts,
    page_of,
    related,
    say_part,
)
from edition.findings.records import (
    FINDINGS,
    VARIANTS,
    Finding,
    Proof,
    Reading,
    Variant,
    load_findings,
    load_variants,
)

__all__ = [
    "FINDINGS",
    "PARTS",
    "VARIANTS",
    "Claim",
    "Evidence",
    "Finding",
    "MarkKind",
    "MarkSpec",
    "Proof",
    "Reading",
    "StudyPart",
    "StudyParts",
    "Variant",
    "cited_proofs",
    "lineage",
    "load_findings",
    "load_parts",
    "load_variants",
    "page_of",
    "read_claims",
    "read_mark",
    "read_rows",
    "related",
    "say_part",
]
