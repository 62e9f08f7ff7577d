"""Values as HTML: in the sentence, and listed at the foot of a chapter."""

from __future__ import annotations

from hashlib import blake2b
from html import escape
from typing import TYPE_CHECKING

from edition.tables.cells import CellTarget
from edition.tables.schema import UNSEEN
from edition_sphinx.html.marks import level_mark
from edition_sphinx.html.note import note_html
from edition_sphinx.tables.domain import get_tables
from edition_sphinx.tables.links import Links
from edition_sphinx.tables.words import COLON, text_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from edition.tables.values import Value

__all__ = ["value_attributes", "value_mark", "value_note", "values_list_html"]

MOST_SIGNS = 60
"""Of a value that can be called up by its words; a longer one is a quotation.

As a button it would be read whole to who only passes by, and be a target of three lines
on a phone; its witness stands beside it, and its row in the list at the foot.
"""


def value_note(value: Value) -> str:
    """Return the id of what is said of a value at the foot of its page.

    Made from its address, but short: a chapter may have two hundred.
    """
    address = f"{value.table}:{value.row}.{value.column}".encode()
    return f"v-{blake2b(address, digest_size=4).hexdigest()}"


def value_attributes(value: Value) -> str:
    """Return what leads a script to the note of a value.

    Nothing for a quotation, which stays plain text.
    """
    if len(value.text) > MOST_SIGNS:
        return ""
    return f' data-note="{escape(value_note(value))}"'


def value_mark(value: Value) -> str:
    """Return the mark of an uncertain value, which must be seen without a script."""
    return level_mark(value.level, value.portee) if value.uncertain else ""


def value_classes(value: Value) -> str:
    """Return the classes of a value."""
    names = ["ed-value"] if len(value.text) <= MOST_SIGNS else []
    if value.uncertain:
        names.append("ed-uncertain")
    if value.missing:
        names.append("ed-missing")
    return " ".join(names)


def values_list_html(app: Sphinx, docname: str) -> str:
    """Return « Chiffres de ce chapitre » for the foot of a page; empty without values.

    Each value once: its words, what it measures, date, scope, level of proof, witness,
    and the row where it stands.
    """
    values = get_tables(app.env).values_of(docname)
    links = Links(app.builder, docname)
    items = "".join(_entry(value, links) for value in values)
    return f'<ul class="ed-values">\n{items}</ul>\n' if items else ""


def _entry(value: Value, links: Links) -> str:
    text = text_html(value.text)
    href = links.row(CellTarget(value.table, value.row))
    named = f'<a href="{escape(href)}">{text}</a>' if href else text
    missing = ' class="ed-missing"' if value.missing else ""
    mark = level_mark(value.level, value.portee) if value.level else ""
    head = f"<b{missing}>{named}</b>{mark} {text_html(value.measure)}"
    return note_html(value_note(value), head, *_details(value, links))


def _details(value: Value, links: Links) -> Iterator[str]:
    date = "date non vue" if value.date == UNSEEN else value.date
    yield text_html(value.scope)
    yield text_html(date)
    if value.source_label:
        href = _source_href(value, links)
        label = text_html(value.source_label)
        named = f'<a href="{escape(href)}">{label}</a>' if href else label
        yield f"Source{COLON} {named}"
    if value.inputs:
        named = ", ".join(_table(table, links) for table in value.inputs)
        yield f"Calculé d’après{COLON} {named}"
    yield text_html(value.trust.note)


def _table(name: str, links: Links) -> str:
    href = links.table(name)
    return f'<a href="{escape(href)}">{escape(name)}</a>' if href else escape(name)


def _source_href(value: Value, links: Links) -> str:
    return (links.row(value.source) if value.source else None) or ""
