"""What is cited: the whole edition, or one of its pages."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.text.spacing import french

if TYPE_CHECKING:
    from datetime import date

    from edition.citation.metadata import CitationMetadata
    from edition.settings import Settings

__all__ = ["Work", "edition_work", "page_work", "typeset"]

HOME = "index.html"
UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufffe\uffff]+")
"""Control signs, line ends, and the signs that :mod:`edition.citation.signs` keeps."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a citation says of what it cites; all words as they are printed.

    :param title: of the page; empty for the whole edition.
    :param book: title of the edition.
    :param authors: entities, never the authors of the study.
    :param version: of the edition.
    :param path: of the page, from the root of the site.
    :param base: public address of the site, with a slash at its end; empty when it is
        not fixed.
    :param release: the version that the address asks for; empty between two releases,
        when what is read today is not what was released.
    :param doi: of what is cited; the DOI of the edition is none of its pages'.
    :param language: of the words of the page.
    """

    title: str
    book: str
    authors: tuple[str, ...]
    version: str
    path: str
    base: str = ""
    release: str = ""
    publisher: str = ""
    doi: str = ""
    issued: date | None = None
    language: str = "fr"

    @property
    def whole(self) -> bool:
        """Whether it is the whole edition."""
        return not self.title

    @property
    def place(self) -> str:
        """The address of the page whatever its edition; from the root without a base."""
        path = "" if self.base and self.path == HOME else self.path
        return f"{self.base}{path}"

    @property
    def url(self) -> str:
        """The address of the page, which a code of a passage may follow."""
        asked = f"?ed={self.release}" if self.release else ""
        return f"{self.place}{asked}"

    @property
    def address(self) -> str:
        """The address of what is cited: its DOI, if it has one.

        Empty for an edition that has neither DOI nor public address.
        """
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return self.url if self.base or not self.whole else ""

    @property
    def public(self) -> bool:
        """Whether the address leads there from anywhere."""
        return bool(self.base or (self.whole and self.doi))

    @property
    def key(self) -> str:
        """What names it in a bibliography: ASCII, without a space."""
        if self.whole:
            return "edition"
        folded = unicodedata.normalize("NFKD", self.path.removesuffix(".html"))
        words = re.findall(r"[a-z0-9]+", folded.rpartition("/")[2].lower())
        return "-".join(["edition", *words])


def edition_work(
    metadata: CitationMetadata, settings: Settings, *, release: str = ""
) -> Work:
    """Return the whole edition."""
    base = _without_braces(settings.public_address or "").rstrip("/")
    return Work(
        title="",
        book=typeset(metadata.title),
        authors=tuple(typeset(author) for author in metadata.authors),
        version=typeset(metadata.version),
        path=HOME,
        base=f"{base}/" if base else "",
        release=release,
        publisher=typeset(settings.publisher or ""),
        doi=settings.doi or "",
        issued=metadata.released,
    )


def page_work(
    edition: Work, *, title: str, path: str, doi: str = "", language: str = "fr"
) -> Work:
    """Return a page of the edition."""
    return Work(
        title=typeset(title) or path,
        book=edition.book,
        authors=edition.authors,
        version=edition.version,
        path=path,
        base=edition.base,
        release=edition.release,
        publisher=edition.publisher,
        doi=doi,
        issued=edition.issued,
        language=language,
    )


def _without_braces(address: str) -> str:
    """Return an address that stands in a BibTeX field as it is."""
    return address.replace("{", "%7B").replace("}", "%7D")


def typeset(text: str) -> str:
    """Set a line that is typed plainly, as ``CITATION.cff`` is, the French way."""
    plain = " ".join(UNFIT.sub(" ", text).split())
    marked = plain.replace("“", "« ").replace("”", " »").replace("'", "’")
    return french(" ".join(marked.split()))
