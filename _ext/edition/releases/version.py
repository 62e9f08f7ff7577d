"""The names of editions: numbers between points, such as « 0.1 » or « 2026.1 »."""

from __future__ import annotations

import re

__all__ = ["FORM", "is_version", "version_key"]

FORM = "des nombres séparés par des points, comme 0.1 ou 2026.1"

_SHAPE = re.compile(r"(?:0|[1-9][0-9]{0,5})(?:\.(?:0|[1-9][0-9]{0,5})){1,3}")


def is_version(text: str) -> bool:
    """Tell whether this names an edition; « 0.1.dev0 » is the work after one."""
    return _SHAPE.fullmatch(text) is not None


def version_key(version: str) -> tuple[int, ...]:
    """Return what editions are ordered by: 0.9 stands before 0.10."""
    return tuple(int(part) for part in version.split("."))
