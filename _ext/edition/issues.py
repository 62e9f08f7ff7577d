"""What can be wrong with the edition, and how it is said.

An :class:`Issue` is a fault in the text or the data, with its place and the next
step. This module knows the form of a message; finding faults is left to the rooms
and to :mod:`edition.checks`, printing them to the command line and to Sphinx.
"""

from __future__ import annotations

import bisect
import difflib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from edition.codes import IssueCode

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "Issue",
    "IssueCode",
    "IssueError",
    "Place",
    "Severity",
    "known_values",
    "nearest",
    "suggestion",
]

MOST_KNOWN_VALUES = 7
MOST_COMPARED = 500


class Severity(StrEnum):
    """How much an issue matters."""

    ERROR = "erreur"
    """The edition cannot be published so."""

    WARNING = "avertissement"
    """Allowed while writing, a fault in a release."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where an issue lies.

    :param path: relative to the repository, with forward slashes.
    :param line: counted from 1; 0 when the whole file is meant.
    """

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


LONGEST_MESSAGE = 1000


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault, written in French for the person who can repair it.

    :param message: what is wrong, one clause with the value in guillemets, without
        a full stop.
    :param expected: what was expected, without a full stop; empty when the message
        says it.
    :param hint: one next step, without a full stop; a question keeps its mark.
    :param excerpt: lines to show below, such as a filter with a caret under the fault.
    """

    code: IssueCode
    place: Place
    message: str
    expected: str = ""
    hint: str = ""
    severity: Severity = Severity.ERROR
    excerpt: str = ""

    def __str__(self) -> str:
        shown = "".join(f"\n    {line}" for line in self.excerpt.splitlines())
        return f"{self.place}: {self.text}{shown}"

    @property
    def text(self) -> str:
        """The message without its place."""
        said = self.message
        if len(said) > LONGEST_MESSAGE:
            # A line of three million signs is a fault, not a thing to be read out.
            half = LONGEST_MESSAGE // 2
            said = f"{said[:half]} […] {said[-half:]}"
        if self.expected:
            said += f" ; attendu : {self.expected}"
        said += "."
        if self.hint:
            said += f" Conseil : {self.hint}"
            said += "" if self.hint.endswith("?") else "."
        return f"{said} [edition.{self.code}]"

    @property
    def sort_key(self) -> tuple[Place, str, str]:
        """Order of a report: by place, then by code, then by message."""
        return (self.place, str(self.code), self.message)


class IssueError(Exception):
    """Issues that make it senseless to go on (an unreadable schema, a bad filter).

    :param issues: at least one.
    """

    def __init__(self, *issues: Issue) -> None:
        super().__init__("\n".join(str(issue) for issue in issues))
        self.issues = issues


def known_values(values: Iterable[str], *, quote: bool = False) -> str:
    """List at most seven known values, then say how many more there are."""
    listed = [f"« {value} »" if quote else value for value in values]
    more = len(listed) - MOST_KNOWN_VALUES
    if more <= 0:
        return ", ".join(listed)
    others = "1 autre" if more == 1 else f"{more} autres"
    return f"{', '.join(listed[:MOST_KNOWN_VALUES])} et {others}"


def nearest(value: str, values: Iterable[str]) -> str | None:
    """Return the known value that looks most like ``value``, if any does."""
    candidates = list(values)
    if len(candidates) > MOST_COMPARED:
        # A comparison is slow: of many names, those that begin alike.
        candidates.sort()
        at = bisect.bisect(candidates, value)
        candidates = candidates[max(0, at - MOST_COMPARED // 2) :][:MOST_COMPARED]
    found = difflib.get_close_matches(value, candidates, n=1, cutoff=0.6)
    return found[0] if found else None


def suggestion(value: str, values: Iterable[str]) -> str:
    """Return the hint « vouliez-vous … ? » for an unknown name, or nothing."""
    found = nearest(value, values)
    return f"vouliez-vous « {found} » ?" if found else ""
