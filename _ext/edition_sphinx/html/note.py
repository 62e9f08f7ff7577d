"""A note at the foot of a page: what a script shows where it is called, as a card."""

from __future__ import annotations

from html import escape

__all__ = ["note_html"]


def note_html(anchor: str, head: str, *details: str) -> str:
    """Return a note as an item of a list.

    :param anchor: its id; without one, nothing on the page calls it.
    :param head: its first line, HTML; ``details`` are the others, empty ones left out.
        A chapter has a hundred notes: nothing is written around a head.
    """
    identified = f' id="{escape(anchor)}"' if anchor else ""
    said = "".join(f" <p>{detail}</p>" for detail in details if detail)
    return f"<li{identified}>{head}{said}</li>\n"
