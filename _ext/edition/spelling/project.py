"""The words of the edition that the dictionary lacks: ``data/mots.txt``.

One a line, in order. A line that begins with « # » is a remark. A word in small letters
may begin a sentence with a capital; one with a capital is a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.issues import Issue, IssueCode, Place
from edition.spelling.words import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["ProjectWords", "read_project_words"]

FORM = re.compile(r"[^\W\d_]+(?:[’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class ProjectWords:
    """The list.

    :param lines: the line of each word.
    :param issues: what is wrong with the file itself.
    """

    path: str
    lines: Mapping[str, int]
    issues: tuple[Issue, ...] = ()

    def find(self, word: str) -> str | None:
        """Return the word of the list that a word of the text is, if it is one."""
        if word in self.lines:
            return word
        small = word[:1].lower() + word[1:]
        return small if small in self.lines else None


def read_project_words(path: Path, *, place: str) -> ProjectWords:
    """Read the list; an absent file holds no word."""
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError:
        return ProjectWords(place, {})
    except UnicodeDecodeError:
        issue = Issue(IssueCode.WORD_LIST, Place(place), "liste qui n’est pas en UTF-8")
        return ProjectWords(place, {}, (issue,))
    lines: dict[str, int] = {}
    issues = list(_read(text, lines, place))
    return ProjectWords(place, lines, tuple(issues))


def _read(text: str, lines: dict[str, int], place: str) -> Iterator[Issue]:
    last = ""
    for number, line in enumerate(text.splitlines(), start=1):
        word = line.strip()
        if not word or word.startswith("#"):
            continue
        at, code = Place(place, number), IssueCode.WORD_LIST
        if not FORM.fullmatch(word):
            said = f"ligne « {word} » mal écrite"
            yield Issue(code, at, said, "un mot, ou une remarque après « # »")
            continue
        if word in lines:
            yield Issue(code, at, f"mot « {word} » donné deux fois")
        elif _order(word) < _order(last):
            yield Issue(
                code, at, f"mot « {word} » hors de l’ordre", f"avant « {last} »"
            )
        lines.setdefault(word, number)
        last = word


def _order(word: str) -> tuple[str, str]:
    return plain(word), word
