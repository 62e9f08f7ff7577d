"""Places in a citation that only a reader's browser can fill.

Signs of the private use area stand for them: no title and no style has them, and no
style changes their case. The script ``js/panel.js`` fills them as :func:`fill` does; a
test holds the two equal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

__all__ = [
    "ADDRESS",
    "CLOSE",
    "CODE",
    "DATE",
    "DAY",
    "LOCATOR",
    "NOTE",
    "OPEN",
    "SLANT",
    "Passage",
    "fill",
    "plain",
    "say_day",
]

LOCATOR, ADDRESS, DATE, DAY, NOTE, CODE = "\ue000\ue001\ue002\ue003\ue004\ue005"
"""« § 12 » ; the address ; « 3 mars 2026 » ; the same in figures ; the locator and the
words quoted ; the code of the passage."""

OPEN, CLOSE = "\ue00a\ue00b"
"""Around what falls out when a place in it stays empty."""

SLANT = "\ue00c"
"""Before and after what is in italics."""

GROUP = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
PLACE = re.compile(f"[{LOCATOR}-{CODE}]")
MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]


@dataclass(frozen=True, slots=True)
class Passage:
    """What a reader cites in a page, and when.

    :param locator: « § 12 », « tableau 3 »; empty for the whole page.
    :param code: its id.
    :param words: those that are quoted, without guillemets.
    """

    locator: str = ""
    code: str = ""
    words: str = ""
    day: date | None = None


def fill(template: str, values: dict[str, str]) -> str:
    """Return a template with its places filled; a group with an empty place falls out."""

    def group(found: re.Match[str]) -> str:
        kept = all(values[place] for place in PLACE.findall(found[1]))
        return found[1] if kept else ""

    chosen = GROUP.sub(group, template)
    return PLACE.sub(lambda found: values[found[0]], chosen)


def plain(text: str) -> str:
    """Return a filled template without its italics."""
    return text.replace(SLANT, "")


def say_day(day: date | None) -> str:
    """Return a day in French words; without one, an ellipsis to be filled by hand."""
    if day is None:
        return "…"
    return f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]} {day.year}"
