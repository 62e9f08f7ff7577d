"""Numbers that somebody typed, in digits or in French words.

Pure functions over a line of text. What is no figure of the study is covered first:
years, dates, ordinals, references, names with a number in them; then what is left is
found. « un » is never counted: it is an article more often than a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["COVER", "Number", "find_numbers"]

COVER = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for what is not to be looked at, sign for sign."""


@dataclass(frozen=True, slots=True)
class Number:
    """A typed number.

    :param start: where it begins in the text.
    :param text: the number itself.
    :param context: the number with the word after it, or before it.
    """

    start: int
    text: str
    context: str


MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|"
    "décembre"
)

# A year before one of these is a count without its space.
COUNTED = (
    "fans?|abonn[ée]\\w*|tweets?|retweets?|likes?|mentions?|comptes?|personnes?|"
    "bibliothèques?|réponses?|messages?|publications?|vues?|visites?|documents?|"
    "livres?|habitants?|euros?|articles?|photos?|vidéos?|%|‰|€|m²|fois"
)

REFERENCE_NOUNS = (
    "§+|chapitres?|chap\\.|tableaux?|figures?|graphiques?|annexes?|sections?|"
    "parties?|pages?|pp?\\.|notes?|niveaux?|volumes?|vol\\.|tomes?|t\\.|n[°º]s?|"
    "numéros?|étapes?|règles?|versions?|lignes?|colonnes?|variantes?|articles?"
)

UNIVERSITIES = "Paris|Lyon|Rennes|Lille|Grenoble|Montpellier|Toulouse|Bordeaux"

NUMERAL = r"\d+(?:[.,]\d+)*"
DAY = r"\b\d{1,2}(?:er)?"
AND = "(?:,|et|ou|à|au|-|–)"

# What is a number in its writing, but no figure; in the order of covering.
NO_FIGURE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # addresses and numbers of books
        r"(?:https?://|www\.|doi:|\b10\.\d{4,}/)\S+",
        r"\b(?:ISBN|ISSN)[^\d\n]{0,20}[\dXx][\d Xx–-]+",
        # 19 février 2013, du 3 au 5 mai, 1er janvier
        rf"{DAY}(?:\s*(?:-|–|et|ou|au)\s*{DAY})?\s+(?:{MONTHS})(?:\s+\d{{4}})?\b",
        r"\bannées\s+\d{2,4}(?:\s*(?:-|–|et|à)\s*\d{2,4})?\b",
        # 2e, 1er, XXe (whose Roman numeral is no digit)
        r"\b\d+(?:ers?|res?|ères?|es?|èmes?|ᵉʳ?)\b",
        # chapitre 2, p. 22-24, tableaux 3 et 4
        rf"(?<!\w)(?:{REFERENCE_NOUNS})\s*{NUMERAL}(?:\s*{AND}\s*{NUMERAL})*\b",
        # years, unless a noun shows that they count something
        rf"(?<![\d.,])(?:1[5-9]|20)\d{{2}}(?![\d]|[.,]\d|\s*(?:{COUNTED})\b)",
        # web 2.0, RGAA 4.1: a point, where a French number has a comma
        r"\b\d+(?:\.\d+)+(?!\s*[%‰€])\b",
        # E12, CC0, B2
        r"[^\W\d_]+-?\d+\w*",
        # université Paris 13
        rf"\b(?:{UNIVERSITIES})[ -]\d{{1,2}}\b",
        # Deux-Sèvres; tous deux
        r"\b(?:deux|trois|quatre|sept|neuf|cent|mille)-(?-i:[A-ZÀ-Ý])\w+",
        r"\b(?:tous|toutes)\s+deux\b|\bdeux-points\b|\bmille-?feuilles?\b",
        # vingt-deuxième, vingt et unième
        r"\b[\w-]+-(?:et-)?\w+ièmes?\b|\b\w+\s+et\s+unièmes?\b",
    )
)

DIGITS = re.compile(r"\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?(?:\s?(?:%|‰))?")

NAMES = (
    "zéro|deux|trois|quatre|cinq|six|sept|huit|dix|onze|douze|treize|quatorze|quinze|"
    "seize|vingts?|trente|quarante|cinquante|soixante|septante|huitante|octante|"
    "nonante|cents?|mille|millions?|milliards?|(?:di|quin|ving|tren|quaran|cinquan|"
    "soixan|cen)taines?|dizaines?|douzaines?|quinzaines?|milliers?|moitiés?|quarts?|"
    "(?:pour\\s?cent)"
)
# « neuf » is new as well as 9, « tiers » a stranger as well as a third.
NAME = (
    rf"(?:{NAMES}|neuf(?=\s+(?:{NAMES}|\w+[sx])\b)|(?<=-)neuf"
    r"|tiers(?=\s+(?:de|des|du|d['’]))(?<=(?:un|le|ux) tiers))"
)
WORDS = re.compile(
    rf"\b{NAME}(?:(?:\s+|-)(?:et(?:\s+|-))?(?:{NAME}|une?(?=\b)))*\b", re.IGNORECASE
)

NEXT_WORD = re.compile(r"[ \u00a0\u202f]+[\w'’²-]+")
LAST_WORD = re.compile(r"[\w'’-]+[ \u00a0\u202f]+$")


def find_numbers(text: str) -> list[Number]:
    """Return the numbers typed in a text, in order.

    :param text: with :data:`COVER` in the place of what is not the author's own words.
    """
    covered = text
    for pattern in NO_FIGURE:
        covered = pattern.sub(lambda found: COVER * len(found[0]), covered)
    found = [*DIGITS.finditer(covered), *WORDS.finditer(covered)]
    return [
        Number(match.start(), match[0], _context(text, match))
        for match in sorted(found, key=lambda match: match.start())
    ]


def _context(text: str, match: re.Match[str]) -> str:
    """Return the number and a word beside it, to tell it from its likes."""
    after = NEXT_WORD.match(text, match.end())
    if after is not None:
        return " ".join((match[0] + after[0]).split())
    before = LAST_WORD.search(text, 0, match.start())
    return " ".join(((before[0] if before else "") + match[0]).split())
