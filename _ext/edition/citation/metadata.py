"""Title, authors, version and licence of the edition, from ``CITATION.cff``.

The file follows the Citation File Format 1.2.0. The study stands in it too, under
``references``: what the edition is about, never what it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import yaml

from edition.citation.fields import Fields, line_of
from edition.citation.references import Reference, read_references
from edition.issues import Issue, IssueCode, IssueError, Place

if TYPE_CHECKING:
    from datetime import date

    from edition.citation.names import Name
    from edition.paths import EditionPaths

__all__ = ["CitationMetadata", "load_citation"]

DEEPEST = 20

# Name and address of the licences that an edition like ours may choose, by SPDX id.
LICENCES = {
    "CC-BY-4.0": ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.fr"),
    "CC-BY-SA-4.0": (
        "CC BY-SA 4.0",
        "https://creativecommons.org/licenses/by-sa/4.0/deed.fr",
    ),
}


@dataclass(frozen=True, slots=True)
class CitationMetadata:
    """What the edition says of itself.

    :param names: of its authors.
    :param licence_id: SPDX identifier.
    :param released: day of the release; ``None`` between two releases.
    :param references: what it is about, the study first.
    """

    title: str
    names: tuple[Name, ...]
    version: str
    licence_id: str
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    released: date | None = None
    references: tuple[Reference, ...] = ()

    @property
    def authors(self) -> tuple[str, ...]:
        """The authors, as a reader reads their names."""
        return tuple(name.said for name in self.names)

    @property
    def author(self) -> str:
        """All authors on one line."""
        return ", ".join(self.authors)

    @property
    def licence(self) -> str:
        """Name of the licence as a page prints it."""
        return LICENCES.get(self.licence_id, (self.licence_id, ""))[0]

    @property
    def licence_url(self) -> str | None:
        """Where the licence can be read, if we know."""
        return LICENCES.get(self.licence_id, ("", ""))[1] or None


def load_citation(paths: EditionPaths) -> CitationMetadata:
    """Read ``CITATION.cff``.

    :raises IssueError: with every fault found in the fields that are read.
    """
    where = paths.relative(paths.citation)
    try:
        text = paths.citation.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise IssueError(_unreadable(Place(where), "absent")) from error
    except UnicodeDecodeError as error:
        place = Place(where, error.object.count(b"\n", 0, error.start) + 1)
        raise IssueError(_unreadable(place, "illisible en UTF-8")) from error
    except OSError as error:  # a folder, say
        raise IssueError(_unreadable(Place(where), "illisible")) from error
    return _read(text, where)


@lru_cache(maxsize=4)
def _read(text: str, where: str) -> CitationMetadata:
    """Read the text of the file, once for all the pages of a build."""
    try:
        depth = 0
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:  # each level makes every further sign slower
                place = Place(where, line_of(event.start_mark))
                raise IssueError(_unreadable(place, "emboîté sans fin"))
            if isinstance(event, yaml.AliasEvent):  # a few of them fill the memory
                place = Place(where, line_of(event.start_mark))
                raise IssueError(_unreadable(place, "avec un alias"))
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        place = Place(where, line_of(getattr(error, "problem_mark", None)))
        raise IssueError(_unreadable(place, "mal formé")) from error
    if not isinstance(root, yaml.MappingNode):
        raise IssueError(_unreadable(Place(where), "sans aucun champ"))
    fields = Fields(where, root)
    metadata = CitationMetadata(
        title=fields.text("title"),
        names=fields.names("authors"),
        version=fields.text("version"),
        licence_id=fields.text("license"),
        abstract=fields.text("abstract", required=False),
        keywords=fields.texts("keywords"),
        released=fields.day("date-released"),
        references=read_references(fields),
    )
    if fields.issues:
        raise IssueError(*fields.issues)
    return metadata


def _unreadable(place: Place, fault: str) -> Issue:
    return Issue(
        IssueCode.CITATION_FILE,
        place,
        f"fichier {fault}",
        "un fichier Citation File Format 1.2.0",
    )
