"""What a page is made of for the ground floor: sections, passages, uses.

Reading them from a page is the work of :mod:`edition.text.passages`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from edition.text.words import checksum

if TYPE_CHECKING:
    from edition.text.markdown import Page
    from edition.text.roles import Use
    from edition.text.targets import Target

__all__ = ["Document", "Passage", "PassageKind", "Section"]


class PassageKind(StrEnum):
    """What sort of block a passage is."""

    PARAGRAPH = "paragraph"
    LIST = "list"
    DEFINITIONS = "definitions"
    QUOTATION = "quotation"
    TABLE = "table"
    CHART = "chart"
    FIGURE = "figure"

    @property
    def prefix(self) -> str:
        """The letter its ids begin with."""
        return _PREFIXES[self]

    @property
    def view(self) -> bool:
        """Whether it is a directive: its id is an option, its number its own."""
        return self in (PassageKind.TABLE, PassageKind.CHART, PassageKind.FIGURE)


_PREFIXES = {
    PassageKind.PARAGRAPH: "p",
    PassageKind.LIST: "p",
    PassageKind.DEFINITIONS: "p",
    PassageKind.QUOTATION: "q",
    PassageKind.TABLE: "t",
    PassageKind.CHART: "f",
    PassageKind.FIGURE: "f",
}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the page and what follows it.

    :param id: as the author wrote it; empty when there is none.
    """

    id: str
    level: int
    title: str
    line: int
    document: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block that can be cited.

    :param id: empty when it has none yet.
    :param line: its first line in the page, from 1, the line of its id not counted.
    :param words: as read, values resolved, marks left out, before French spacing.
    :param skeleton: the words with the addresses of the values in their place; when
        only the words differ between two states of a passage, a value has changed.
    :param section: the id of the section that holds it; empty before the first.
    :param number: its place in the page, counted from 1; 0 for what is not numbered.
    :param remark: the comment line just above it, such as « raisonnement ».
    """

    kind: PassageKind
    id: str
    line: int
    end_line: int
    words: str
    skeleton: str
    section: str
    document: str
    number: int = 0
    remark: str = ""

    @property
    def checksum(self) -> str:
        """The checksum of its words."""
        return checksum(self.words)


@dataclass(frozen=True, slots=True)
class Document:
    """A page as the ground floor reads it.

    :param path: as messages show it.
    :param targets: every ``(id)=`` line, the misplaced ones too.
    :param uses: every role and directive, those inside directives too.
    """

    docname: str
    path: str
    title: str
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    targets: tuple[Target, ...]
    uses: tuple[Use, ...]
    page: Page = field(compare=False, repr=False)

    def ids(self) -> list[tuple[str, int]]:
        """List the ids that the page gives, with their lines, in the order of reading."""
        found = [(target.name, target.line) for target in self.targets]
        found += [(p.id, p.line) for p in self.passages if p.kind.view and p.id]
        return sorted(found, key=lambda item: item[1])
