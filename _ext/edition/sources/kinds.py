"""What kinds of works BibTeX tells apart, and what they are called in French."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pybtex.database import Entry

__all__ = ["KINDS", "THESES", "is_volume"]

THESES = {"mastersthesis": "mémoire", "phdthesis": "thèse de doctorat"}
"""How a thesis is called when the reference does not say it."""

VOLUMES = {"book", "manual", "proceedings", "techreport", *THESES}

KINDS = VOLUMES | {
    *("article", "booklet", "inbook", "incollection", "inproceedings"),
    *("misc", "online", "unpublished"),
}
"""The types of entry that a bibliography may use."""


def is_volume(entry: Entry) -> bool:
    """Tell a work that stands alone (in italics) from a part (in guillemets)."""
    return entry.type in VOLUMES
