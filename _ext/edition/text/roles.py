"""Roles: what is called, and how it reads as plain text.

References and citations read as their target between brackets (``[t-k3m9x]``,
``[wiart2017]``) unless they have a text of their own: their number or label depends
on the rest of the book, and a passage is not reworded when a table is added before
it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from edition.allowed import RoleWords, load_allowed
from edition.text.words import fold

__all__ = ["Resolver", "Use", "reference_parts", "role_words", "unresolved"]

# Sphinx's rule for « text <target> ».
EXPLICIT = re.compile(r"^(.+?)\s*<([^<]*?)>$", re.DOTALL)
EXPLANATION = re.compile(r"\((.*)\)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Use:
    """A role or a directive that a page uses.

    :param kind: « role » or « directive ».
    :param argument: the text of a role, the argument of a directive.
    :param options: pairs, in the order of the page.
    """

    kind: str
    name: str
    argument: str
    options: tuple[tuple[str, str], ...] = ()
    line: int = 0
    document: str = ""

    def option(self, name: str) -> str | None:
        """Return the value of an option, ``None`` when it is not given."""
        return dict(self.options).get(name)


Resolver = Callable[[Use], str | None]
"""Gives the words of a value or of a view; ``None`` when it is not known."""


def unresolved(use: Use) -> str | None:
    """Resolve nothing: values read as their address between brackets."""
    return None


def reference_parts(argument: str) -> tuple[str | None, str]:
    """Split « text <target> » into its text, if it has one, and its target."""
    matched = EXPLICIT.match(argument)
    if matched is None:
        return None, argument
    return matched[1], matched[2]


def role_words(use: Use, resolve: Resolver) -> str:
    """Return how a role reads; one that is not allowed reads as it is written."""
    argument = use.argument
    match load_allowed().roles.get(use.name):
        case RoleWords.VALUE:
            resolved = resolve(use)
            return f"[{fold(argument)}]" if resolved is None else resolved
        case RoleWords.CITATION:
            return f"[{fold(argument)}]"
        case RoleWords.REFERENCE:
            text, target = reference_parts(argument)
            return f"[{fold(target)}]" if text is None else text
        case RoleWords.TERM:
            text, target = reference_parts(argument)
            return target if text is None else text
        case RoleWords.ABBREVIATION:
            return EXPLANATION.sub("", argument).strip()
        case _:
            return argument
