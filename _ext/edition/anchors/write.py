"""Ids into the sources: one line before a block, one option in a view.

Nothing else of the file changes, not one byte; that the passages read the same before
and after is verified on every call.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from edition.anchors.ids import mint
from edition.text.passages import read_text

if TYPE_CHECKING:
    import random

    from edition.text.model import Document, Passage

__all__ = ["Assignment", "assign", "replace_file"]


@dataclass(frozen=True, slots=True)
class Assignment:
    """A page with its new ids.

    :param given: the passages that had none, with the id that each received.
    """

    text: str
    given: tuple[tuple[Passage, str], ...]


def assign(
    source: str, *, docname: str, taken: set[str], rng: random.Random
) -> Assignment:
    """Give an id to every passage of a page that has none.

    :param source: the text of the page, with line feeds only.
    :param taken: every id ever used; the new ones are added to it.
    """
    if "\r" in source:
        msg = "carriage return in the source"
        raise ValueError(msg)
    before = read_text(source, docname=docname)
    given = tuple(
        (passage, _mint(passage, taken, rng))
        for passage in before.passages
        if not passage.id
    )
    lines = source.split("\n")
    # From the end, so that the line numbers before it stay true.
    for passage, anchor in reversed(given):
        _insert(lines, passage, anchor)
    text = "\n".join(lines)
    _verify(
        before,
        read_text(text, docname=docname),
        {p.line: anchor for p, anchor in given},
    )
    return Assignment(text, given)


def replace_file(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    new = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        new.chmod(path.stat().st_mode & 0o777)
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _mint(passage: Passage, taken: set[str], rng: random.Random) -> str:
    anchor = mint(passage.kind.prefix, taken, rng=rng)
    taken.add(anchor)
    return anchor


def _insert(lines: list[str], passage: Passage, anchor: str) -> None:
    index = passage.line - 1
    if passage.kind.view:
        fence = lines[index]
        indent = fence[: len(fence) - len(fence.lstrip(" "))]
        lines.insert(index + 1, f"{indent}:name: {anchor}")
    else:
        lines.insert(index, f"({anchor})=")


def _verify(before: Document, after: Document, given: dict[int, str]) -> None:
    """Refuse an assignment that changed anything but the ids."""
    expected = [(p.kind, p.id or given[p.line], p.words) for p in before.passages]
    found = [(p.kind, p.id, p.words) for p in after.passages]
    if (expected, _marks(before)) != (found, _marks(after)):
        msg = f"the ids would change what {before.path} says"
        raise RuntimeError(msg)


def _marks(document: Document) -> tuple[list[str], list[str]]:
    """Return the ids of the sections and the targets that mark nothing."""
    sections = [section.id for section in document.sections]
    return sections, [target.name for target in document.targets if target.fault]
