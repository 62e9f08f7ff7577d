"""Texts of the data as HTML: set as French is, nothing that a browser would obey."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

from edition.text.ordinals import split_ordinals
from edition.text.spacing import french

__all__ = ["COLON", "spaced", "text_html"]

COLON = "\N{NO-BREAK SPACE}:"
"""After a link, where no rule sees the word before."""

# Whatever French spacing may change; most cells of a long table have none of it.
SPACEABLE = re.compile(
    r"[;:!?«»§]|\d\s|[.°º]\s+\d|\b(?:M\.|MM\.|Mmes?|Mlles?|Drs?|Pr)\s|[IVX]e\s|1er\s"
)

# What may be an ordinal: « 1er », « 20e », « XXIe ».
ORDINAL_LIKE = re.compile(r"[\dIVX](?:e|re|nd|de)")


def spaced(text: str) -> str:
    """Set French spacing in a text, fast when there is nothing to set."""
    return _french(text) if SPACEABLE.search(text) else text


# A cell stands on the page of its table, in views, and in the search.
_french = lru_cache(maxsize=8_192)(french)


@lru_cache(maxsize=8_192)
def text_html(text: str) -> str:
    """Return a text of the data with French spacing and raised ordinals, inert.

    For what is read: an attribute, an identifier, an address or code takes no markup.
    """
    text = spaced(text)
    if not ORDINAL_LIKE.search(text):
        return escape(text)
    return "".join(
        f"<sup>{run}</sup>" if at % 2 else escape(run)
        for at, run in enumerate(split_ordinals(text))
    )
