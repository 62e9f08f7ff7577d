"""The lines of the options of a directive, for the rules that look at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.issues import Place

if TYPE_CHECKING:
    from edition.paths import EditionPaths
    from edition.tables.request import OptionPlaces
    from edition.text.roles import Use

__all__ = ["option_places"]


def option_places(use: Use, paths: EditionPaths, *, page: str) -> OptionPlaces:
    """Return the function that gives the line of each option of a directive.

    The page is read again only when a message asks for a line.

    :param page: the path of the page, relative to the repository.
    """

    def at(option: str) -> Place:
        if not option:
            return Place(page, use.line)
        lines = (paths.root / page).read_bytes().decode("utf-8").splitlines()
        for number, text in enumerate(lines[use.line :], start=use.line + 1):
            if text.strip().startswith((f":{option}:", f"{option}:")):
                return Place(page, number)
            if text.strip().startswith(("```", ":::")):
                break
        return Place(page, use.line)

    return at
