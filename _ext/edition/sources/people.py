"""The people of a reference as rich text, family name first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pybtex.richtext import Tag, Text

from edition.sources.names import ET_AL

if TYPE_CHECKING:
    from edition.sources.names import Name, Names

__all__ = ["FAMILY", "people"]

FAMILY = "ed-family"
"""Tag of a family name (small capitals)."""


def people(names: Names) -> Text:
    """Return the people, with « et » before the last and « (dir.) » after editors."""
    listed = [_name(name) for name in names.persons]
    if names.more:
        said = Text(", ").join(listed) + Text(" ", Tag("em", ET_AL))
    else:
        *first, last = listed
        said = Text(Text(", ").join(first), " et ", last) if first else Text(last)
    return said + " (dir.)" if names.role == "editor" else said


def _name(name: Name) -> Text:
    rest = " ".join(part for part in (name.given, name.particle) if part)
    family = Tag(FAMILY, name.family)
    return Text(family, " ", rest) if rest else Text(family)
