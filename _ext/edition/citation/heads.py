"""The head of a page for programs: Highwire, Dublin Core, Open Graph, typed links.

One element says what two vocabularies say alike (``name`` of the one, ``property`` or
``rel`` of the other). Without a public address nothing is said of one.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from edition.citation.json_ld import data_block, linked_data
from edition.citation.page_head import Kind
from edition.citation.work import typeset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.citation.names import Name
    from edition.citation.page_head import Head

__all__ = ["head_html"]

DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
LOCALES = {"fr": "fr_FR"}
"""Of Open Graph, which knows no language without a country; English needs none."""


def head_html(head: Head) -> str:
    """Return the elements, one a line."""
    parts = [*_metas(head), *_links(head), data_block(linked_data(head))]
    return "\n".join(part for part in parts if part)


def _metas(head: Head) -> Iterator[str]:
    work = head.work
    day = work.issued
    yield _meta("citation_title", head.title, "og:title")
    if not work.whole:
        yield _meta("citation_inbook_title", work.book, "og:site_name")
    for name in head.names:
        yield _meta("citation_author", _inverted(name))
    yield _meta("citation_publication_date", f"{day:%Y/%m/%d}" if day else "")
    yield _meta("citation_publisher", work.publisher)
    yield _meta("citation_language", work.language)
    yield _meta("citation_public_url", work.url if work.base else "")
    yield _meta("citation_doi", work.doi)
    yield f'<link rel="schema.DC" href="{DUBLIN_CORE}">'
    yield _meta("DC.title", head.title)
    for author in work.authors:
        yield _meta("DC.creator", author)
    yield _meta("DC.publisher", work.publisher)
    yield _meta("DC.date", day.isoformat() if day else "")
    yield _meta("DC.language", work.language)
    yield _meta("DC.type", "Dataset" if head.kind is Kind.DATASET else "Text")
    yield _meta("DC.identifier", head.place, "og:url")
    yield _meta("", "book" if work.whole else "article", "og:type")
    yield _meta("", LOCALES.get(work.language, ""), "og:locale")


def _links(head: Head) -> Iterator[str]:
    work = head.work
    cited = work.address if work.public else ""
    if head.place and head.place == cited:
        yield _link("canonical cite-as", cited)
    else:
        yield _link("canonical", head.place)
        yield _link("cite-as", cited)
    yield _link("type", f"https://schema.org/{head.kind}")
    if head.kind.landing:
        yield _link("type", "https://schema.org/AboutPage")
    for licence in head.licences:
        yield _link("license DC.rights", licence)
    yield _link("author", head.address(head.notice) if head.notice else "")
    if not work.whole:
        yield _link("collection", head.book)
    if head.table:
        for file in head.table.files:
            yield _link("item", head.address(file.href), file.media)
        for file in head.table.schemas:
            yield _link("describedby", head.address(file.href), file.media)


def _inverted(name: Name) -> str:
    """Return a name as a list of names has it, « Family, Given ».

    The comma stays after a name of one part: without it, programs take the last word of
    an entity for the family name of a person.
    """
    if not name.person:
        return f"{typeset(name.said)},"
    return f"{typeset(name.family)}, {typeset(name.given)}".strip()


def _meta(name: str, content: str, graph: str = "") -> str:
    if not content:
        return ""
    named = f' name="{name}"' if name else ""
    also = f' property="{graph}"' if graph else ""
    return f'<meta{named}{also} content="{escape(content)}">'


def _link(rel: str, href: str, media: str = "") -> str:
    if not href:
        return ""
    kind = f' type="{media}"' if media else ""
    return f'<link rel="{rel}" href="{escape(href)}"{kind}>'
