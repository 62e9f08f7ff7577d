"""The claims of a chapter: each block of the text with what it rests on.

A block is a passage that is no view of data. Its evidence is the findings, the values
and the citations in it; the part of the study that its section treats is named by the
directive ``study-part``, which holds for the sections below it too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.findings.marks import MarkKind, read_mark, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from edition.text.model import Document, Passage, Section
    from edition.text.roles import Use

__all__ = [
    "CITING",
    "REASONING",
    "STUDY_PART",
    "VALUE",
    "Claim",
    "Evidence",
    "StudyParts",
    "read_claims",
]

CITING = ("cite", "cite:p", "cite:t")
VALUE = "data-value"
STUDY_PART = "study-part"

REASONING = "raisonnement"
"""The comment line that marks a block as reasoning of ours."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A role that a claim rests on.

    :param role: its name, ``cite`` for the three that cite.
    :param row: what it names: a finding, the address of a value, a key.
    :param reason: of a finding, why it stands here.
    """

    role: str
    row: str
    line: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A block of a chapter and what it rests on.

    :param parts: row ids of the parts of the study that its section treats.
    :param variants: the variants that it marks; they prove nothing by themselves.
    """

    passage: Passage
    evidence: tuple[Evidence, ...]
    parts: tuple[str, ...]
    variants: tuple[Evidence, ...] = ()

    @property
    def reasoning(self) -> bool:
        """Whether its author marks it as reasoning."""
        return self.passage.remark == REASONING

    def of(self, role: str) -> Iterator[Evidence]:
        """Return its evidence of one sort."""
        return (found for found in self.evidence if found.role == role)


def read_claims(document: Document) -> list[Claim]:
    """Return the claims of a page in order."""
    parts = StudyParts(document)
    uses = [use for use in document.uses if use.kind == "role"]
    return [
        _claim(passage, uses, parts)
        for passage in document.passages
        if not passage.kind.view
    ]


def _claim(passage: Passage, uses: Sequence[Use], parts: StudyParts) -> Claim:
    inside = [use for use in uses if passage.line <= use.line <= passage.end_line]
    found = list(_evidence(inside))
    return Claim(
        passage,
        tuple(one for one in found if one.role != MarkKind.VARIANT),
        parts.at(passage.line),
        tuple(one for one in found if one.role == MarkKind.VARIANT),
    )


def _evidence(uses: Sequence[Use]) -> Iterator[Evidence]:
    for use in uses:
        if use.name in set(MarkKind):
            spec = read_mark(use.argument)
            for row in spec.rows:
                yield Evidence(use.name, row, use.line, spec.reason)
        elif use.name == VALUE:
            yield Evidence(VALUE, use.argument.strip(), use.line)
        elif use.name in CITING:
            for key in filter(None, map(str.strip, use.argument.split(","))):
                yield Evidence("cite", key, use.line)


class StudyParts:
    """Which parts of the study the sections of a page treat."""

    def __init__(self, document: Document) -> None:
        self._sections = document.sections
        self._named = [
            (use.line, read_rows(use.argument))
            for use in document.uses
            if use.kind == "directive" and use.name == STUDY_PART
        ]

    def at(self, line: int) -> tuple[str, ...]:
        """Return the parts named by the section of a line, or by one that holds it.

        The innermost section that names any decides, with all that it names.
        """
        for section in reversed(list(self._holding(line))):
            end = self._next(section)
            named = [parts for at, parts in self._named if section.line <= at < end]
            if named:
                return tuple(dict.fromkeys(part for parts in named for part in parts))
        return ()

    def _holding(self, line: int) -> Iterator[Section]:
        """Yield the sections that hold a line, the outermost first."""
        open_: list[Section] = []
        for section in self._sections:
            if section.line > line:
                break
            while open_ and open_[-1].level >= section.level:
                open_.pop()
            open_.append(section)
        yield from open_

    def _next(self, section: Section) -> int:
        """Return the line of the heading that follows."""
        following = (s.line for s in self._sections if s.line > section.line)
        return next(following, 10**9)
