"""The fields of a reference as rich text, each in its French form or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pybtex.richtext import HRef, Tag, Text

from edition.sources.names import lead_names, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pybtex.database import Entry

__all__ = [
    "addresses",
    "extent",
    "field",
    "italic",
    "month",
    "numbers",
    "online",
    "unless_author",
]

MONTHS = {
    "January": "janvier",
    "February": "février",
    "March": "mars",
    "April": "avril",
    "May": "mai",
    "June": "juin",
    "July": "juillet",
    "August": "août",
    "September": "septembre",
    "October": "octobre",
    "November": "novembre",
    "December": "décembre",
}
"""pybtex spells the BibTeX months (``jan``) in English."""

DAY = re.compile(r"\d{4}-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)")

NBSP = "\u00a0"


def field(entry: Entry, name: str) -> Text:
    """Return a field without the commands of LaTeX; nothing when it is absent."""
    value = entry.fields.get(name, "")
    return Text.from_latex(value) if value else Text()


def italic(title: Text) -> Text:
    """Return the title of a whole work."""
    return Text(Tag("em", title))


def online(entry: Entry) -> str:
    """Return what follows the title of a work that has an address."""
    fields = entry.fields
    return " [en ligne]" if "url" in fields or "doi" in fields else ""


def unless_author(entry: Entry, name: str) -> Text:
    """Return a body, unless it is named already as the author."""
    body = field(entry, name)
    authors = {person.family for person in lead_names(entry).persons}
    return Text() if str(body) in authors else body


def month(entry: Entry) -> Text:
    """Return the day and month of an issue or of a page; its year stands elsewhere."""
    if found := DAY.fullmatch(entry.fields.get("date", "")):
        day, name = int(found["day"]), list(MONTHS.values())[int(found["month"]) - 1]
        return Text(f"{'1er' if day == 1 else day}{NBSP}{name}")
    named = plain(entry.fields.get("month", ""))
    return Text(MONTHS.get(named, named))


def numbers(entry: Entry) -> Iterable[Text]:
    """Return volume and number."""
    volume, number = field(entry, "volume"), field(entry, "number")
    yield Text(f"vol.{NBSP}", volume) if volume else Text()
    yield Text(f"nº{NBSP}", number) if number else Text()


def extent(entry: Entry) -> Iterable[Text]:
    """Return the pages of a part, or how many the whole has."""
    pages = re.sub("-{2,}", "–", entry.fields.get("pages", ""))
    total = entry.fields.get("pagetotal", "")
    if pages and entry.type == "book" and pages.isdigit():
        total = pages  # BibTeX has one field for both; a whole book has no first page
    elif pages:
        yield Text(f"p.{NBSP}{pages}")
    if total:
        yield Text(f"{total}{NBSP}p.")


def addresses(entry: Entry) -> Iterable[Text]:
    """Return all that leads to the work; nothing but addresses of the web."""
    isbn, doi = entry.fields.get("isbn"), entry.fields.get("doi")
    if isbn:
        yield Text(f"ISBN{NBSP}{isbn}")
    if doi:
        yield Text("DOI : ", HRef(f"https://doi.org/{doi}", doi))
    url = entry.fields.get("url", "")
    if url.startswith(("https://", "http://")):
        # Browsers know the rest; two hundred addresses are long enough without it.
        yield Text(HRef(url, url.partition("://")[2].removesuffix("/")))
