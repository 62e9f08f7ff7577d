"""The settings, once read."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from edition.settings.values import href_of

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["CHAPTERS", "UNSET", "Setting", "Settings", "forms_of_settings"]

UNSET = "non fixé"
CHAPTERS = "chapter_doi"
"""The one setting that is a table: a DOI for each of some documents."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as a page shows it.

    :param label: what it is, in French.
    :param text: its value, or « non fixé ».
    :param href: where it leads, if anywhere.
    """

    name: str
    label: str
    text: str
    href: str | None


def _setting(label: str, form: str) -> Any:
    return field(default=None, metadata={"label": label, "form": form})


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of the edition; ``None`` is « non fixé »."""

    publisher: str | None = _setting("Éditeur", "text")
    """Person or body that publishes the edition."""

    publication_director: str | None = _setting("Directeur de la publication", "text")
    """Who answers for it, in the sense of French press law."""

    hosting: str | None = _setting("Hébergeur", "text")
    """Who hosts the pages: name, address, telephone."""

    public_address: str | None = _setting("Adresse publique", "address")
    """Where the edition is read; permanent links begin so."""

    doi: str | None = _setting("DOI", "doi")
    """Identifier of the edition as a whole, without the resolver's address."""

    forge: str | None = _setting("Dépôt du code et des données", "address")
    """Where the sources are kept and faults reported."""

    contact: str | None = _setting("Contact", "reach")
    """How to write to those who make the edition."""

    removal_address: str | None = _setting("Demande de retrait", "reach")
    """Where someone who is named asks for a removal or a correction."""

    chapter_doi: tuple[tuple[str, str], ...] = ()
    """The identifiers of documents that have their own: document, DOI."""

    def shown(self, name: str) -> str:
        """Return a setting as a page prints it, « non fixé » included."""
        value: str | None = getattr(self, name)
        return UNSET if value is None else value

    def doi_of(self, document: str) -> str:
        """Return the DOI of a document; empty when it is not fixed."""
        return dict(self.chapter_doi).get(document, "")

    def __iter__(self) -> Iterator[Setting]:
        """Go through the settings of one value, in the order of this class."""
        for option in fields(self):
            if not option.metadata:
                continue
            value = getattr(self, option.name)
            yield Setting(
                option.name,
                option.metadata["label"],
                self.shown(option.name),
                None if value is None else href_of(value, option.metadata["form"]),
            )


def forms_of_settings() -> dict[str, str]:
    """Return the form of each setting of one value, by its name."""
    return {
        option.name: option.metadata["form"]
        for option in fields(Settings)
        if option.metadata
    }
