"""The people and bodies that answer for a reference, written in French.

Where they stand in a reference is left to :mod:`.layout`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pybtex.richtext import Text

if TYPE_CHECKING:
    from pybtex.database import Entry, Person

__all__ = ["ET_AL", "Name", "Names", "lead_names", "plain", "read_names", "short_names"]

ET_AL = "et al."

OTHERS = "others"
"""What BibTeX writes for people that are not listed."""

MOST_SHORT_NAMES = 3
"""From four authors on, the label in the text names the first one only."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person, or a body, which has a family name only.

    :param particle: what stands before the family name and does not count when
        sorting (« de » Leusse).
    """

    family: str
    given: str = ""
    particle: str = ""

    @property
    def short(self) -> str:
        """The name as the text cites it."""
        return f"{self.particle} {self.family}".strip()

    @property
    def sorting(self) -> str:
        """The name as the bibliography sorts it."""
        return f"{self.family} {self.given} {self.particle}".strip()


@dataclass(frozen=True, slots=True)
class Names:
    """The people who have one role in a reference.

    :param role: ``author``, ``editor``, or nothing when there is nobody.
    :param more: whether the source names others without listing them.
    """

    role: str = ""
    persons: tuple[Name, ...] = ()
    more: bool = False


@lru_cache(maxsize=8192)
def plain(latex: str) -> str:
    """Return a field of a BibTeX file as plain text.

    The same fields are asked for by the order, the labels and the layout.
    """
    return str(Text.from_latex(latex))


def read_names(entry: Entry, role: str) -> Names:
    """Return the people who have a role in a reference."""
    people = tuple(_name(person) for person in entry.persons.get(role, []))
    listed = tuple(name for name in people if name.family != OTHERS)
    return Names(role if listed else "", listed, more=len(listed) < len(people))


def lead_names(entry: Entry) -> Names:
    """Return the authors, else the editors, else nobody."""
    authors = read_names(entry, "author")
    return authors if authors.persons else read_names(entry, "editor")


def short_names(names: Names) -> str:
    """Return family names as the text cites them (« Audouard, Rimaud et Wiart »)."""
    families = [name.short for name in names.persons]
    if not families:
        return ""
    if len(families) > MOST_SHORT_NAMES or names.more:
        return f"{families[0]} {ET_AL}"
    *first, last = families
    return f"{', '.join(first)} et {last}" if first else last


def _name(person: Person) -> Name:
    return Name(
        family=plain(" ".join([*person.last_names, *person.lineage_names])),
        given=plain(" ".join([*person.first_names, *person.middle_names])),
        particle=plain(" ".join(person.prelast_names)),
    )
