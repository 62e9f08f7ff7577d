"""Typography of the sources: what French usage writes otherwise.

Pure functions over a text. No-break spaces are none of its business: the build sets
them (:mod:`edition.text.spacing`); the sources bear plain spaces in the right places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.codes import IssueCode
from edition.text.numbers import COVER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.text.prose import Prose

__all__ = ["BARE_CAPITAL", "Fault", "find_faults"]

GAP = "[ \u00a0\u202f]"
ENDS = r"(?=[\s»)\]”]|$)"
WORD = rf"[\w»)\]”’%{COVER}]"

# Words that begin with a capital where French wants an accent, the short ones, which a
# dictionary knows in another sense, and those that come up most.
BARE_CAPITAL = re.compile(
    r"Ca|(?:Ecole|Ecran|Ecriture|Editeur|Edition|Education|Eglise|Election|Enquêté|Equipe"
    r"|Etablissement|Etape|Etat|Etude|Evaluation|Evénement|Evolution)s?|Etats-Unis|Etre"
    r"|Egalement|Evidemment|Ile-de-France"
)
SENTENCE = r"(?:^|(?<=[.!?…«(] )|(?<=[«(]))"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing written otherwise than French writes it.

    :param position: of its first sign in the text.
    :param around: it, with a word or two about it.
    """

    code: IssueCode
    position: int
    around: str
    expected: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a fault looks like.

    :param own: leave out titles and the words of others, which may be in another
        language or keep a usage of theirs.
    """

    code: IssueCode
    regex: re.Pattern[str]
    expected: str
    own: bool = False


def _pattern(
    code: IssueCode, regex: str, expected: str, *, own: bool = False
) -> Pattern:
    return Pattern(code, re.compile(regex, re.MULTILINE), expected, own)


PATTERNS = (
    _pattern(IssueCode.TYPOGRAPHY_APOSTROPHE, r"['`´]", "l’apostrophe typographique « ’ »"),
    _pattern(IssueCode.TYPOGRAPHY_QUOTE, r'"|<<|>>|[„‘]', "des guillemets français, avec leurs espaces"),
    _pattern(IssueCode.TYPOGRAPHY_DASH, rf"(?<=\S){GAP}-(?=\s)|--+", "un tiret « – » entre deux espaces"),
    _pattern(IssueCode.TYPOGRAPHY_ELLIPSIS, r"\betc\.?(?:…|\.\.+)", "« etc. », sans points de suspension"),
    _pattern(IssueCode.TYPOGRAPHY_ELLIPSIS, r"(?<!etc)(?<!etc\.)\.\.+", "le signe « … »"),
    _pattern(IssueCode.TYPOGRAPHY_CAPITAL, rf"{SENTENCE}A(?={GAP}(?:l’|[^\W\d_]))", "« À »"),
    _pattern(IssueCode.TYPOGRAPHY_CAPITAL, rf"\b(?:{BARE_CAPITAL.pattern})\b", "une capitale accentuée, « É », « Ê », « Î » ou « Ç »", own=True),
    # -- spaces
    _pattern(IssueCode.TYPOGRAPHY_SPACE, rf"(?<=\S){GAP}{{2,}}(?=\S)", "une seule espace"),
    _pattern(IssueCode.TYPOGRAPHY_SPACE, rf"(?<=\S){GAP}+[,.](?!\w|\.)", "pas d’espace avant « , » ni « . »"),
    _pattern(IssueCode.TYPOGRAPHY_SPACE, rf"(?<={WORD})[;!?]+{ENDS}", "une espace avant « ; », « ! » et « ? »", own=True),
    _pattern(IssueCode.TYPOGRAPHY_SPACE, rf"(?<={WORD}):{ENDS}", "une espace avant « : »", own=True),
    _pattern(IssueCode.TYPOGRAPHY_SPACE, r"[,;!?](?=[^\W\d_])", "une espace après la ponctuation", own=True),
    _pattern(IssueCode.TYPOGRAPHY_SPACE, r"«(?=\S)|(?<=\S)»", "une espace à l’intérieur des guillemets"),
    _pattern(IssueCode.TYPOGRAPHY_SPACE, rf"\({GAP}|(?<=\S){GAP}\)", "pas d’espace à l’intérieur des parenthèses"),
    # -- numbers and ordinals
    _pattern(IssueCode.TYPOGRAPHY_ORDINAL, r"\b[IVXLC]+(?:[èéeE]mes?|ᵉ)\b|\b[ivxl]+e(?= siècle)", "« XXe »", own=True),
    _pattern(IssueCode.TYPOGRAPHY_ORDINAL, r"\b1(?:ère|ere|ière)s?\b", "« 1re »", own=True),
    _pattern(IssueCode.TYPOGRAPHY_ORDINAL, r"\b\d+i?[èée]mes?\b", "« 2e »", own=True),
    _pattern(IssueCode.TYPOGRAPHY_ORDINAL, r"\b\d{1,2}e(?= siècle)", "un siècle en chiffres romains : « XXe »", own=True),
    _pattern(IssueCode.TYPOGRAPHY_ORDINAL, r"\b[nN](?:[°º](?=\d)|o\.? ?(?=\d))|\b[nN]º", "« n° 3 », avec son espace", own=True),
    _pattern(IssueCode.TYPOGRAPHY_NUMBER, r"(?<![\w.,/-])\d{5,}(?![\w/-])", "une espace entre les milliers", own=True),
    _pattern(IssueCode.TYPOGRAPHY_NUMBER, rf"\d+\.\d+(?={GAP}?[%‰€])", "la virgule décimale", own=True),
    _pattern(IssueCode.TYPOGRAPHY_NUMBER, r"\d(?=[%‰€])", "une espace avant « % »", own=True),
)  # fmt: skip

PAIRS = {"»": "«", ")": "(", "]": "["}
ITEM = re.compile(r"(?:^|\s)\w$")


def find_faults(prose: Prose) -> list[Fault]:
    """Return what of a text is against French usage, in order."""
    found = [*_patterns(prose), *_nested(prose), *_pairs(prose)]
    return sorted(found, key=lambda fault: fault.position)


def _patterns(prose: Prose) -> Iterator[Fault]:
    own = prose.own
    for pattern in PATTERNS:
        for match in pattern.regex.finditer(own if pattern.own else prose.text):
            yield _fault(pattern.code, prose.text, match.span(), pattern.expected)


def _nested(prose: Prose) -> Iterator[Fault]:
    """Refuse English quotation marks that are in no French ones."""
    depth = 0
    for at, sign in enumerate(prose.text):
        depth += (sign == "«") - (sign == "»")
        # Italics are quotation marks enough: a title in a title.
        inside = depth > 0 or any(start < at < end for start, end in prose.italics)
        if sign in "“”" and not inside:
            expected = "des guillemets français ; “ ” n’est que pour l’intérieur de « »"
            yield _fault(IssueCode.TYPOGRAPHY_QUOTE, prose.text, (at, at + 1), expected)


def _pairs(prose: Prose) -> Iterator[Fault]:
    """Refuse what is opened and not closed, or closed and not opened."""
    opened: list[tuple[str, int]] = []
    for at, sign in enumerate(prose.text):
        if sign in PAIRS.values():
            opened.append((sign, at))
        elif sign in PAIRS:
            if opened and opened[-1][0] == PAIRS[sign]:
                opened.pop()
            elif sign != ")" or not ITEM.search(prose.text[:at]):
                yield _unpaired(prose.text, at)
    for _, at in opened:
        yield _unpaired(prose.text, at)


def _unpaired(text: str, at: int) -> Fault:
    expected = "un signe qui ouvre et un signe qui ferme, dans le même paragraphe"
    return _fault(IssueCode.TYPOGRAPHY_PAIR, text, (at, at + 1), expected)


def _fault(code: IssueCode, text: str, span: tuple[int, int], expected: str) -> Fault:
    start, end = span
    before = re.search(r"\S*\s*$", text[:start].rsplit("\n", 1)[-1])
    after = re.match(r"[^\S\n]*\S*", text[end:])
    around = (
        (before[0] if before else "") + text[start:end] + (after[0] if after else "")
    )
    return Fault(code, start, around.replace(COVER, "").strip(), expected)
