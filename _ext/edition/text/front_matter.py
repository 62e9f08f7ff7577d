"""The front matter of a page: a few plain keys, read without making any object of it.

YAML events are enough for that: no alias, no tag, no nested mapping can be meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FrontMatter", "FrontMatterError", "read_front_matter"]

FENCE = "---"
DEEPEST = 20


class FrontMatterError(Exception):
    """The front matter cannot be read.

    :param line: of the page, from 1.
    """

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """One key of the front matter.

    :param values: the plain values; none when the key holds something nested.
    """

    key: str
    values: tuple[str, ...]
    line: int
    nested: bool = False


def read_front_matter(text: str) -> list[FrontMatter]:
    """Read the keys at the top of a page; raise :class:`FrontMatterError`."""
    if not text.startswith(FENCE):
        return []
    lines = text.split("\n")
    if lines[0] != FENCE:
        msg = f"en-tête ouvert par « {lines[0][:20]} »"
        raise FrontMatterError(msg, 1)
    for number, line in enumerate(lines[1:], start=2):
        # MyST ends the front matter at any line that begins so.
        if line.startswith((FENCE, "...")):
            if line != FENCE:
                msg = f"en-tête fermé par « {line[:20]} »"
                raise FrontMatterError(msg, number)
            return list(_keys("\n".join(lines[1 : number - 1])))
    msg = "en-tête sans ligne de fin"
    raise FrontMatterError(msg, 1)


def _keys(text: str) -> Iterator[FrontMatter]:
    seen: set[str] = set()
    try:
        events = list(_events(text))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        msg = "YAML illisible"
        raise FrontMatterError(msg, 2 + (mark.line if mark else 0)) from error
    except yaml.YAMLError as error:
        msg = "YAML illisible"
        raise FrontMatterError(msg, 2) from error
    values = iter(
        e
        for e in events
        if not isinstance(e, (yaml.StreamStartEvent, yaml.DocumentStartEvent))
    )
    first = next(values, None)
    if isinstance(first, yaml.StreamEndEvent):
        return
    if not isinstance(first, yaml.MappingStartEvent):
        msg = "en-tête qui n'est pas une suite de clés"
        raise FrontMatterError(msg, 2)
    for event in values:
        if isinstance(event, yaml.MappingEndEvent):
            return
        line = _line(event)
        if not isinstance(event, yaml.ScalarEvent):
            msg = "clé qui n'est pas un mot"
            raise FrontMatterError(msg, line)
        key = str(event.value)
        if key in seen:
            msg = f"clé « {key} » donnée deux fois"
            raise FrontMatterError(msg, line)
        seen.add(key)
        yield _value(key, line, values)


def _value(key: str, line: int, events: Iterator[yaml.Event]) -> FrontMatter:
    """Read a plain value or a list of plain values; pass over anything deeper."""
    values: list[str] = []
    nested = False
    depth = 0
    for event in events:
        if isinstance(event, yaml.ScalarEvent):
            values.append(str(event.value))
        elif isinstance(event, yaml.CollectionStartEvent):
            nested = nested or depth > 0 or isinstance(event, yaml.MappingStartEvent)
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth == 0:
            break
    return FrontMatter(key, () if nested else tuple(values), line, nested)


def _events(text: str) -> Iterator[yaml.Event]:
    """Read the events, and no further than a page may go."""
    depth = 0
    for event in yaml.parse(text, yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            # Each level makes every further sign slower.
            msg = "valeurs emboîtées sans fin"
            raise FrontMatterError(msg, _line(event))
        yield _plain(event)


def _plain(event: yaml.Event) -> yaml.Event:
    """Refuse what YAML can do beyond plain keys and values."""
    line = _line(event)
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        msg = "renvoi YAML (& ou *)"
        raise FrontMatterError(msg, line)
    if tag := getattr(event, "tag", None):
        msg = f"type YAML « {tag} »"
        raise FrontMatterError(msg, line)
    return event


def _line(event: yaml.Event) -> int:
    """Return the line of the page: YAML counts from 0, below the first « --- »."""
    return event.start_mark.line + 2 if event.start_mark else 2
