"""How a command ended, as the system and ``make.py`` are told."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["Status"]


class Status(IntEnum):
    """How a command ended."""

    CLEAN = 0
    """All is well."""
    CRASH = 1
    """The tool itself failed; only then is there a traceback."""
    USAGE = 2
    """The command was not understood."""
    FAULTS = 3
    """The edition has faults, and they were said."""
    NOT_READY = 4
    """The machine, or the folder, is not what it takes."""
