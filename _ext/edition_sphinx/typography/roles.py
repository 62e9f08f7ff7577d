"""Words in another language: read aloud as such, and not spaced as French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from docutils.parsers.rst.states import Inliner

__all__ = ["foreign_role"]


def foreign_role(language: str) -> Any:
    """Return the role for words in a language, given by its code."""

    def run(
        name: str,
        rawtext: str,
        text: str,
        lineno: int,
        inliner: Inliner,
        options: dict[str, Any] | None = None,
        content: list[str] | None = None,
    ) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        # docutils turns this class into the attribute « lang ».
        classes = [f"language-{language}"]
        return [nodes.inline(rawtext, text, classes=classes)], []

    return run
