"""Fields of ``CITATION.cff``, read from YAML nodes: each value with its line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import yaml

from edition.citation.names import Name
from edition.issues import Issue, IssueCode, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Fields", "line_of"]

STRING = "tag:yaml.org,2002:str"
TIMESTAMP = "tag:yaml.org,2002:timestamp"


class Fields:
    """Reads the fields of a mapping and collects the faults.

    :param within: the field that holds the mapping; empty for the file itself.
    """

    def __init__(self, where: str, node: yaml.MappingNode, *, within: str = "") -> None:
        self.where = where
        self.issues: list[Issue] = []
        self._prefix = f"{within}." if within else ""
        self._node = node if within else None
        self._nodes: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if key.value in self._nodes:
                self._fault(key, key.value, "est donné deux fois", "une seule valeur")
            self._nodes[key.value] = value

    def text(
        self,
        name: str,
        *,
        required: bool = True,
        fits: Callable[[str], bool] = lambda text: True,
        expected: str = "un texte",
    ) -> str:
        """Return a field that is a text.

        :param fits: whether a text is of the form wanted, which ``expected`` says.
        """
        node = self._nodes.get(name)
        if node is None:
            if required:
                self._fault(self._node, name, "manque", expected)
            return ""
        text = self._string(node, name)
        if text and not fits(text):
            self._fault(node, name, f"valeur « {text} » refusée", expected)
            return ""
        return text

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a field that is a list of texts; empty when there is none."""
        node = self._nodes.get(name)
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            self._fault(node, name, "n'est pas une liste", "une liste de textes")
            return ()
        return tuple(self._string(item, name) for item in node.value)

    def day(self, name: str) -> date | None:
        """Return a field that is a day; ``None`` when there is none."""
        node = self._nodes.get(name)
        if node is None:
            return None
        if isinstance(node, yaml.ScalarNode) and node.tag in {STRING, TIMESTAMP}:
            try:
                return date.fromisoformat(node.value)
            except ValueError:
                pass
        self._fault(node, name, "n'est pas un jour", "AAAA-MM-JJ")
        return None

    def year(self, name: str) -> str:
        """Return a field that is a year, typed as a number or not; empty without one."""
        node = self._nodes.get(name)
        if node is None:
            return ""
        value = node.value if isinstance(node, yaml.ScalarNode) else ""
        if value.isascii() and value.isdecimal() and len(value) == 4:
            return str(value)
        self._fault(node, name, "n'est pas une année", "AAAA")
        return ""

    def names(self, name: str) -> tuple[Name, ...]:
        """Return the names of a list of persons and entities, of which there is one."""
        node = self._nodes.get(name)
        entries = node.value if isinstance(node, yaml.SequenceNode) else []
        names = tuple(self._name(entry, name) for entry in entries)
        if not names:
            self._fault(node or self._node, name, "manque", "au moins un auteur")
        return names

    def inside(self, name: str) -> Fields | None:
        """Return the fields of a field that is itself a mapping."""
        node = self._nodes.get(name)
        return self._within(node, name) if node is not None else None

    def each(self, name: str) -> Iterator[Fields]:
        """Return the fields of every mapping of a list."""
        node = self._nodes.get(name)
        if node is None:
            return
        if not isinstance(node, yaml.SequenceNode):
            self._fault(node, name, "n'est pas une liste", "une liste")
            return
        for entry in node.value:
            found = self._within(entry, name)
            if found is not None:
                yield found

    def _within(self, node: yaml.Node, name: str) -> Fields | None:
        if not isinstance(node, yaml.MappingNode):
            self._fault(node, name, "n'a pas de champs", "des lignes « nom: valeur »")
            return None
        found = Fields(self.where, node, within=f"{self._prefix}{name}")
        # One list for the whole file.
        self.issues += found.issues
        found.issues = self.issues
        return found

    def _name(self, node: yaml.Node, field: str) -> Name:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        found = {key.value: self._string(value, field) for key, value in pairs}
        if found.get("name"):
            return Name(found["name"])
        name = Name.of_person(
            given=found.get("given-names", ""), family=found.get("family-names", "")
        )
        if not name.said:
            self._fault(node, field, "a un auteur sans nom", "name: …")
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
        line = line_of(node.start_mark if node else None)
        field = f"{self._prefix}{name}"
        self.issues.append(
            Issue(
                IssueCode.CITATION_FIELD,
                Place(self.where, line),
                f"champ « {field} » : {said}" if "«" in said else f"« {field} » {said}",
                expected,
            )
        )


def line_of(mark: Any) -> int:
    """Return the line of a mark of YAML; 0 without one."""
    return mark.line + 1 if mark else 0
