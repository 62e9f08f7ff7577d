"""JSON whose faults can be shown at their line.

Values are plain Python; the lines are worked out only when a fault asks for one, so
that a faultless file costs no more than :func:`json.loads`.
"""

from __future__ import annotations

import json
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn

from edition.issues import Issue, IssueCode, IssueError, Place

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["LocatedJson", "Pointer", "locate", "read_json"]

Pointer = tuple[str | int, ...]

MOST_BYTES = 2_000_000

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[^\s\[\]{}:,"]+')


class LocatedJson:
    """A JSON value and the way back to its lines.

    :param place: path for messages, relative to the repository.
    """

    def __init__(self, text: str, *, value: Any, place: str) -> None:
        self.value = value
        self.place = place
        self._text = text

    def at(self, *pointer: str | int) -> Place:
        """Return the place of a value, or of the nearest thing that holds it."""
        while pointer and pointer not in self._lines:
            pointer = pointer[:-1]
        return Place(self.place, self._lines.get(pointer, 1))

    @cached_property
    def _lines(self) -> dict[Pointer, int]:
        """The line where each key, item and object begins."""
        lines: dict[Pointer, int] = {}
        # Where we are: the pointer of each open container; an integer at the end of
        # ``path`` counts the items of an array, a text is the key being read.
        path: list[str | int | None] = []
        line, last = 1, 0
        expect_key = False
        for found in TOKEN.finditer(self._text):
            line += self._text.count("\n", last, found.start())
            last = found.start()
            token = found.group()
            if token in "]}":
                path.pop()
            elif token == ",":
                if isinstance(path[-1], int):
                    path[-1] += 1
                else:
                    expect_key = True
                continue
            elif token == ":":
                continue
            elif expect_key:
                path[-1] = json.loads(token, strict=False)
                lines.setdefault(_pointer(path), line)
            else:
                lines.setdefault(_pointer(path), line)
                if token in "[{":
                    path.append(0 if token == "[" else None)
                    expect_key = token == "{"
                    continue
            expect_key = False
        return lines


def _pointer(path: list[str | int | None]) -> Pointer:
    return tuple(step for step in path if step is not None)


def read_json(path: Path, *, place: str, code: IssueCode) -> LocatedJson:
    """Read a JSON file, refusing what would be read in two ways.

    :param code: the code of the issues raised when the file cannot be read.
    :raises IssueError: not UTF-8, not JSON, a key given twice, too deep or too large.
    """

    def refuse(message: str, *, line: int = 0, expected: str = "") -> NoReturn:
        issue = Issue(code, Place(place, line), message, expected=expected)
        raise IssueError(issue) from None

    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            refuse(f"fichier de {size} octets", expected="au plus 2 Mo")
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        refuse("texte illisible", line=line, expected="UTF-8")
    except OSError:
        refuse("fichier illisible", expected="un fichier JSON")
    twice: list[str] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(items)
        if len(value) < len(items):
            keys = [key for key, _ in items]
            twice.extend(key for key in value if keys.count(key) > 1)
        return value

    def constant(word: str) -> Any:
        refuse(f"nombre « {word} » inconnu de JSON")

    try:
        value = json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except json.JSONDecodeError as error:
        message = f"JSON illisible à la colonne {error.colno}"
        expected = "des accolades, des crochets et des virgules bien placés"
        refuse(message, line=error.lineno, expected=expected)
    except (RecursionError, ValueError):
        refuse("JSON trop profond ou nombre trop long")
    if twice:
        refuse(f"clé « {twice[0]} » donnée deux fois dans le même objet")
    if not isinstance(value, dict):
        refuse("contenu inattendu", expected="un objet JSON entre accolades")
    return LocatedJson(text, value=value, place=place)


def locate(path: Path, *pointer: str | int, place: str) -> Place:
    """Return the place of a value in a JSON file; the file's own if it is unreadable.

    Reads the file again: for faults found long after it was read, and forgotten.
    """
    try:
        return read_json(path, place=place, code=IssueCode.TABLE_FILE).at(*pointer)
    except IssueError:
        return Place(place)
