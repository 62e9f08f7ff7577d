"""What each table is to the world: title, licence, sources, people, doubts.

The model of the part of Data Package (v2) that we use. Reading the file, and refusing
words that we do not know, is left to :mod:`edition.tables.package_file`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Contributor", "DataPackage", "Licence", "Resource", "Source"]


@dataclass(frozen=True, slots=True)
class Licence:
    """Terms of use: an identifier (SPDX where there is one), a title, an address."""

    name: str
    title: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where data come from."""

    title: str
    path: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Contributor:
    """Somebody, or some body, and what they did."""

    title: str
    path: str = ""
    roles: tuple[str, ...] = ()
    organization: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """A file of the package.

    :param path: relative to ``data/``.
    :param licenses: those of the package when the resource names none.
    :param notes: what else a reader should know, in French.
    :param doubts: what is not certain about the data, in French, one sentence each.
    :param notice: the mention that the licence asks for; nothing when it asks none.
    """

    name: str
    path: str
    title: str
    description: str = ""
    is_table: bool = True
    licenses: tuple[Licence, ...] = ()
    sources: tuple[Source, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    notes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    notice: str = ""


@dataclass(frozen=True, slots=True)
class DataPackage:
    """The whole of ``data/``, as others may take it.

    :param resources: by name, in the order of the file.
    """

    name: str
    title: str
    description: str
    resources: Mapping[str, Resource]
    version: str = ""
    licenses: tuple[Licence, ...] = ()
    sources: tuple[Source, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    keywords: tuple[str, ...] = ()
