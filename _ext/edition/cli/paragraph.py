"""French text cut into lines for a terminal."""

from __future__ import annotations

import textwrap

__all__ = ["paragraph"]


def paragraph(text: str, *, width: int, indent: str = "", hang: str = "") -> str:
    """Wrap a text; no line begins or ends between a French sign and its word.

    :param indent: before each line.
    :param hang: before each line but the first, after ``indent``.
    """
    # Commands and the signs around them are not to be cut by the end of a line.
    glued = text.replace("« ", "«\0").replace(" »", "\0»")
    for sign in ":;?!":
        glued = glued.replace(f" {sign}", f"\0{sign}")
    lines = textwrap.wrap(
        glued,
        width,
        initial_indent=indent,
        subsequent_indent=indent + hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines).replace("\0", " ")
