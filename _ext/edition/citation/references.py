"""What the edition is about: the ``references`` of ``CITATION.cff``, the study first.

Their authors are never ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.settings import DOI_FORM, is_address, is_doi

if TYPE_CHECKING:
    from edition.citation.fields import Fields
    from edition.citation.names import Name

__all__ = ["Reference", "read_references"]


@dataclass(frozen=True, slots=True)
class Reference:
    """A work that the edition is about.

    :param kind: its ``type`` in the Citation File Format.
    :param year: four figures; empty, like all that follows, when it is not said.
    """

    title: str
    names: tuple[Name, ...]
    kind: str
    year: str = ""
    publisher: str = ""
    isbn: str = ""
    doi: str = ""
    url: str = ""


def read_references(fields: Fields) -> tuple[Reference, ...]:
    """Return what the file names under ``references``, in its order."""
    return tuple(_read(found) for found in fields.each("references"))


def _read(fields: Fields) -> Reference:
    publisher = fields.inside("publisher")
    return Reference(
        title=fields.text("title"),
        names=fields.names("authors"),
        kind=fields.text("type"),
        year=fields.year("year"),
        publisher=publisher.text("name") if publisher else "",
        isbn=fields.text("isbn", required=False),
        doi=fields.text("doi", required=False, fits=is_doi, expected=DOI_FORM),
        url=fields.text(
            "url", required=False, fits=is_address, expected="une adresse complète"
        ),
    )
