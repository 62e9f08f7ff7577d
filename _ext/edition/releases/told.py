"""Items and days as a reader is told of them, in French."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edition.releases.items import ItemKind
from edition.tables.dates import say_date
from edition.tables.edtf import parse_edtf
from edition.text.spacing import french

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from edition.releases.items import Item
    from edition.releases.state import EditionState

__all__ = [
    "REFERENCE",
    "say_day",
    "say_edition",
    "say_item",
    "say_list",
    "say_words",
]

REFERENCE = re.compile(r"\[([^\[\]]+)\]")
"""What stands in words for what they refer to: its key, or several keys."""

NOUNS = {
    ItemKind.PARAGRAPH: "paragraphe",
    ItemKind.LIST: "liste",
    ItemKind.DEFINITIONS: "liste",
    ItemKind.QUOTATION: "citation",
    ItemKind.TABLE: "tableau",
    ItemKind.CHART: "figure",
    ItemKind.FIGURE: "figure",
    ItemKind.ROW: "ligne",
    ItemKind.TERM: "terme",
    ItemKind.SECTION: "section",
}


def say_item(item: Item) -> str:
    """Return how one refers to an item of a page: « § 12 », « tableau 3 », a title."""
    noun = NOUNS[item.kind]
    if item.kind is ItemKind.SECTION:
        return french(f"section « {item.title} »")
    if item.kind is ItemKind.TERM:
        return french(f"terme « {item.words.partition(' | ')[0]} »")
    if item.kind is ItemKind.ROW:
        return french(f"ligne « {item.id.partition('.')[2]} »")
    if item.kind.passage:
        return french(f"§ {item.number}") if item.number else noun
    return french(f"{noun} {item.number}") if item.number else noun


def say_words(item: Item, labels: Sequence[tuple[str, str]]) -> str:
    """Return the words of an item, what they refer to named as the page named it."""
    known = dict(labels)
    return french(
        REFERENCE.sub(
            lambda found: f"({known[found[1]]})" if found[1] in known else found[0],
            item.words,
        )
    )


def say_list(parts: Sequence[str]) -> str:
    """Return « a, b et c »."""
    *first, last = parts
    return f"{', '.join(first)} et {last}" if first else last


def say_day(day: str) -> str:
    """Return a day (ISO 8601) in French."""
    return say_date(parse_edtf(day))


def say_edition(state: EditionState, version: str, released: date | None) -> str:
    """Return which edition a reader has before them.

    :param version: of ``CITATION.cff``, said with its day before the first release.
    """
    if not state.latest:
        day = f" du {say_day(released.isoformat())}" if released else ""
        return french(f"Édition {version}{day}")
    said = f"{state.latest} du {say_day(state.date)}"
    if state.exact:
        return french(f"Édition {said}")
    return french(f"Texte en cours, après l’édition {said}")
