"""Prose: the text that authors wrote, block by block, on the lines where it stands.

What is no prose (code, addresses, what a role takes from the data, words in another
language) leaves a cover, sign for sign or one sign, so that a rule over strings meets
neither its letters nor a hole. Titles and the words of others are kept, and marked: a
rule that is not for them passes over them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from edition.allowed import RoleWords, load_allowed
from edition.text.front_matter import FrontMatterError, read_front_matter
from edition.text.markdown import walk
from edition.text.numbers import COVER
from edition.text.roles import reference_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from edition.text.markdown import Piece
    from edition.text.model import Document

__all__ = ["FRENCH", "Block", "Prose", "language_of", "make_prose", "read_prose"]

FRENCH = "fr"

QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”")
ADDRESS = re.compile(
    r"(?:https?://|www\.|mailto:|doi:)\S+|\b10\.\d{4,}/\S+"
    # a site or a file by its name: data.gouv.fr, constats.csv
    r"|\b(?:[\w-]+\.)+(?:fr|com|org|net|eu|info|uk|md|csv|json|toml|txt|bib)\b"
)


class Block(StrEnum):
    """What sort of text it is."""

    PARAGRAPH = "paragraph"
    """Sentences: a paragraph, an item, a quotation."""
    TITLE = "title"
    """Words that need be no sentence: a heading, a caption, a cell, a label."""


@dataclass(frozen=True, slots=True)
class Prose:
    """One block of text.

    :param text: its words, a line end for each line end of the source.
    :param line: of its first sign, from 1.
    :param foreign: the parts that are titles or the words of others, from and to.
    :param italics: those of them that are in italics.
    """

    text: str
    line: int
    block: Block
    foreign: tuple[tuple[int, int], ...] = ()
    italics: tuple[tuple[int, int], ...] = ()

    def line_at(self, position: int) -> int:
        """Return the line of the page where a sign of the text stands."""
        return self.line + self.text.count("\n", 0, position)

    @property
    def own(self) -> str:
        """The text with covers, sign for sign, over titles and the words of others."""
        signs = list(self.text)
        for start, end in self.foreign:
            for at in range(start, end):
                if signs[at] != "\n":
                    signs[at] = COVER
        return "".join(signs)


def language_of(document: Document) -> str:
    """Return the language of a page, French when it does not say."""
    return next((v for _, v, _ in _front_matter(document, "lang")), FRENCH)


def read_prose(document: Document) -> Iterator[Prose]:
    """Show the texts of a page: what its readers see, and the words for machines."""
    for _, text, line in _front_matter(document, "description", "keywords"):
        yield make_prose(text, line, Block.TITLE)
    for piece in walk(document.page):
        if piece.directive is not None:
            for option in piece.directive.options:
                if option.name == "alt":
                    yield make_prose(option.value, option.line, Block.TITLE)
        elif piece.token.type == "inline":
            yield _read(piece)


def _front_matter(document: Document, *keys: str) -> Iterator[tuple[str, str, int]]:
    try:
        found = read_front_matter(document.page.text)
    except FrontMatterError:
        return  # said by the rule of pages
    for entry in found:
        if entry.key in keys:
            for value in entry.values:
                yield entry.key, value, entry.line


def _read(piece: Piece) -> Prose:
    children = piece.token.children or []
    titles = {"heading", "table"}.intersection(piece.blocks) or piece.option
    parts: list[str] = []
    length = 0
    italics: list[tuple[int, int]] = []
    links: list[tuple[int, int]] = []
    opened: list[tuple[int, Token]] = []
    for position, child in enumerate(children):
        said = _words(child)
        if child.type in ("em_open", "link_open"):
            opened.append((length, child))
            if children[position + 1].type == "link_close":
                said = COVER  # a link without words reads as its target
        elif child.type in ("em_close", "link_close") and opened:
            start, opening = opened.pop()
            if opening.type == "em_open":
                italics.append((start, length))
            elif "//" in str(opening.attrGet("href") or ""):
                links.append((start, length))
        parts.append(said)
        length += len(said)
    block = Block.TITLE if titles else Block.PARAGRAPH
    return make_prose("".join(parts), piece.line, block, italics, links)


def make_prose(
    text: str,
    line: int,
    block: Block,
    italics: Sequence[tuple[int, int]] = (),
    links: Sequence[tuple[int, int]] = (),
) -> Prose:
    """Return a text with covers over its addresses, its quotations marked."""
    covered = ADDRESS.sub(lambda found: COVER * len(found[0]), text)
    quoted = [found.span() for found in QUOTED.finditer(covered)]
    foreign = tuple(sorted([*italics, *links, *quoted]))
    return Prose(covered, line, block, foreign, tuple(italics))


def _words(token: Token) -> str:
    match token.type:
        case "text" | "text_special":
            return token.content
        case "softbreak" | "hardbreak":
            return "\n"
        case "myst_role":
            return _role(token.meta["name"], token.content)
        case "image":
            return "".join(_words(child) for child in token.children or [])
        case "code_inline":
            return COVER
        case _:
            return ""


def _role(name: str, argument: str) -> str:
    match load_allowed().roles.get(name):
        case RoleWords.REFERENCE | RoleWords.TERM:
            text, target = reference_parts(argument)
            if text is None:
                plain = name == "term" and not target.startswith("!")
                return target if plain else COVER
            return text
        case RoleWords.TEXT if name in ("sup", "sub"):
            return argument
        case _:
            # Values, marks, citations; {en} and {abbr}, which are not French words.
            return COVER
