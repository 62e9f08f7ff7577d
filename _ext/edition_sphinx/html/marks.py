"""The drawn marks of the levels of proof, and their key at the foot of a chapter.

The form says what a datum is about (disc: the study; square: its context; lozenge: its
reception), the filling how it was seen.  Which level gets which mark is what the table
``niveaux`` says; a test holds both equal.
"""

from __future__ import annotations

import re
from enum import StrEnum
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "Mark",
    "level_key",
    "level_mark",
    "mark_of",
    "marks_in",
    "share_marks",
    "words_of",
]


class Mark(StrEnum):
    """What a mark says; values as in the table ``niveaux``."""

    STUDY_SEEN = "etude-vue"
    """The study itself was seen."""
    THIRD_PARTY = "tiers-vu"
    """What a third party says was seen where it says it."""
    SECOND_HAND = "tiers-seconde-main"
    """What a third party says was seen in a copy or a digest."""
    HEADING = "titre"
    """Nothing but a heading of the table of contents was seen."""
    COMPUTED = "calcul"
    """The edition counted or computed it."""
    UNCERTAIN = "incertain"
    """The source is ambiguous, cut or contradicted."""


STUDY = "etude"

WORDS = {
    Mark.STUDY_SEEN: "étude vue",
    Mark.THIRD_PARTY: "tiers vu",
    Mark.SECOND_HAND: "tiers de seconde main",
    Mark.HEADING: "intitulé seul",
    Mark.COMPUTED: "calculé par l’édition",
    Mark.UNCERTAIN: "incertain",
}
SCOPES = {STUDY: "étude", "reception": "réception", "contexte": "contexte"}
LEVELS = {
    "secondaire": Mark.THIRD_PARTY,
    "tertiaire": Mark.SECOND_HAND,
    "titre": Mark.HEADING,
    "calcul": Mark.COMPUTED,
    "incertain": Mark.UNCERTAIN,
}

# Path of the whole form and of its lower half, in a square of 16.
FORMS = {
    STUDY: (
        "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 1 1 8 1.8z",
        "M2 8h12a6 6 0 0 1-12 0z",
    ),
    "contexte": ("M2.3 2.3h11.4v11.4H2.3z", "M2.3 8h11.4v5.7H2.3z"),
    "reception": ("M8 .9 15.1 8 8 15.1.9 8z", "M1.2 8h13.6L8 14.8z"),
}
SIGNS = {
    Mark.SECOND_HAND: '<circle class="ed-solid" cx="8" cy="8" r="2.3"/>',
    Mark.HEADING: '<path d="M5.2 8h5.6"/>',
    Mark.COMPUTED: '<path d="M5.4 6.5h5.2M5.4 9.5h5.2"/>',
}
WRITTEN = re.compile(
    r'class="ed-level[^>]* data-level="([\w-]+)" data-scope="([\w-]*)"'
)

DRAWING = (
    r'<svg class="ed-mark" viewBox="0 0 16 16" aria-hidden="true">(?P<inner>.*?)</svg>'
)
DRAWN = re.compile(DRAWING)
WORDED = re.compile(
    r'<span class="ed-level" data-level="[\w-]+" data-scope="[\w-]*">'
    + DRAWING
    + r'<span class="visually-hidden"> \((?P<words>[^<]*)\)</span></span>'
)


def mark_of(level: str, portee: str) -> Mark:
    """Return the mark of a datum; « étude vue » is for what is primary and of the study."""
    if level == "primaire":
        return Mark.STUDY_SEEN if portee == STUDY else Mark.THIRD_PARTY
    return LEVELS.get(level, Mark.UNCERTAIN)


def words_of(level: str, portee: str) -> str:
    """Say a mark in French."""
    words = WORDS[mark_of(level, portee)]
    scope = SCOPES.get(portee, "")
    return words if not scope or portee == STUDY else f"{words}, {scope}"


def level_mark(level: str, portee: str) -> str:
    """Return the mark of a datum as HTML, with its words for who cannot see it.

    :param level: row id of ``niveaux``.
    :param portee: row id of ``portees``; empty when the datum does not say.
    """
    return (
        f'<span class="ed-level" data-level="{escape(level)}"'
        f' data-scope="{escape(portee)}">{draw(level, portee)}'
        f'<span class="visually-hidden"> ({escape(words_of(level, portee))})</span></span>'
    )


def draw(level: str, portee: str) -> str:
    """Return the drawing alone."""
    mark = mark_of(level, portee)
    form, half = FORMS.get(portee, FORMS[STUDY])
    if mark is Mark.STUDY_SEEN:
        inner = f'<path class="ed-solid" d="{form}"/>'
    elif mark is Mark.UNCERTAIN:
        inner = f'<path stroke-dasharray="2.6 2.3" d="{form}"/>'
    elif mark is Mark.THIRD_PARTY:
        inner = f'<path d="{form}"/><path class="ed-solid" d="{half}"/>'
    else:
        inner = f'<path d="{form}"/>{SIGNS[mark]}'
    return f'<svg class="ed-mark" viewBox="0 0 16 16" aria-hidden="true">{inner}</svg>'


def marks_in(body: str) -> list[tuple[str, str]]:
    """List the marks that a page shows, level and scope, in the order of the key."""
    order = list(Mark)
    scopes = list(SCOPES)
    seen: dict[tuple[Mark, str], tuple[str, str]] = {}
    for level, portee in WRITTEN.findall(body):
        seen.setdefault((mark_of(level, portee), portee), (level, portee))

    def rank(item: tuple[Mark, str]) -> tuple[int, int]:
        mark, portee = item
        return order.index(mark), scopes.index(portee) if portee in scopes else 9

    return [seen[item] for item in sorted(seen, key=rank)]


def share_marks(*parts: str) -> tuple[list[str], str]:
    """Return parts of a page whose marks are drawn once, and those drawings.

    A chapter has some two hundred marks, of six or seven sorts: drawn and worded each
    time, they would weigh more than its text. Of the drawings of a page only they have
    an ``aria-label``: it is what sheet and script know them by. A book without our
    templates keeps them whole.
    """
    found: dict[str, str] = {}

    def drawing(svg: re.Match[str]) -> str:
        return found.setdefault(svg["inner"], f"m{len(found) + 1}")

    def whole(mark: re.Match[str]) -> str:
        return (
            f'<svg role="img" aria-label="{mark["words"]}">'
            f'<use href="#{drawing(mark)}"/></svg>'
        )

    def alone(svg: re.Match[str]) -> str:
        return (
            '<svg class="ed-mark" aria-hidden="true">'
            f'<use href="#{drawing(svg)}"/></svg>'
        )

    shared = [DRAWN.sub(alone, WORDED.sub(whole, part)) for part in parts]
    symbols = "".join(
        f'<symbol id="{name}" viewBox="0 0 16 16">{inner}</symbol>'
        for inner, name in found.items()
    )
    if not symbols:
        return shared, ""
    return shared, f'<svg class="ed-defs" aria-hidden="true">{symbols}</svg>'


def level_key(marks: Iterable[tuple[str, str]]) -> str:
    """Return the key of some marks as HTML; empty without marks."""
    entries = "".join(_entries(marks))
    return f'<ul class="ed-key">{entries}</ul>' if entries else ""


def _entries(marks: Iterable[tuple[str, str]]) -> Iterator[str]:
    for level, portee in marks:
        yield f"<li>{draw(level, portee)}{escape(words_of(level, portee))}</li>"
