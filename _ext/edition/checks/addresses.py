"""Rule: an address of the text is one of the sources, where it is dated and archived.

Known are the addresses and DOIs of the tables of sources, of the bibliography, of the
licences of the data, and those that the settings give. Code shows commands and is not
looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edition.issues import Issue, IssueCode, Place, suggestion
from edition.sources.addresses import known_addresses
from edition.text.book import read_book
from edition.text.markdown import walk

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from edition.paths import EditionPaths
    from edition.text.markdown import Piece

__all__ = ["check"]

ADDRESS = re.compile(r"https?://[^\s<>\"«»`]*[^\s<>\"«»`.,;:!?)\]…’]")


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return the addresses that stand nowhere in the data."""
    pages = read_book(paths)
    found = [
        (page.path, line, address)
        for page in pages
        for piece in walk(page.page)
        for line, address in _addresses(piece)
    ]
    if not found:
        return
    known = known_addresses(paths)
    for path, line, address in found:
        if not _is_known(address, known):
            yield Issue(
                IssueCode.ADDRESS_UNKNOWN,
                Place(path, line),
                f"adresse « {address} » absente des témoins et de la bibliographie",
                hint=suggestion(address, known) or "inscrivez-la dans la table sources",
            )


def _is_known(address: str, known: Collection[str]) -> bool:
    return address in known or address.partition("#")[0] in known


def _addresses(piece: Piece) -> Iterator[tuple[int, str]]:
    if piece.directive is not None:
        for option in piece.directive.options:
            if option.name == "link":
                yield from _found(option.value, option.line)
        return
    if piece.token.type != "inline":
        return
    line = piece.line
    linked = False
    for child in piece.token.children or []:
        match child.type:
            case "softbreak" | "hardbreak":
                line += 1
            case "link_open":
                linked = True
                yield from _found(str(child.attrGet("href") or ""), line)
            case "link_close":
                linked = False
            case "text" if not linked:
                yield from _found(child.content, line)


def _found(text: str, line: int) -> Iterator[tuple[int, str]]:
    for address in ADDRESS.findall(text):
        yield line, str(address)
