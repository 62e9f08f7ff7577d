"""Rule: no phrase that fills a sentence without saying anything.

The phrases stand in ``padding.toml``. Titles and the words of others are not looked at.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from edition.issues import Issue, IssueCode, Place
from edition.text.book import read_book
from edition.text.prose import FRENCH, language_of, read_prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.paths import EditionPaths

__all__ = ["PHRASES", "check", "phrase_pattern", "read_phrases"]

PHRASES = Path(__file__).with_name("padding.toml")


@cache
def read_phrases() -> dict[str, str]:
    """Return what to do instead, by the phrase."""
    return tomllib.loads(PHRASES.read_text(encoding="utf-8"))


def phrase_pattern(phrase: str) -> str:
    """Return the regular expression of a phrase of the list."""
    spaced = r"\s+".join(re.escape(word) for word in phrase.split())
    return spaced.replace(r"\*", r"\w*").replace("’", "['’]")


@cache
def _patterns() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return all phrases as one expression, each a group, and what is advised."""
    phrases = read_phrases()
    joined = "|".join(f"({phrase_pattern(phrase)})" for phrase in phrases)
    return re.compile(rf"\b(?:{joined})(?!\w)", re.IGNORECASE), tuple(phrases.values())


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return the phrases that the house refuses, in the French pages."""
    pattern, advice = _patterns()
    for page in read_book(paths):
        if language_of(page) != FRENCH:
            continue
        for prose in read_prose(page):
            for found in pattern.finditer(prose.own):
                yield Issue(
                    IssueCode.PHRASE_PADDING,
                    Place(page.path, prose.line_at(found.start())),
                    f"remplissage « {' '.join(found[0].split())} »",
                    hint=advice[(found.lastindex or 1) - 1],
                )
