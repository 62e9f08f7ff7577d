"""Claims and what they rest on as plain text, to be read and ticked off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.cli.paragraph import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.findings.review import Exhibit, Reviewed
    from edition.findings.tally import Tally

__all__ = ["WIDTH", "claim_text", "tally_text", "title_text"]

WIDTH = 88
REASONING = (
    "RAISONNEMENT : ce paragraphe ne prouve rien de nouveau, par son propre aveu."
)
BARE = "SANS PREUVE : ni constat, ni chiffre, ni source."


def title_text(title: str, path: str) -> str:
    """Return the head of a chapter."""
    said = f"{title} ({path})"
    return f"{paragraph(said, width=WIDTH)}\n{'=' * min(len(said), WIDTH)}\n"


def claim_text(claim: Reviewed) -> str:
    """Return a claim with its exhibits, ended by an empty line."""
    return "\n".join(_lines(claim)) + "\n"


def _lines(claim: Reviewed) -> Iterator[str]:
    number = f"§ {claim.number}" if claim.number else ""
    place = f"{claim.path}:{claim.line}"
    yield " · ".join(filter(None, (number, claim.id, place)))
    if claim.section:
        yield _wrapped(f"Section : {claim.section}", hang="  ")
    for part in claim.parts:
        yield _wrapped(f"Partie de l’étude : {part}", hang="  ")
    yield ""
    yield _wrapped(claim.words or "(sans mots)", indent="    ")
    yield ""
    if claim.reasoning:
        yield f"  {REASONING}"
    if claim.bare:
        yield f"  {BARE}"
    for exhibit in (*claim.exhibits, *claim.variants):
        yield from _exhibit(exhibit)
    yield "-" * WIDTH


def _exhibit(exhibit: Exhibit) -> Iterator[str]:
    named = f"({exhibit.row}), ligne {exhibit.line}"
    if not exhibit.head:
        yield _wrapped(f"INTROUVABLE : {exhibit.role} {named}", indent="  ")
        return
    head = f"{exhibit.head} {named}"
    said = f"{head} · {exhibit.level}" if exhibit.level else head
    yield _wrapped(said, indent="  ", hang="  ")
    for detail in exhibit.details:
        yield _wrapped(detail, indent="      ", hang="  ")


def tally_text(tally: Tally) -> str:
    """Return the summary."""
    claims = _counted(tally.claims, "paragraphe", "paragraphes")
    found = _counted(tally.findings, "paragraphe", "paragraphes")
    reasoned = _counted(tally.reasoned_words, "mot", "mots")
    return (
        f"{claims} : {tally.reasoning} de raisonnement, {tally.bare} sans preuve.\n"
        f"Preuves : {found} avec un constat, {tally.values} avec un chiffre,"
        f" {tally.citations} avec une source.\n"
        f"Raisonnement : {reasoned} sur {tally.words}, soit {tally.share} %.\n"
    )


def _counted(count: int, one: str, many: str) -> str:
    # In French, zero is singular.
    return f"{count} {many if count > 1 else one}"


def _wrapped(text: str, *, indent: str = "", hang: str = "") -> str:
    return paragraph(text, width=WIDTH, indent=indent, hang=hang)
