"""Inline text: its plain words and the roles in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.allowed import RoleWords, load_allowed
from edition.text.roles import Resolver, Use, role_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

__all__ = ["BREAKS", "inline_words", "roles_of"]

BREAKS = frozenset({"softbreak", "hardbreak"})
"""Types of the tokens after which a line of the source begins."""


def inline_words(
    token: Token, *, resolve: Resolver, line: int = 0, document: str = ""
) -> str:
    """Return the words of an « inline » token, roles resolved."""
    children = token.children or []
    said = ""
    for words in _words(children, resolve, line, document):
        # A mark hangs on the word before it.
        said = said.rstrip() if words is None else said + words
    return said


def roles_of(token: Token, *, line: int, document: str = "") -> Iterator[Use]:
    """List the roles of an « inline » token with their lines."""
    for child in token.children or []:
        if child.type in BREAKS:
            line += 1
        elif child.type == "myst_role":
            yield _use(child, line, document)


def _use(token: Token, line: int, document: str) -> Use:
    return Use("role", token.meta["name"], token.content, line=line, document=document)


def _words(
    children: Sequence[Token], resolve: Resolver, line: int, document: str
) -> Iterator[str | None]:
    """Yield the words in order; ``None`` for a mark."""
    for position, child in enumerate(children):
        match child.type:
            case "text" | "text_special" | "code_inline":
                yield child.content
            case "softbreak" | "hardbreak":
                line += 1
                yield "\n"
            case "myst_role" if _is_mark(child):
                yield None
            case "myst_role":
                yield role_words(_use(child, line, document), resolve)
            case "image":
                yield from _plain(child.children or [])
            case "link_open" if children[position + 1].type == "link_close":
                # A link without words of its own reads as its target, as a role does.
                yield f"[{str(child.attrGet('href') or '').lstrip('#')}]"
            case _:
                pass


def _is_mark(token: Token) -> bool:
    return load_allowed().roles.get(token.meta["name"]) is RoleWords.MARK


def _plain(children: Sequence[Token]) -> Iterator[str]:
    """Return the alternative text of an image, as MyST makes it."""
    for child in children:
        if child.type in ("text", "text_special"):
            yield child.content
        else:
            yield from _plain(child.children or [])
