"""Names that the data give: people, publishers, places, platforms.

They need not be listed again for the rule of spelling. Only words with a capital count:
the columns hold common words too, and those the dictionary judges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.issues import IssueError
from edition.sources.read import read_references
from edition.spelling import find_words
from edition.tables.source import TableSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.paths import EditionPaths

__all__ = ["read_names"]

COLUMNS = (
    ("sources", "auteur"),
    ("sources", "editeur"),
    ("etablissements", "nom"),
    ("etablissements", "ville"),
    ("bibliotheques", "nom"),
    ("plateformes", "libelle"),
)
"""Where the tables hold names."""

ROLES = ("author", "editor")
FIELDS = ("publisher", "journal", "address", "organization", "institution")


def read_names(paths: EditionPaths) -> frozenset[str]:
    """Return the words with a capital of the names in the data."""
    found: set[str] = set()
    for text in (*_of_tables(paths), *_of_references(paths)):
        for word in find_words(text):
            for part in (word.text, *word.text.split("-"), *word.text.split("’")):
                if not part.islower() and len(part) > 1:
                    found.add(part)
    return frozenset(found)


def _of_tables(paths: EditionPaths) -> Iterator[str]:
    source = TableSource(paths)
    for name, column in COLUMNS:
        if not source.has(name):
            continue
        try:
            frame = source.table(name).frame
        except IssueError:
            continue  # said by the check of the tables
        if column in frame:
            yield from frame[column]


def _of_references(paths: EditionPaths) -> Iterator[str]:
    if not paths.references.is_file():
        return
    try:
        place = paths.relative(paths.references)
        entries = read_references(paths.references, place=place)
    except IssueError:
        return  # said by the rule of the bibliography
    for entry in entries.values():
        for role in ROLES:
            yield from (str(person) for person in entry.persons.get(role, ()))
        for name in FIELDS:
            yield str(entry.fields.get(name, ""))
