"""How the text cites: « (Audouard, Rimaud et Wiart 2017) ».

Names and year come from the label, so that the text and the list agree to the letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pybtex.richtext import Text
from sphinxcontrib.bibtex.style.referencing import BaseReferenceStyle
from sphinxcontrib.bibtex.style.template import (
    join,
    join2,
    node,
    post_text,
    pre_text,
    reference,
)

from edition.sources import split_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pybtex.richtext import BaseText
    from pybtex.style.template import Node

__all__ = ["FrenchReferenceStyle"]

BETWEEN = "\u202f; "


@dataclass
class FrenchReferenceStyle(BaseReferenceStyle):
    """Author and year, from the label of the reference."""

    def role_names(self) -> Iterable[str]:
        """Return the roles that this style writes; ``cite`` is ``cite:p``."""
        return ("p", "t")

    def outer(self, role_name: str, children: list[BaseText]) -> Node:
        """Join the references of one citation."""
        joined = join(sep=BETWEEN)[children]
        return joined if role_name == "t" else join["(", joined, ")"]

    def inner(self, role_name: str) -> Node:
        """Lay out one reference of a citation."""
        if role_name == "t":
            locator = join2(sep1=" ", sep2=", ")[pre_text, reference[_year], post_text]
            return join(sep=" ")[_names, join["(", locator, ")"]]
        return join2(sep1=" ", sep2=", ")[pre_text, reference[_label], post_text]


@node  # type: ignore[untyped-decorator]  # pybtex has no types
def _label(children: object, data: dict[str, Any]) -> Text:
    return Text(data["formatted_entry"].label)


@node  # type: ignore[untyped-decorator]
def _names(children: object, data: dict[str, Any]) -> Text:
    return Text(split_label(data["formatted_entry"].label)[0])


@node  # type: ignore[untyped-decorator]
def _year(children: object, data: dict[str, Any]) -> Text:
    return Text(split_label(data["formatted_entry"].label)[1])
