"""Rule: a figure in the text comes from the data, never from a keyboard.

Quotations, titles of works (in italics, between « » or as a link to another site),
headings and code say what others wrote; the guide counts its own steps. Everything
else is looked at, captions and alternative texts of charts included.
"""

from __future__ import annotations

import csv
import re
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from edition.codes import IssueCode
from edition.issues import Issue, Place
from edition.text.book import read_book
from edition.text.markdown import Piece, walk
from edition.text.numbers import COVER, Number, find_numbers
from edition.text.roles import reference_parts
from edition.text.scope import scope_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from markdown_it.token import Token

    from edition.paths import EditionPaths
    from edition.text.model import Document

__all__ = ["author_text", "check"]

QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”")
MOST_ROWS = 3


def check(paths: EditionPaths) -> list[Issue]:
    """Return the numbers that were typed in the text."""
    rows = _rows(paths)
    return [
        issue
        for page in read_book(paths)
        if scope_of(page.docname).sourced
        for piece in walk(page.page)
        for issue in _piece(piece, page, rows)
    ]


def _piece(
    piece: Piece, page: Document, rows: Mapping[str, list[str]]
) -> Iterator[Issue]:
    if piece.directive is not None:
        for option in piece.directive.options:
            if option.name == "alt":
                yield from _issues(option.value, page.path, option.line, rows)
    elif (
        piece.token.type == "inline"
        and not {"heading", "blockquote"}.intersection(piece.blocks)
        # The argument of a card or an aside is its heading.
        and piece.option != "argument"
    ):
        text = author_text(piece.token.children or [])
        yield from _issues(text, page.path, piece.line, rows)


def _issues(
    text: str, path: str, line: int, rows: Mapping[str, list[str]]
) -> Iterator[Issue]:
    for number in find_numbers(text):
        yield Issue(
            IssueCode.NUMBER_TYPED,
            Place(path, line + text.count("\n", 0, number.start)),
            f"nombre tapé « {number.context} »",
            "un nombre tiré des données",
            _hint(number, rows),
        )


def author_text(children: Sequence[Token]) -> str:
    """Return the words of the author, with covers in the place of all others."""
    parts: list[str] = []
    titles = 0
    for child in children:
        match child.type:
            case "em_open":
                titles += 1
            case "em_close":
                titles -= 1
            case "link_open" if _names_a_work(child):
                titles += 1
            case "link_close":
                titles = max(0, titles - _closes_title(child, children))
            case "text" | "text_special":
                parts.append(COVER * len(child.content) if titles else child.content)
            case "softbreak" | "hardbreak":
                parts.append("\n")
            case "myst_role" if not titles:
                parts.append(_role_text(child))
            case "code_inline" | "myst_role" | "image":
                parts.append(COVER)
    text = "".join(parts)
    return QUOTED.sub(lambda found: re.sub(r"[^\n]", COVER, found[0]), text)


def _closes_title(close: Token, children: Sequence[Token]) -> int:
    """Return 1 when a link that ends here bears a title."""
    position = next(i for i, child in enumerate(children) if child is close)
    opening = next(
        child for child in reversed(children[:position]) if child.type == "link_open"
    )
    return int(_names_a_work(opening))


def _names_a_work(opening: Token) -> bool:
    """Tell whether a link bears a title: it leads to another site, or to a page."""
    href = str(opening.attrGet("href") or "")
    return "//" in href or href.endswith(".md")


def _role_text(token: Token) -> str:
    name, content = token.meta["name"], token.content
    if name in ("sup", "sub"):
        return str(content)
    if name in ("ref", "numref", "doc", "term"):
        text, _ = reference_parts(content)
        return text or COVER
    return COVER


def _hint(number: Number, rows: Mapping[str, list[str]]) -> str:
    known = rows.get(_digits(number.text), [])
    if 0 < len(known) <= MOST_ROWS:
        named = " ou ".join(f"{{data-value}}`{row}`" for row in known)
        return f"vouliez-vous {named} ?"
    return "l'écrire par le rôle data-value, ou l'excepter dans data/exceptions.csv"


def _digits(text: str) -> str:
    return re.sub(r"[^\d,.]", "", text).replace(",", ".")


def _rows(paths: EditionPaths) -> Mapping[str, list[str]]:
    path = paths.table("chiffres")
    return _rows_of(path, path.stat().st_mtime_ns) if path.is_file() else {}


@lru_cache(maxsize=8)
def _rows_of(path: Path, state: int) -> Mapping[str, list[str]]:
    """Return the ids of the figures by their number, to help whoever typed one."""
    found: dict[str, list[str]] = {}
    with (
        path.open(encoding="utf-8", newline="", errors="replace") as file,
        suppress(csv.Error),  # said by the check of the tables
    ):
        for row in csv.DictReader(file):
            if row.get("nombre") and row.get("id"):
                found.setdefault(row["nombre"], []).append(row["id"])
    return found
