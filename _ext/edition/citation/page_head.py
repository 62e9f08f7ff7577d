"""What the head of a page is made from, whatever the vocabulary that says it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urljoin

if TYPE_CHECKING:
    from edition.citation.names import Name
    from edition.citation.references import Reference
    from edition.citation.work import Work

__all__ = ["File", "Head", "Kind", "Table"]

DEED = re.compile(r"(//creativecommons\.org/.*/)(?:deed|legalcode)[^/]*$")
"""The address of a summary of a licence, which begins with that of the licence."""


class Kind(StrEnum):
    """What a page is, as schema.org calls it."""

    BOOK = "Book"
    """The title page, which stands for the edition."""
    CHAPTER = "Chapter"
    """What is read: a chapter, an annex, an abstract."""
    GUIDE = "WebPage"
    """About the edition, not the edition."""
    CATALOGUE = "DataCatalog"
    """The list of the tables."""
    DATASET = "Dataset"
    """The page of a table."""

    @property
    def landing(self) -> bool:
        """Whether the page stands for something else than its own words."""
        return self in (Kind.BOOK, Kind.CATALOGUE, Kind.DATASET)


@dataclass(frozen=True, slots=True)
class File:
    """A file that a page offers.

    :param href: as seen from the page.
    :param media: its media type.
    """

    href: str
    media: str


@dataclass(frozen=True, slots=True)
class Table:
    """What the page of a table is about.

    :param makers: who made the data, when it is not only us.
    :param licences: the addresses of its own licences.
    :param columns: their titles.
    :param sources: the addresses of what it is based on.
    :param files: what holds its rows; ``schemas`` say what they mean.
    :param catalogue: the page that lists the tables, as seen from its own.
    """

    description: str
    licences: tuple[str, ...]
    columns: tuple[str, ...]
    files: tuple[File, ...]
    schemas: tuple[File, ...]
    makers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    catalogue: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """A page, as programs should take it. All addresses are as seen from the page.

    :param names: our authors.
    :param licence: address of the licence of the text; empty when we know none.
    :param home: the title page.
    :param notice: the page that says who makes the edition; empty without one.
    :param parts: the pages of the edition in their order, of the title page only.
    :param references: what the edition is about, of the title page only.
    """

    work: Work
    kind: Kind
    names: tuple[Name, ...]
    licence: str
    home: str
    notice: str = ""
    parts: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    table: Table | None = None

    @property
    def title(self) -> str:
        """The title of the page; that of the edition on the title page."""
        return self.work.title or self.work.book

    @property
    def place(self) -> str:
        """The public address of the page; empty when none is fixed."""
        return self.work.place if self.work.base else ""

    @property
    def licences(self) -> tuple[str, ...]:
        """The addresses of the licences of what the page holds."""
        ours = (self.licence,) if self.licence else ()
        found = ours if self.table is None else self.table.licences
        return tuple(DEED.sub(r"\1", address) for address in found)

    @property
    def book(self) -> str:
        """The public address of the edition, or where its title page is from here."""
        return self.work.base or self.home

    def address(self, href: str) -> str:
        """Return the public address of something, or where it is from here."""
        work = self.work
        return urljoin(f"{work.base}{work.path}", href) if work.base else href
