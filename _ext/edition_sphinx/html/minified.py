"""Sheets and scripts as they are shipped: without comments and needless space.

Nothing else changes: no name is shortened and no rule rewritten, so that what runs in a
browser is what stands in the theme.  Pygments, which Sphinx brings along, tells comments
and texts from the rest.
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import pygments  # type: ignore[import-untyped]
from pygments.token import Comment, Literal, Whitespace  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

__all__ = ["MINIFIERS", "minified_css", "minified_js", "minifier_version"]

COMMENTS = (Comment, Comment.Single, Comment.Multiline)
"""« !important » is a comment of another kind to Pygments."""

CSS_CLOSED = re.compile(r" ?([{};,>]) ?| ?(?=!important)|(?<=:) ")
"""Where a sheet needs no space; around « + » or before « : » it has a meaning."""

# A statement ends at a line's end only where it could: these cannot end one, or begin one.
JS_UNENDED = "{([,;=?:&|<>*"
JS_UNBEGUN = "})],;.=?:&|<>*"


def minified_css(text: str) -> str:
    """Return a style sheet without comments and needless space."""
    parts: list[str] = []
    plain = ""
    for kind, word in _tokens("css", text):
        if kind in Literal.String:
            parts += [_closed(plain), word]
            plain = ""
        else:
            plain += " " if kind in COMMENTS else word
    return "".join([*parts, _closed(plain)]).strip() + "\n"


def _closed(plain: str) -> str:
    """Close up a part of a sheet that holds no text between quotation marks."""
    spaced = re.sub(r"\s+", " ", plain)
    return CSS_CLOSED.sub(lambda found: found[1] or "", spaced).replace(";}", "}")


def minified_js(text: str) -> str:
    """Return a script without comments and needless space.

    A line's end stays wherever it could end a statement.
    """
    parts = [""]
    gap = ""
    for kind, word in _tokens("javascript", text):
        if kind in COMMENTS:
            gap += "\n" if "\n" in word else " "
        elif kind in Whitespace or not word.strip():
            gap += word
        else:
            parts += [_gap(parts[-1][-1:], gap, word[0]) if gap else "", word]
            gap = ""
    return "".join(parts) + "\n"


def _gap(before: str, gap: str, after: str) -> str:
    """Return what must stay of the space between two signs of a script."""
    if "\n" in gap:
        joined = not before or before in JS_UNENDED or after in JS_UNBEGUN
        return "" if joined else "\n"
    if _is_word(before):
        parted = _is_word(after) or (before.isdigit() and after == ".")
    else:
        # « a + +b », « a / /b/ »: two signs that touch would be another one.
        parted = before == after and before in "+-/"
    return " " if parted else ""


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign in "_$#"


def _tokens(language: str, text: str) -> Iterator[tuple[Any, str]]:
    yield from _lexer(language).get_tokens(text)


@cache
def _lexer(language: str) -> Any:
    # Loaded late: most builds have nothing to make lean.
    from pygments.lexers import (  # type: ignore[import-untyped]
        get_lexer_by_name,
    )

    return get_lexer_by_name(language, stripnl=False, ensurenl=False)


@cache
def minifier_version() -> str:
    """Return what changes when the same file would become another lean one."""
    own = blake2b(Path(__file__).read_bytes(), digest_size=8).hexdigest()
    return f"{pygments.__version__} {own}"


MINIFIERS: Mapping[str, Callable[[str], str]] = {
    ".css": minified_css,
    ".js": minified_js,
}
