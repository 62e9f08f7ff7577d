"""Every form in which something is cited, and how a form is filled for a reader.

A form is rendered once for a page; its places are filled in the browser, which alone
knows the passage, the words selected and the day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.citation import bibtex, csl_json
from edition.citation.csl import STYLES, render
from edition.citation.ris import ris
from edition.citation.signs import (
    ADDRESS,
    CLOSE,
    CODE,
    DATE,
    DAY,
    LOCATOR,
    NOTE,
    OPEN,
    Passage,
    fill,
    say_day,
)
from edition.text.spacing import NNBSP, french

if TYPE_CHECKING:
    from edition.citation.work import Work

__all__ = ["SEPARATORS", "SIGNS", "Form", "fill_form", "forms_of", "quoted"]

SEPARATORS = {"bibtex": "-", "ris": "/", "json": '", "'}
"""Between year, month and day in figures; a form without one is read by people."""

SIGNS = {"bibtex": bibtex.SIGNS, "json": csl_json.SIGNS}
"""The signs that a format escapes in a text, and how."""

JOINER = "\u2060"
"""Keeps a mark at its word; says nothing."""

UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff ]+")
"""What ends a line or means something else to us, and ordinary spaces."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the citation of a page.

    :param title: as a reader chooses it.
    :param format: a key of :data:`SEPARATORS`; empty for what people read.
    """

    title: str
    template: str
    format: str = ""


def forms_of(work: Work) -> tuple[Form, ...]:
    """Render every form for a work."""
    return (
        *(Form(style.title, render(work, style)) for style in STYLES),
        Form("Texte seul", _plain(work)),
        Form("BibTeX", bibtex.bibtex(work), "bibtex"),
        Form("RIS", ris(work), "ris"),
        Form("CSL-JSON", csl_json.csl_json(work), "json"),
    )


def _plain(work: Work) -> str:
    """Return a citation for a letter or a message: no style, no italics."""
    authors = ", ".join(work.authors)
    title = "," if work.whole else f", « {_second_rank(work.title)} », dans"
    where = ADDRESS
    if not work.public:
        where = f"adresse publique non fixée{OPEN} : {ADDRESS}{CLOSE}"
    return french(
        f"{authors}{title} {work.book}, édition {work.version}"
        f"{OPEN}, {LOCATOR}{CLOSE}, {where} (consulté le {DATE})."
    )


def fill_form(form: Form, work: Work, passage: Passage) -> str:
    """Return a form filled for a passage, as the script of the panel fills it.

    What is quoted stands before a citation that people read, on a line of its own, and
    in the note of one that programs read.
    """
    address = f"{work.url}#{passage.code}" if passage.code else work.address
    words = quoted(passage.words)
    said = (passage.locator, words, "" if work.public else address)
    note = ". ".join(part for part in said if part)
    signs = SIGNS.get(form.format, {})
    filled = fill(
        form.template,
        {
            LOCATOR: passage.locator,
            ADDRESS: address,
            DATE: say_day(passage.day),
            DAY: str(passage.day or "").replace("-", SEPARATORS.get(form.format, "")),
            NOTE: "".join(signs.get(sign, sign) for sign in note),
            CODE: passage.code,
        },
    )
    return filled if form.format or not words else f"{words}\n{filled}"


def quoted(words: str) -> str:
    """Return words between guillemets, those inside of the second rank."""
    plain = UNFIT.sub(" ", words.replace(JOINER, "")).strip(" ")
    return f"«{NNBSP}{_second_rank(plain)}{NNBSP}»" if plain else ""


def _second_rank(text: str) -> str:
    return text.replace(f"«{NNBSP}", "“").replace(f"{NNBSP}»", "”")
