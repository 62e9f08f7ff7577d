"""What Zotero makes of the head of a page: our own reading, after its published rules.

The rules are those of its translators « Embedded Metadata » (June 2024) and « RDF » and of
its utilities, as far as they touch what our pages say:

- a ``meta`` counts by its ``name``, or else by its ``property``; spaces part several names;
- ``citation_inbook_title`` or ``citation_book_title`` makes a book section, whatever else is
  said; else ``og:type`` « book » makes a book; else ``citation_title`` an article;
- Highwire wins over Dublin Core, which wins over what HTML says by itself;
- authors are parted at a semicolon, or at a comma with a space in the words on both sides;
  a comma turns « Family, Given » round; without one, the last word is a family name;
- a name without a given name stands in one field, as that of an institution;
- spaces of any kind become ordinary ones in titles and fields.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

__all__ = ["Creator", "Item", "read_page"]

SECTION = {"citation_inbook_title", "citation_book_title"}


@dataclass(frozen=True)
class Creator:
    """A creator; an institution has no first name."""

    last: str
    first: str = ""


@dataclass(frozen=True)
class Item:
    """What Zotero would keep."""

    kind: str
    title: str
    book: str
    creators: tuple[Creator, ...]
    date: str
    language: str
    url: str
    publisher: str
    doi: str
    abstract: str


@dataclass
class Head(HTMLParser):
    """The head of a page: what its ``meta`` elements say, by lower-case name."""

    said: dict[str, list[str]] = field(default_factory=dict)
    canonical: str = ""
    language: str = ""
    title: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._in_title = tag == "title"
        if tag == "html":
            self.language = given.get("lang", "")
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical = given["href"]
        if tag == "meta" and given.get("content"):
            names = given.get("name") or given.get("property") or ""
            for name in names.split():
                self.said.setdefault(name.lower(), []).append(given["content"])

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data

    def first(self, *names: str) -> str:
        """Return the first thing said under the first of these names."""
        found = (self.said[name][0] for name in names if name in self.said)
        return re.sub(r"\s+", " ", next(found, "")).strip()


def read_page(page: str, *, location: str = "") -> Item:
    """Return what Zotero keeps of a page read at an address."""
    head = Head()
    head.feed(page)
    named = head.said.get("citation_author") or head.said.get("dc.creator", [])
    book = head.first("citation_book_title", "citation_inbook_title")
    return Item(
        kind=_kind(head),
        title=head.first("citation_title", "dc.title", "og:title") or head.title,
        book=book,
        creators=tuple(
            _creator(name) for listed in named for name in _parted(listed, len(named))
        ),
        date=head.first("citation_publication_date", "citation_date", "dc.date"),
        language=head.first("citation_language", "dc.language") or head.language,
        url=head.first("citation_public_url", "og:url", "citation_fulltext_html_url")
        or head.canonical
        or location,
        publisher=head.first("citation_publisher", "dc.publisher"),
        doi=head.first("citation_doi"),
        abstract=head.first("og:description", "dc.description", "description"),
    )


def _kind(head: Head) -> str:
    if SECTION & head.said.keys():
        return "bookSection"
    if head.first("og:type") == "book":
        return "book"
    if "citation_title" in head.said:
        return "journalArticle"
    return "webpage"


def _parted(listed: str, lists: int) -> list[str]:
    names = re.split(r"\s*;\s*", listed)
    if len(names) == 1 and lists == 1:
        parts = re.split(r"\s*,\s*", listed)
        if len(parts) > 1 and " " in parts[0] and " " in parts[1]:
            names = parts
    return [name.strip() for name in names if re.search(r"[^\s,-.;]", name)]


def _creator(name: str) -> Creator:
    clean = re.sub(r"\s+", " ", name.strip(" \u00a0.,/[]:"), count=1)
    if "," in name:
        last, _, first = clean.partition(",")
        return Creator(last, first.strip())
    first, _, last = clean.rpartition(" ")
    return Creator(last, first)
