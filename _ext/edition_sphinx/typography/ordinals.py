"""Superscript endings of ordinals: « 1er », « 20e », « XXIe »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from edition.text.ordinals import split_ordinals

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["raise_ordinals"]


def raise_ordinals(texts: Iterable[nodes.Node]) -> None:
    """Set the endings of the ordinals above the line in some texts of a page."""
    for text in texts:
        parent = text.parent
        if not isinstance(text, nodes.Text) or isinstance(parent, nodes.superscript):
            continue
        runs = split_ordinals(str(text))
        if parent is None or len(runs) == 1:
            continue
        parent.replace(
            text, [_node(run, ending=at % 2 == 1) for at, run in enumerate(runs) if run]
        )


def _node(run: str, *, ending: bool) -> nodes.Node:
    return nodes.superscript("", run) if ending else nodes.Text(run)
