"""A citation as a BibTeX entry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edition.citation.signs import ADDRESS, CLOSE, CODE, DAY, NOTE, OPEN

if TYPE_CHECKING:
    from edition.citation.work import Work

__all__ = ["SIGNS", "bibtex", "escape_bibtex"]

SIGNS = {
    "\\": "\\textbackslash{}",
    # BibTeX counts braces whatever stands before them: « \\{ » would open a group.
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "%&$#_"},
}
"""What TeX would take for a command, and what says it."""

LANGUAGES = {"fr": "french", "en": "english"}
"""The names that BibTeX styles know."""

SIGN = re.compile("[" + re.escape("".join(SIGNS)) + "]")


def escape_bibtex(text: str) -> str:
    """Return a text as the value of a field, between braces, holds it."""
    return SIGN.sub(lambda found: SIGNS[found[0]], text)


def bibtex(work: Work) -> str:
    """Return the entry; a second pair of braces keeps names and capitals as they are."""
    title = {"title": work.title, "booktitle": work.book}
    fields = {
        "author": " and ".join(
            f"{{{escape_bibtex(author)}}}" for author in work.authors
        ),
        **{
            name: f"{{{escape_bibtex(text)}}}"
            for name, text in ({"title": work.book} if work.whole else title).items()
        },
        "edition": escape_bibtex(work.version),
        "publisher": escape_bibtex(work.publisher),
        "year": str(work.issued.year) if work.issued else "",
        "date": work.issued.isoformat() if work.issued else "",
        # A program takes an address as it stands: nothing is escaped in it.
        "url": ADDRESS if work.public else "",
        "doi": work.doi,
        "language": LANGUAGES.get(work.language, work.language),
    }
    kind = "book" if work.whole else "incollection"
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    if work.public:
        lines.append(f"{OPEN}  urldate = {{{DAY}}},\n{CLOSE}")
    lines.append(f"{OPEN}  note = {{{NOTE}}},\n{CLOSE}")
    return f"@{kind}{{{work.key}{OPEN}-{CODE}{CLOSE},\n{''.join(lines)}}}\n"
