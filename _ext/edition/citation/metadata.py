"""Title, authors, version and licence of the edition, from ``CITATION.cff``.

The file follows the Citation File Format 1.2.0. Only what the edition says of itself
is read here; the study, which stands under ``references``, is left to other tools.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import yaml

from edition.issues import Issue, IssueCode, IssueError, Place

if TYPE_CHECKING:
    from edition.paths import EditionPaths

__all__ = ["CitationMetadata", "load_citation"]

STRING = "tag:yaml.org,2002:str"
TIMESTAMP = "tag:yaml.org,2002:timestamp"
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

    :param licence_id: SPDX identifier.
    :param released: day of the release; ``None`` between two releases.
    """

    title: str
    authors: tuple[str, ...]
    version: str
    licence_id: str
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    released: date | None = None

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
                place = Place(where, _line(event.start_mark))
                raise IssueError(_unreadable(place, "emboîté sans fin"))
            if isinstance(event, yaml.AliasEvent):  # a few of them fill the memory
                place = Place(where, _line(event.start_mark))
                raise IssueError(_unreadable(place, "avec un alias"))
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        place = Place(where, _line(getattr(error, "problem_mark", None)))
        raise IssueError(_unreadable(place, "mal formé")) from error
    if not isinstance(root, yaml.MappingNode):
        raise IssueError(_unreadable(Place(where), "sans aucun champ"))
    reader = _Reader(where, root)
    metadata = CitationMetadata(
        title=reader.text("title"),
        authors=reader.authors(),
        version=reader.text("version"),
        licence_id=reader.text("license"),
        abstract=reader.text("abstract", required=False),
        keywords=reader.texts("keywords"),
        released=reader.day("date-released"),
    )
    if reader.issues:
        raise IssueError(*reader.issues)
    return metadata


class _Reader:
    """Reads fields from YAML nodes, which know their line, and collects the faults."""

    def __init__(self, where: str, root: yaml.MappingNode) -> None:
        self.where = where
        self.issues: list[Issue] = []
        self.fields: dict[str, yaml.Node] = {}
        for key, value in root.value:
            if key.value in self.fields:
                self._fault(key, key.value, "est donné deux fois", "une seule valeur")
            self.fields[key.value] = value

    def text(self, name: str, *, required: bool = True) -> str:
        """Return a field that is a text."""
        node = self.fields.get(name)
        if node is None:
            if required:
                self._fault(None, name, "manque", "un texte")
            return ""
        return self._string(node, name)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a field that is a list of texts; empty when there is none."""
        node = self.fields.get(name)
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            self._fault(node, name, "n'est pas une liste", "une liste de textes")
            return ()
        return tuple(self._string(item, name) for item in node.value)

    def day(self, name: str) -> date | None:
        """Return a field that is a day; ``None`` when there is none."""
        node = self.fields.get(name)
        if node is None:
            return None
        if isinstance(node, yaml.ScalarNode) and node.tag in {STRING, TIMESTAMP}:
            try:
                return date.fromisoformat(node.value)
            except ValueError:
                pass
        self._fault(node, name, "n'est pas un jour", "AAAA-MM-JJ")
        return None

    def authors(self) -> tuple[str, ...]:
        """Return the names of the authors, persons or entities."""
        node = self.fields.get("authors")
        entries = node.value if isinstance(node, yaml.SequenceNode) else []
        names = [self._name(entry) for entry in entries]
        if not names:
            self._fault(node, "authors", "manque", "au moins un auteur")
        return tuple(names)

    def _name(self, node: yaml.Node) -> str:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        found = {key.value: self._string(value, "authors") for key, value in pairs}
        given = found.get("given-names", ""), found.get("family-names", "")
        name = found.get("name") or " ".join(part for part in given if part)
        if not name:
            self._fault(node, "authors", "a un auteur sans nom", "name: …")
        return name

    def _string(self, node: yaml.Node, name: str) -> str:
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            self._fault(node, name, "est vide ou n'est pas un texte", "un texte")
            return ""
        value: str = node.value.strip()
        if node.tag != STRING:
            # « version: 0.10 » is the number 0.1 for the tools that read this file.
            said = f"« {value} » n'est pas lu comme un texte"
            self._fault(node, name, said, f'{name}: "{value}"')
        return value

    def _fault(
        self, node: yaml.Node | None, name: str, said: str, expected: str
    ) -> None:
        line = _line(node.start_mark if node else None)
        self.issues.append(
            Issue(
                IssueCode.CITATION_FIELD,
                Place(self.where, line),
                f"champ « {name} » : {said}" if "«" in said else f"« {name} » {said}",
                expected,
            )
        )


def _line(mark: Any) -> int:
    return mark.line + 1 if mark else 0


def _unreadable(place: Place, fault: str) -> Issue:
    return Issue(
        IssueCode.CITATION_FILE,
        place,
        f"fichier {fault}",
        "un fichier Citation File Format 1.2.0",
    )
