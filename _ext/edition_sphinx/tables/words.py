"""Texts of the data as HTML: French spacing, nothing that a browser would obey."""

from __future__ import annotations

import re
from html import escape

from edition.text.spacing import french

__all__ = ["COLON", "spaced", "text_html"]

COLON = "\N{NO-BREAK SPACE}:"
"""After a link, where no rule sees the word before."""

# Whatever French spacing may change; most cells of a long table have none of it.
SPACEABLE = re.compile(
    r"[;:!?«»§]|\d\s|[.°º]\s+\d|\b(?:M\.|MM\.|Mmes?|Mlles?|Drs?|Pr)\s|[IVX]e\s"
)


def spaced(text: str) -> str:
    """Set French spacing in a text, fast when there is nothing to set."""
    return french(text) if SPACEABLE.search(text) else text


def text_html(text: str) -> str:
    """Return a text of the data with French spacing, inert."""
    return escape(spaced(text))
