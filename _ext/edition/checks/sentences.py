"""Rule: in the sources, a line of a paragraph is one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.issues import Issue, IssueCode, Place
from edition.text.book import read_book
from edition.text.prose import Block, read_prose
from edition.text.sentences import find_broken, find_second

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.paths import EditionPaths

__all__ = ["check"]

EXPECTED = "une phrase par ligne"


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return the lines of more than one sentence, and the sentences of several lines."""
    for page in read_book(paths):
        for prose in read_prose(page):
            if prose.block is not Block.PARAGRAPH:
                continue
            own = prose.own
            for found in find_second(prose.text, own):
                yield Issue(
                    IssueCode.SENTENCE_SECOND,
                    Place(page.path, prose.line_at(found.position)),
                    f"une phrase commence dans « {found.around} »",
                    EXPECTED,
                    "allez à la ligne avant elle",
                )
            for found in find_broken(prose.text, own):
                yield Issue(
                    IssueCode.SENTENCE_BROKEN,
                    Place(page.path, prose.line_at(found.position)),
                    f"la ligne s’arrête dans la phrase « {found.around} »",
                    EXPECTED,
                    "joignez les deux lignes",
                )
