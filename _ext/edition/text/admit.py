"""Whether a page may be read at all: the allow-list applied to its text.

Run before MyST sees the page, by the checks and by the guard of the first floor; every
fault of the page is found at once. What the page says is judged elsewhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edition.allowed import load_allowed
from edition.codes import IssueCode
from edition.issues import Issue, Place, known_values, suggestion
from edition.text.admit_blocks import block_issues
from edition.text.directives import FENCES
from edition.text.front_matter import FrontMatterError, read_front_matter
from edition.text.markdown import Piece, read_page, walk
from edition.text.scope import scope_of

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["check_source"]

LONGEST_PAGE = 400_000
LONGEST_LINE = 4_000
LONGEST_BLOCK = 40_000
"""Lines without an empty one between them: some signs cost their number squared."""
LONGEST_VALUE = 500

# Control signs, foreign line ends, signs that turn or hide text, the byte order mark.
FORBIDDEN_SIGN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)


def check_source(text: str, path: str, *, place: str = "") -> list[Issue]:
    """Return everything in a page that is not allowed, in the order of the page.

    :param path: from the root of the edition, as messages show it.
    :param place: the sort of page, from ``allowed.toml``; by its path when empty.
    """
    faults = [*_signs(text, path), *_sizes(text, path)]
    if faults:
        # Reading on could take for ever, or see another text than a person does.
        return faults
    where = place or scope_of(path.removesuffix(".md")).value
    faults += _front_matter(text, path)
    page = read_page(text)
    for piece in walk(page):
        faults += block_issues(piece, path=path, place=where)
        if (unclosed := _unclosed(piece, path)) is not None:
            # All that follows seems to stand inside it.
            return [*faults, unclosed]
    faults += _footnotes(page.env.get("references", {}), path)
    return sorted(set(faults), key=lambda issue: issue.sort_key)


def _signs(text: str, path: str) -> Iterator[Issue]:
    for number, line in enumerate(text.split("\n"), start=1):
        if (found := FORBIDDEN_SIGN.search(line)) is not None:
            yield Issue(
                IssueCode.SOURCE_SIGN,
                Place(path, number),
                "tabulation"
                if found[0] == "\t"
                else f"signe invisible U+{ord(found[0]):04X}",
                hint="le retirer, ou le remplacer par une espace",
            )


def _sizes(text: str, path: str) -> Iterator[Issue]:
    if len(text) > LONGEST_PAGE:
        yield Issue(
            IssueCode.SOURCE_SIZE,
            Place(path),
            f"page de {len(text)} signes",
            f"au plus {LONGEST_PAGE}",
            "la couper en deux chapitres",
        )
    block = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            yield Issue(
                IssueCode.SOURCE_SIZE,
                Place(path, number),
                f"ligne de {len(line)} signes",
                f"au plus {LONGEST_LINE}",
                "écrire une phrase par ligne",
            )
        before = block
        block = block + len(line) + 1 if line.strip() else 0
        if before <= LONGEST_BLOCK < block:
            yield Issue(
                IssueCode.SOURCE_SIZE,
                Place(path, number),
                f"plus de {LONGEST_BLOCK} signes sans ligne vide",
                hint="séparer les paragraphes par une ligne vide",
            )


def _unclosed(piece: Piece, path: str) -> Issue | None:
    token = piece.token
    if token.type not in FENCES or token.map is None or piece.inside:
        return None
    start, end = token.map
    lines = token.content.splitlines()
    # Another opening of the same length: its end has been taken for this one's.
    crossed = any(line.strip().startswith(token.markup + "{") for line in lines)
    if not crossed and end - start != len(lines) + 1:
        return None
    return Issue(
        IssueCode.SYNTAX_UNCLOSED,
        Place(path, piece.line),
        f"« {token.markup}{token.info.strip()[:40]} » ouvert et jamais fermé",
        hint=f"ajouter une ligne « {token.markup} » après son contenu"
        + (", ou allonger ce signe autour d'une autre directive" if crossed else ""),
    )


def _front_matter(text: str, path: str) -> Iterator[Issue]:
    known = load_allowed().front_matter
    code = IssueCode.FRONT_MATTER
    try:
        keys = read_front_matter(text)
    except FrontMatterError as error:
        expected = "une clé par ligne entre deux lignes « --- »"
        yield Issue(code, Place(path, error.line), str(error), expected)
        return
    for key in keys:
        place = Place(path, key.line)
        rule = known.get(key.key)
        if rule is None:
            yield Issue(
                code,
                place,
                f"clé « {key.key} » non permise dans l'en-tête",
                known_values(known),
                suggestion(key.key, known) or "retirer la clé",
            )
            continue
        if key.nested:
            said = f"valeur emboîtée pour « {key.key} »"
            yield Issue(code, place, said, "un texte ou une liste de textes")
        for value in key.values:
            if rule.choices and value not in rule.choices:
                expected = known_values(rule.choices)
                yield Issue(code, place, f"{key.key} « {value[:40]} »", expected)
            elif len(value) > LONGEST_VALUE:
                said = f"valeur de {len(value)} signes pour « {key.key} »"
                yield Issue(code, place, said, f"au plus {LONGEST_VALUE}")


def _footnotes(references: dict[str, dict[str, object]], path: str) -> Iterator[Issue]:
    for label, reference in references.items():
        if label.startswith("^"):
            lines = reference.get("map")
            number = lines[0] + 1 if isinstance(lines, list) else 0
            yield Issue(
                IssueCode.SYNTAX_FORBIDDEN,
                Place(path, number),
                f"note de bas de page « [{label.lower()}] »",
                hint="en faire une annotation, ou la mettre dans le texte",
            )
