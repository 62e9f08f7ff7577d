"""What a chapter or a note may use: the list of ``allowed.toml``, read and typed.

The list decides; applying it to a page is the work of :mod:`edition.text.admit`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

__all__ = [
    "Allowed",
    "DirectiveRule",
    "Kind",
    "OptionRule",
    "RoleWords",
    "load_allowed",
]

ALLOWED_FILE = Path(__file__).with_name("allowed.toml")


class RoleWords(StrEnum):
    """How a role reads as plain text."""

    VALUE = "value"
    """Resolved through the data."""
    CITATION = "citation"
    """The keys between brackets, whatever the style makes of them."""
    REFERENCE = "reference"
    """Its own text, or the target between brackets."""
    TERM = "term"
    """Its own text, or the term."""
    TEXT = "text"
    """As it stands."""
    ABBREVIATION = "abbreviation"
    """As it stands, without the explanation in parentheses."""
    MARK = "mark"
    """Not at all: a sign of the apparatus, which hangs on the word before it."""


class Kind(StrEnum):
    """What an argument, an option, a body or a front-matter value holds."""

    NONE = "none"
    ANCHOR = "anchor"
    INLINE = "inline"
    TEXT = "text"
    DATA = "data"
    FLAG = "flag"
    WORD = "word"
    NAME = "name"
    FILE = "file"
    NUMBER = "number"
    COLUMNS = "columns"
    GUTTERS = "gutters"
    LANGUAGE = "language"
    TARGET = "target"
    CHOICE = "choice"
    MARKDOWN = "markdown"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class OptionRule:
    """What an option of a directive, or a key of the front matter, may hold."""

    kind: Kind
    choices: tuple[str, ...] = ()
    optional: bool = False
    """Whether the value may be left out."""


@dataclass(frozen=True, slots=True)
class DirectiveRule:
    """What one directive takes."""

    name: str
    argument: Kind = Kind.NONE
    argument_optional: bool = False
    body: Kind = Kind.NONE
    options: dict[str, OptionRule] | None = None
    """``None`` when the directive takes none."""
    required: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    passage: str = ""

    def fits(self, place: str) -> bool:
        """Tell whether the directive may stand on a page of this sort."""
        return place in self.places if self.places else place != "note"


@dataclass(frozen=True, slots=True)
class Allowed:
    """The whole list."""

    front_matter: dict[str, OptionRule]
    roles: dict[str, RoleWords]
    directives: dict[str, DirectiveRule]


def _option(value: Any) -> OptionRule:
    if isinstance(value, list):
        return OptionRule(Kind.CHOICE, tuple(value))
    return OptionRule(Kind(value.removesuffix("?")), optional=value.endswith("?"))


def _directive(name: str, entry: dict[str, Any]) -> DirectiveRule:
    argument = entry.pop("argument", "none")
    options = entry.pop("options", None)
    return DirectiveRule(
        name,
        argument=Kind(argument.removesuffix("?")),
        argument_optional=argument.endswith("?"),
        body=Kind(entry.pop("body", "none")),
        options={key: _option(kind) for key, kind in options.items()}
        if options
        else None,
        **_rest(entry),
    )


def _rest(entry: dict[str, Any]) -> dict[str, Any]:
    """Return what needs no reading; a word that is no field fails in the caller."""
    return {k: tuple(v) if isinstance(v, list) else v for k, v in entry.items()}


def read_allowed(text: str) -> Allowed:
    """Read a list in the form of ``allowed.toml``; an unknown word is an error."""
    data = tomllib.loads(text)
    return Allowed(
        front_matter={key: _option(v) for key, v in data["front-matter"].items()},
        roles={name: RoleWords(words) for name, words in data["roles"].items()},
        directives={
            name: _directive(name, dict(entry))
            for name, entry in data["directives"].items()
        },
    )


@cache
def load_allowed() -> Allowed:
    """Return the list of this edition."""
    return read_allowed(ALLOWED_FILE.read_text("utf-8"))
