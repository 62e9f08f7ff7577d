"""The lines ``(id)=`` of a page, and what each of them marks.

Sphinx gives the id to whatever comes next and says nothing when that is the wrong
thing; so the ground floor looks first.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from markdown_it.tree import SyntaxTreeNode

from edition.text.directives import directive_name
from edition.text.markdown import Page, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["BLOCKS", "Target", "TargetFault", "read_targets"]

BLOCKS = ("paragraph", "bullet_list", "ordered_list", "dl", "blockquote")
"""Types of the tokens that take their id from the line before them."""


class TargetFault(StrEnum):
    """Why a target marks nothing that can be cited."""

    DIRECTIVE = "directive"
    """Before a directive, whose id is its option « name »."""
    SPLITS = "splits"
    """Inside a paragraph, which it cuts in two."""
    NESTED = "nested"
    """In a list, a quotation or a directive, which have one id as a whole."""
    DOUBLE = "double"
    """Before another target."""
    NOTHING = "nothing"
    """Before a comment, a rule, the end: nothing that bears an id."""


@dataclass(frozen=True, slots=True)
class Target:
    """One line ``(id)=``.

    :param line: from 1.
    :param marks: the type of the block that it marks, empty when there is a fault.
    """

    name: str
    line: int
    marks: str = ""
    fault: TargetFault | None = None


def read_targets(page: Page) -> Iterator[Target]:
    """List the targets of a page: those of its blocks, then the nested ones."""
    blocks = [b for b in SyntaxTreeNode(page.tokens).children if b.map]
    for position, block in enumerate(blocks):
        if block.type == "myst_target":
            before = blocks[position - 1] if position else None
            after = blocks[position + 1] if position + 1 < len(blocks) else None
            touching = before is not None and _touches(page, before, block)
            yield _target(block, before if touching else None, after)
    for piece in walk(page):
        if piece.token.type == "myst_target" and (piece.inside or piece.blocks):
            yield Target(piece.token.content, piece.line, fault=TargetFault.NESTED)


def _touches(page: Page, before: SyntaxTreeNode, block: SyntaxTreeNode) -> bool:
    """Whether no line stands between two blocks: a list may end with empty ones.

    The definition of a link is no block, and belongs to none.
    """
    start = block.map[0] if block.map else 0
    end = before.map[1] if before.map else 0
    return end >= start and bool(page.text.split("\n")[start - 1].strip())


def _target(
    block: SyntaxTreeNode, before: SyntaxTreeNode | None, after: SyntaxTreeNode | None
) -> Target:
    start = block.map[0] if block.map else 0
    name, line = block.content, start + 1
    if after is None:
        return Target(name, line, fault=TargetFault.NOTHING)
    if after.type == "myst_target":
        return Target(name, line, fault=TargetFault.DOUBLE)
    if after.token is not None and directive_name(after.token) is not None:
        return Target(name, line, fault=TargetFault.DIRECTIVE)
    if after.type not in (*BLOCKS, "heading"):
        return Target(name, line, fault=TargetFault.NOTHING)
    if after.type == "paragraph" and before is not None and before.type in BLOCKS:
        # Without the target, the next line would go on with the block before it.
        return Target(name, line, fault=TargetFault.SPLITS)
    return Target(name, line, marks=after.type)
