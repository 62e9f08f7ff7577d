"""A page as tokens, with the directives inside it opened.

:func:`walk` shows every block of a page in the order of reading, those inside
directives too; what a page may hold is judged in :mod:`edition.text.admit`, what its
passages are in :mod:`edition.text.passages`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from edition.allowed import DirectiveRule, Kind, load_allowed
from edition.text.dialect import parse
from edition.text.directives import Directive, read_directive

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping

    from markdown_it.token import Token

__all__ = ["DEEPEST", "Page", "Piece", "body_tokens", "inner", "read_page", "walk"]

# Directives inside directives; a deeper one is refused, and not opened.
DEEPEST = 5

CONTAINERS = frozenset(
    {"bullet_list", "ordered_list", "blockquote", "dl", "table", "heading"}
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as parsed, its directives closed."""

    text: str
    tokens: list[Token]
    env: MutableMapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Piece:
    """One block token of a page.

    :param directive: the directive, when the token is the fence of one.
    :param inside: the directives around the token, from the outermost.
    :param option: the option that holds this text, « argument » for the argument,
        empty for text of the page or of a body.
    :param blocks: the lists, quotations, tables and heading around it, from the outermost, by
        the type of their opening token without « _open ».
    """

    token: Token
    directive: Directive | None
    inside: tuple[Directive, ...]
    option: str = ""
    blocks: tuple[str, ...] = ()

    @property
    def line(self) -> int:
        """The line of the page, from 1."""
        return self.token.map[0] + 1 if self.token.map else 0


def read_page(text: str) -> Page:
    """Parse a page."""
    env: dict[str, Any] = {}
    return Page(text, parse(text, env=env), env)


def body_tokens(page: Page, directive: Directive) -> list[Token]:
    """Parse the body of a directive as MyST does."""
    tokens = parse(directive.body + "\n", line=directive.body_line, env=page.env)
    # MyST drops what looks like front matter at the top of a nested text.
    if tokens and tokens[0].type == "front_matter":
        return tokens[1:]
    return tokens


def walk(page: Page) -> Iterator[Piece]:
    """Show every block token of a page, in the order of reading."""
    return _walk(page, page.tokens, ())


def _walk(
    page: Page, tokens: list[Token], inside: tuple[Directive, ...]
) -> Iterator[Piece]:
    blocks: tuple[str, ...] = ()
    for token in tokens:
        kind, _, edge = token.type.rpartition("_")
        if kind in CONTAINERS and edge == "close":
            blocks = blocks[:-1]
        directive = read_directive(token)
        yield Piece(token, directive, inside, blocks=blocks)
        if kind in CONTAINERS and edge == "open":
            blocks = (*blocks, kind)
        if directive is not None:
            yield from inner(page, directive, inside)


def inner(
    page: Page, directive: Directive, inside: tuple[Directive, ...] = ()
) -> Iterator[Piece]:
    """Show what a directive holds: title, caption, body."""
    rule = load_allowed().directives.get(directive.name)
    if rule is None:
        return
    around = (*inside, directive)
    for name, value, line in _inline_texts(directive, rule):
        for token in parse(value, inline=True, env=page.env):
            token.map = [line - 1, line]
            yield Piece(token, None, around, option=name)
    if rule.body is Kind.MARKDOWN and len(around) <= DEEPEST:
        yield from _walk(page, body_tokens(page, directive), around)


def _inline_texts(
    directive: Directive, rule: DirectiveRule
) -> Iterator[tuple[str, str, int]]:
    if rule.argument is Kind.INLINE and directive.argument:
        yield "argument", directive.argument, directive.line
    for option in directive.options:
        known = (rule.options or {}).get(option.name)
        if known is not None and known.kind is Kind.INLINE:
            yield option.name, option.value, option.line
