"""Reading a JSON object word by word, refusing those that we do not know.

Each reader of a descriptor (schema, package) collects all its faults here before any
is raised. What the words mean is left to those readers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from edition.issues import (
    Issue,
    IssueCode,
    IssueError,
    known_values,
    suggestion,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from edition.tables.located import LocatedJson, Pointer

__all__ = ["WordReader"]

KINDS: Mapping[type, str] = {
    str: "un texte",
    bool: "true ou false",
    int: "un nombre entier",
    float: "un nombre",
    list: "une liste entre crochets",
    dict: "un objet entre accolades",
}


class WordReader:
    """Takes values out of a located JSON document and notes what is wrong.

    :param code: the code of every issue noted here.
    """

    def __init__(self, json: LocatedJson, *, code: IssueCode) -> None:
        self.json = json
        self.code = code
        self.issues: list[Issue] = []

    def note(
        self, pointer: Pointer, message: str, *, expected: str = "", hint: str = ""
    ) -> None:
        """Note a fault at the line of ``pointer``."""
        place = self.json.at(*pointer)
        self.issues.append(Issue(self.code, place, message, expected, hint))

    def finish(self) -> None:
        """Raise :class:`IssueError` with all the faults noted, if any was."""
        if self.issues:
            raise IssueError(*self.issues)

    def words(
        self,
        pointer: Pointer,
        found: Mapping[str, Any],
        *,
        known: Collection[str],
        kind: str,
        of: str = "",
    ) -> None:
        """Note each key of ``found`` that is not ``known``.

        :param kind: what a key is called (« propriété »).
        :param of: whose keys they are, for the message (« champ « date » »).
        """
        said = f"{of} : " if of else ""
        for word in found:
            if word not in known:
                self.note(
                    (*pointer, word),
                    f"{said}{kind} « {word} » inconnue",
                    expected=known_values(known),
                    hint=suggestion(word, known),
                )

    def value(
        self, pointer: Pointer, found: Mapping[str, Any], kind: type, *, of: str = ""
    ) -> Any:
        """Return the value of the last step of ``pointer``, or ``None`` when absent.

        A value of another kind is noted and reads as ``None``.
        """
        word = str(pointer[-1])
        value = found.get(word)
        fits = isinstance(value, (int, float) if kind is float else kind)
        if isinstance(value, bool) and kind is not bool:
            fits = False
        if word not in found or fits:
            return value
        said = f"{of} : " if of else ""
        message = f"{said}« {word} » mal écrit"
        self.note(pointer, message, expected=KINDS[kind])
        return None

    def text(
        self, pointer: Pointer, found: Mapping[str, Any], *, of: str = ""
    ) -> str | None:
        """Return a text, or ``None`` when absent or of another kind."""
        value = self.value(pointer, found, str, of=of)
        return value if isinstance(value, str) else None

    def needed(
        self, pointer: Pointer, found: Mapping[str, Any], *, of: str = ""
    ) -> str:
        """Return a text that must be there and not blank; « » when it is not."""
        value = self.text(pointer, found, of=of)
        missing = pointer[-1] not in found or (value is not None and not value.strip())
        if missing:
            said = f"{of} : " if of else ""
            self.note(pointer, f"{said}« {pointer[-1]} » manque", expected="un texte")
        return value or ""

    def choice(
        self,
        pointer: Pointer,
        found: Mapping[str, Any],
        *,
        known: Collection[str],
        of: str = "",
    ) -> str | None:
        """Return a text that is one of ``known``, or ``None``."""
        value = self.text(pointer, found, of=of)
        if value is None or value in known:
            return value
        said = f"{of} : " if of else ""
        self.note(
            pointer,
            f"{said}{pointer[-1]} « {value} » inconnu",
            expected=known_values(known),
            hint=suggestion(value, known),
        )
        return None

    def texts(
        self, pointer: Pointer, found: Mapping[str, Any], *, of: str = ""
    ) -> tuple[str, ...]:
        """Return a list of texts; one text alone counts as a list of one."""
        value = found.get(str(pointer[-1]))
        if isinstance(value, str):
            return (value,)
        items = self.value(pointer, found, list, of=of) or []
        return tuple(self._strings(pointer, items, of))

    def objects(
        self, pointer: Pointer, found: Mapping[str, Any], *, of: str = ""
    ) -> list[tuple[Pointer, dict[str, Any]]]:
        """Return the objects of a list, each with its pointer."""
        items = self.value(pointer, found, list, of=of) or []
        kept = []
        for number, item in enumerate(items):
            at = (*pointer, number)
            if isinstance(item, dict):
                kept.append((at, item))
            else:
                message = f"« {pointer[-1]} », élément {number + 1} mal écrit"
                self.note(at, message, expected=KINDS[dict])
        return kept

    def _strings(self, pointer: Pointer, items: list[Any], of: str) -> Iterable[str]:
        said = f"{of} : " if of else ""
        for number, item in enumerate(items):
            if isinstance(item, str):
                yield item
            else:
                message = f"{said}« {pointer[-1]} », élément {number + 1} mal écrit"
                self.note((*pointer, number), message, expected=KINDS[str])
