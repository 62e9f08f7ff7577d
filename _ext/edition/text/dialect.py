"""Our Markdown, said once: ``conf.py`` and the reader of the ground floor ask here."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import make_fence_rule
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from markdown_it.token import Token

__all__ = [
    "MYST_DISABLE_SYNTAX",
    "MYST_ENABLE_EXTENSIONS",
    "MYST_URL_SCHEMES",
    "make_parser",
    "parse",
]

# Each has an equal line in :func:`make_parser`.
MYST_ENABLE_EXTENSIONS = ("colon_fence", "deflist")

# HTML is inert text. Notes of the edition are annotations, not footnotes.
MYST_DISABLE_SYNTAX = ("html_block", "html_inline", "footnote_def", "footnote_ref")

# Any other scheme is refused by :mod:`edition.text.links`.
MYST_URL_SCHEMES = ("http", "https", "mailto")


@cache
def make_parser() -> MarkdownIt:
    """Return the parser that MyST makes from the settings above.

    It repeats ``myst_parser.parsers.mdit.create_md_parser`` for them; a test compares
    the active rules of both.
    """
    parser = MarkdownIt("commonmark").enable("table")
    parser.use(front_matter_plugin).use(myst_block_plugin).use(myst_role_plugin)
    parser.block.ruler.before(
        "fence",
        "colon_fence",
        make_fence_rule(markers=(":",), token_type="colon_fence"),
        {"alt": ["paragraph", "reference", "blockquote", "list", "footnote_def"]},
    )
    parser.use(deflist_plugin)
    parser.disable(MYST_DISABLE_SYNTAX, ignoreInvalid=True)
    return parser


def parse(
    text: str,
    *,
    line: int = 0,
    inline: bool = False,
    env: MutableMapping[str, Any] | None = None,
) -> list[Token]:
    """Return the tokens of ``text``.

    :param line: how many lines of the page stand before the text; maps of the tokens
        are moved by it, so that they count from the top of the page, from 0.
    :param inline: read it as one line of text, as MyST reads a title of a card.
    :param env: link definitions, shared by a page and the directives in it.
    """
    shared = {} if env is None else env
    parser = make_parser()
    tokens = parser.parseInline(text, shared) if inline else parser.parse(text, shared)
    if line:
        for token in tokens:
            if token.map:
                token.map = [token.map[0] + line, token.map[1] + line]
    return tokens
