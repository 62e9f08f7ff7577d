"""One reference, laid out in French: who, when, what, where, how to reach it.

Which entries stand in which list, and in which order, is left to others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pybtex.richtext import Tag, Text

from edition.sources.fields import addresses, extent, field, italic, online
from edition.sources.hosts import host, host_name
from edition.sources.kinds import is_volume
from edition.sources.labels import split_label
from edition.sources.names import lead_names
from edition.sources.people import people

if TYPE_CHECKING:
    from pybtex.database import Entry

__all__ = ["LANGUAGE", "NOTE", "entry_language", "lay_out"]

NOTE = "ed-reference-note"
"""Tag of what we say of the reference: what was seen, what was not."""

LANGUAGE = "language-"
"""What begins the tag of a title in another language than French (docutils' word)."""

FRENCH = "fr"


def lay_out(entry: Entry, label: str) -> Text:
    """Return a reference as rich text, with its full stop and our note.

    :param label: the label of the entry; its year, with its letter, is shown.
    """
    names = lead_names(entry)
    _, year = split_label(label)
    title = _title(entry)
    head = [people(names), year, title] if names.persons else [title, year]
    parts = [*head, *host(entry), *extent(entry), *addresses(entry)]
    text = Text(", ").join([part for part in parts if part]).add_period()
    note = field(entry, "note")
    return Text(text, " ", Tag(NOTE, note.add_period())) if note else Text(text)


def _title(entry: Entry) -> Text:
    fields = entry.fields
    said = " : ".join(fields[name] for name in ("title", "subtitle") if name in fields)
    if not said:
        return Text()
    if said.startswith("[") and said.endswith("]"):
        # A title of ours, for a work that has none: neither italics nor guillemets.
        title = Text.from_latex(said)
    elif is_volume(entry):
        title = italic(Text.from_latex(said))
    else:
        # French print sets a quotation in a quotation between “ ”.
        inner = re.sub(r"«\s*(.*?)\s*»", r"“\1”", said)
        title = Text("« ", Text.from_latex(inner), " »")
    language = entry_language(entry)
    if language != FRENCH:
        title = Text(Tag(LANGUAGE + language, title))
    return title if host_name(entry) else title + online(entry)


def entry_language(entry: Entry) -> str:
    """Return the language of the work (``fr`` unless the file says another)."""
    return entry.fields.get("lang") or entry.fields.get("language") or FRENCH
