"""The name of an author: of a person, in two parts, or of an entity, in one."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Name"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name.

    :param said: as a reader reads it.
    :param family: the part that a list is sorted by; empty for an entity.
    :param given: the other part.
    """

    said: str
    family: str = ""
    given: str = ""

    @classmethod
    def of_person(cls, *, given: str, family: str) -> Name:
        """Return the name of a person, of which a part may be missing."""
        said = " ".join(part for part in (given, family) if part)
        return cls(said, family or given, given if family else "")

    @property
    def person(self) -> bool:
        """Whether it is a person's."""
        return bool(self.family)
