"""What a role of the apparatus names: ``constat-45,constat-46 | why it stands here``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["MarkKind", "MarkSpec", "read_mark", "read_rows"]


class MarkKind(StrEnum):
    """A role of the apparatus; the value is its name in the text."""

    FINDING = "finding"
    VARIANT = "variant"


@dataclass(frozen=True, slots=True)
class MarkSpec:
    """The rows that a role names.

    :param rows: row ids, in the order given, each once.
    :param reason: why a finding of another part stands here, for the reader; often
        empty.
    """

    rows: tuple[str, ...]
    reason: str = ""


def read_mark(text: str) -> MarkSpec:
    """Read the text of a role."""
    names, _, reason = text.partition("|")
    return MarkSpec(read_rows(names), " ".join(reason.split()))


def read_rows(text: str) -> tuple[str, ...]:
    """Read row ids separated by commas, each once."""
    rows = dict.fromkeys(name.strip() for name in text.split(","))
    return tuple(row for row in rows if row)
