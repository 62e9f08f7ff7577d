"""The lines of directives, options and roles, for messages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from edition.issues import Place
from edition_sphinx.config import get_paths

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from edition.tables.request import OptionPlaces

__all__ = ["directive_places", "role_place"]

# A directive with more lines of options than that is no directive of ours.
MOST_OPTION_LINES = 20


def directive_places(env: BuildEnvironment, line: int) -> OptionPlaces:
    """Return the function that gives the line of each option of a directive.

    The page is read again only when a message asks for a line.

    :param line: the line on which the directive begins.
    """
    path = _path(env)

    def at(option: str) -> Place:
        if not option:
            return Place(path, line)
        lines = _lines(env)[line : line + MOST_OPTION_LINES]
        for number, text in enumerate(lines, start=line + 1):
            if text.strip().startswith((f":{option}:", f"{option}:")):
                return Place(path, number)
        return Place(path, line)

    return at


def role_place(env: BuildEnvironment, line: int, text: str) -> Place:
    """Return the line of a role; MyST only knows where its paragraph begins."""
    lines = _lines(env)
    for number, found in enumerate(lines[line - 1 :], start=line):
        if text in found:
            return Place(_path(env), number)
        if not found.strip():
            break
    return Place(_path(env), line)


def _path(env: BuildEnvironment) -> str:
    return get_paths(env).relative(Path(env.doc2path(env.docname)))


def _lines(env: BuildEnvironment) -> list[str]:
    try:
        text = Path(env.doc2path(env.docname)).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return []
    return text.splitlines()
