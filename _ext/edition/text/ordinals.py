"""Ordinals in figures, as the Imprimerie nationale sets them: « 1er », « 2e », « XXIe ».

The sign itself stays as it is typed; which format raises it is left to the others.
"""

from __future__ import annotations

import re

__all__ = ["split_ordinals"]

# A year with a letter (« 2017e ») is the label of a reference. In Roman figures only what no French word looks like: « Ce » and « Vers » are words.
ORDINAL = re.compile(
    r"(?<![\w.,/#-])(?:"
    r"(?:\d{1,3})(?P<arab>ers?|res?|es?|n?des?|nds?)"
    r"|(?:(?=[IVX]{2,})[IVX]+)(?P<roman>es?)"
    r"|I(?P<first>er|re)"
    r")(?![\w-])"
)


def split_ordinals(text: str) -> list[str]:
    """Cut a text before and after each ending; the endings stand at the odd places."""
    runs, start = [], 0
    for found in ORDINAL.finditer(text):
        ending = found["arab"] or found["roman"] or found["first"]
        runs += [text[start : found.end() - len(ending)], ending]
        start = found.end()
    return [*runs, text[start:]]
