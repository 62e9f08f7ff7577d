"""Stems that are kept from one build to the next, beside the doctrees.

To stem some five thousand words takes longer than to read them back.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING

from edition_sphinx.search.words import known_stems

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["kept_stems"]


@contextmanager
def kept_stems(path: Path) -> Iterator[None]:
    """Read the stems of the last build, and keep those of this one.

    A file that another version wrote, or nobody, is passed over.
    """
    stemmer = f"snowballstemmer {version('snowballstemmer')}"
    try:
        kept = json.loads(path.read_text("utf-8"))
        stems = kept["stems"] if kept["stemmer"] == stemmer else {}
    except (OSError, ValueError, KeyError, TypeError):
        stems = {}
    for word, stem in stems.items():
        known_stems.setdefault(word, stem)
    before = len(stems)
    yield
    if len(known_stems) != before:
        said = {"stemmer": stemmer, "stems": dict(sorted(known_stems.items()))}
        text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
        path.write_text(text, encoding="utf-8", newline="\n")
