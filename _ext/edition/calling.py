"""How the command was called, so that hints print what the reader can type."""

from __future__ import annotations

import os
import re

__all__ = ["CALLED_AS", "as_called", "called_as"]

CALLED_AS = "EDITION_CALLED_AS"
"""The variable in which ``make.py`` says « python3 make.py edition »."""

COMMAND = re.compile(
    r"\bedition (?=(?:check|explain|ids|release|review|site|sources|tables)\b)"
)


def called_as() -> str:
    """Return the words before the verb, as they were typed."""
    return os.environ.get(CALLED_AS, "").strip() or "edition"


def as_called(text: str) -> str:
    """Return a text whose commands are written as this one was called."""
    words = called_as()
    return COMMAND.sub(lambda _: f"{words} ", text)
