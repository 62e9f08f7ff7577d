"""A page in the vocabulary of schema.org, as a block of data in its head."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from edition.citation.page_head import Kind
from edition.citation.work import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edition.citation.names import Name
    from edition.citation.page_head import Head, Table
    from edition.citation.references import Reference

__all__ = ["data_block", "linked_data"]

KINDS = {"book": "Book", "report": "Report", "thesis": "Thesis"}
"""What schema.org calls a type of the Citation File Format; « CreativeWork » if not."""

SIGNS = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What would end the block or a line of it, and how JSON says it."""


def data_block(data: dict[str, Any]) -> str:
    """Return data as an element that no browser runs."""
    said = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in SIGNS.items():
        said = said.replace(sign, escaped)
    return f'<script type="application/ld+json">{said}</script>'


def linked_data(head: Head) -> dict[str, Any]:
    """Return what a page is, who made it, what it is part of."""
    work = head.work
    return {"@context": "https://schema.org"} | _filled(
        {
            "@type": head.kind.value,
            "@id": head.place,
            "name": head.title,
            "inLanguage": work.language,
            **_makers(head),
            "publisher": _filled({"name": work.publisher}),
            "datePublished": work.issued.isoformat() if work.issued else "",
            "version": work.version,
            "license": _some(head.licences),
            "identifier": f"https://doi.org/{work.doi}" if work.doi else "",
            "isPartOf": {} if work.whole else _book(head),
            "about": _some(_reference(found) for found in head.references),
            "hasPart": [{"@id": head.address(part)} for part in head.parts],
            **(_dataset(head, head.table) if head.table else {}),
        }
    )


def _makers(head: Head) -> dict[str, Any]:
    """Return our authors, or who else made the data of a table."""
    if head.table is not None and head.table.makers:
        return {"contributor": [{"name": typeset(name)} for name in head.table.makers]}
    role = "creator" if head.kind is Kind.DATASET else "author"
    return {role: _some(_name(name) for name in head.names)}


def _book(head: Head) -> dict[str, Any]:
    return {"@type": "Book", "@id": head.book, "name": head.work.book}


def _dataset(head: Head, table: Table) -> dict[str, Any]:
    catalogue = head.address(table.catalogue) if table.catalogue else ""
    return {
        "description": typeset(table.description),
        "isBasedOn": _some(table.sources),
        "includedInDataCatalog": {"@type": "DataCatalog", "@id": catalogue}
        if catalogue
        else {},
        "variableMeasured": [typeset(column) for column in table.columns],
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": file.media,
                "contentUrl": head.address(file.href),
            }
            for file in table.files
        ],
    }


def _reference(found: Reference) -> dict[str, Any]:
    publisher = {"@type": "Organization", "name": typeset(found.publisher)}
    return _filled(
        {
            "@type": KINDS.get(found.kind, "CreativeWork"),
            "name": typeset(found.title),
            "author": _some(_name(name) for name in found.names),
            "publisher": publisher if found.publisher else {},
            "datePublished": found.year,
            "isbn": found.isbn,
            "url": found.url,
            "sameAs": f"https://doi.org/{found.doi}" if found.doi else "",
        }
    )


def _name(name: Name) -> dict[str, str]:
    kind = "Person" if name.person else "Organization"
    return {"@type": kind, "name": typeset(name.said)}


def _some(values: Iterable[Any]) -> Any:
    """Return a list, or its only value."""
    listed = list(values)
    return listed[0] if len(listed) == 1 else listed


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    """Return what is known: nothing says that something is not."""
    return {name: value for name, value in data.items() if value}
