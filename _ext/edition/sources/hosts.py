"""What holds a reference: its journal, book, school or site, by kind of work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pybtex.richtext import Text

from edition.sources.fields import (
    field,
    italic,
    month,
    numbers,
    online,
    unless_author,
)
from edition.sources.kinds import THESES, is_volume
from edition.sources.names import plain, read_names
from edition.sources.people import people

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pybtex.database import Entry

__all__ = ["host", "host_name"]


def host(entry: Entry) -> list[Text]:
    """Return the parts of a reference that stand after its title and year."""
    find = HOSTS.get(entry.type, _host_of_page)
    return find(entry)


def _host_of_article(entry: Entry) -> list[Text]:
    return [_named_host(entry, whole=True), *numbers(entry), month(entry)]


def _host_of_part(entry: Entry) -> list[Text]:
    editors = read_names(entry, "editor")
    inside = Text("dans ")
    if editors.persons and entry.persons.get("author"):
        inside += people(editors) + ", "
    book = _named_host(entry, whole=True)
    return [inside + book if book else book, *_imprint(entry), *numbers(entry)]


def _host_of_book(entry: Entry) -> list[Text]:
    series = field(entry, "series")
    return [
        *_imprint(entry),
        Text("coll. « ", series, " »") if series else Text(),
        *numbers(entry),
    ]


def _host_of_thesis(entry: Entry) -> list[Text]:
    kind = plain(entry.fields.get("type", THESES[entry.type]))
    return [Text(_uncapitalised(kind)), field(entry, "school"), month(entry)]


def _host_of_report(entry: Entry) -> list[Text]:
    kind = plain(entry.fields.get("type", ""))
    return [
        Text(_uncapitalised(kind)),
        unless_author(entry, "institution"),
        *numbers(entry),
        month(entry),
    ]


def _host_of_page(entry: Entry) -> list[Text]:
    return [_named_host(entry, whole=False), *_imprint(entry), month(entry)]


def _named_host(entry: Entry, *, whole: bool) -> Text:
    name = host_name(entry)
    if not name:
        return Text()
    host = field(entry, name)
    return (italic(host) if whole else host) + online(entry)


HOSTS: dict[str, Callable[[Entry], list[Text]]] = {
    "article": _host_of_article,
    "book": _host_of_book,
    "proceedings": _host_of_book,
    "incollection": _host_of_part,
    "inproceedings": _host_of_part,
    "inbook": _host_of_part,
    "mastersthesis": _host_of_thesis,
    "phdthesis": _host_of_thesis,
    "techreport": _host_of_report,
}


def host_name(entry: Entry) -> str:
    """Return the field that names the journal, the book or the site around a part."""
    if is_volume(entry):
        return ""
    names = ("journal", "booktitle", "howpublished", "organization")
    return next((name for name in names if unless_author(entry, name)), "")


def _imprint(entry: Entry) -> Iterable[Text]:
    return field(entry, "address"), unless_author(entry, "publisher")


def _uncapitalised(text: str) -> str:
    return text[:1].lower() + text[1:]
