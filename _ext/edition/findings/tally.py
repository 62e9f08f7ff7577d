"""What the claims of a chapter rest on, counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.findings.claims import VALUE
from edition.findings.marks import MarkKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edition.findings.review import Reviewed

__all__ = ["Tally", "count_claims"]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of claims.

    :param findings: claims that rest on at least one finding; ``values`` and
        ``citations`` likewise, so that a claim may count in all three.
    :param bare: claims without proof that are not marked as reasoning.
    :param reasoned_words: words of the claims marked as reasoning.
    """

    claims: int
    findings: int
    values: int
    citations: int
    reasoning: int
    bare: int
    words: int
    reasoned_words: int

    @property
    def share(self) -> int:
        """The share of reasoning in the words, in per cent, rounded up."""
        return -(-self.reasoned_words * 100 // self.words) if self.words else 0


def count_claims(claims: Sequence[Reviewed]) -> Tally:
    """Count some claims."""

    def resting_on(role: str) -> int:
        return sum(any(e.role == role for e in claim.exhibits) for claim in claims)

    words = [(claim, len(claim.words.split())) for claim in claims]
    return Tally(
        claims=len(claims),
        findings=resting_on(MarkKind.FINDING),
        values=resting_on(VALUE),
        citations=resting_on("cite"),
        reasoning=sum(claim.reasoning for claim in claims),
        bare=sum(claim.bare for claim in claims),
        words=sum(count for _, count in words),
        reasoned_words=sum(count for claim, count in words if claim.reasoning),
    )
