"""What is made slowly and seldom changes, kept from one build to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["kept_text"]


def kept_text(path: Path, key: str, make: Callable[[], str]) -> str:
    """Return the text that a file keeps, or make it and keep it there.

    Text and key stand in one file, so that neither can outlive the other, and what is
    no longer true is written over.

    :param path: beside the doctrees, where ``clean`` removes it.
    :param key: a checksum of all that the text is made of, on one line.
    """
    if path.is_file():
        found, _, text = path.read_bytes().decode().partition("\n")
        if found == key:
            return text
    text = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(f"{key}\n{text}".encode())
    return text
