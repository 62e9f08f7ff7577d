"""Whether a word of the text is right, and which word was meant when it is not."""

from __future__ import annotations

import difflib
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from edition.spelling.verdicts import dictionary_stems
from edition.spelling.words import ELISIONS, is_sign, plain, split_elision

if TYPE_CHECKING:
    from collections.abc import Collection

    from edition.spelling.project import ProjectWords
    from edition.spelling.verdicts import Verdicts

__all__ = ["Speller"]

PLURALS = ("s", "x")
ALIKE = 0.83
"""How much two words must share: a sign or two of ten may differ."""


class Speller:
    """The dictionary, the words of the edition and the names of its data, together.

    :param names: names that the data give; not told unused.
    """

    def __init__(
        self,
        verdicts: Verdicts,
        project: ProjectWords,
        *,
        names: Collection[str] = (),
    ) -> None:
        self.verdicts = verdicts
        self._project = project
        self._names = names
        self._right: set[str] = set()
        self._used: set[str] = set()

    @property
    def unused(self) -> list[str]:
        """The words of the list that no word asked so far was."""
        return [word for word in self._project.lines if word not in self._used]

    def right(self, word: str) -> bool:
        """Tell whether a word is written as it should."""
        if self._known(word):
            return True
        elided, rest = split_elision(word)
        if elided:
            # « l’Enssib », and « qu’ » before a value that stands for a cover.
            return is_sign(rest) or self._known(rest) or self._compound(rest)
        if word.rstrip("’'").lower() in ELISIONS and word[-1:] in "’'":
            return True
        return self._compound(word)

    def suggest(self, word: str) -> str | None:
        """Return the word that was meant, if one looks like it."""
        elided, rest = split_elision(word)
        found = self._alike(rest) or self._near(rest)
        if found is None:
            return None
        if rest[:1].isupper():
            found = found[:1].upper() + found[1:]
        return f"{elided}’{found}" if elided else found

    def _near(self, word: str) -> str | None:
        """Return a word of the edition that differs by a sign or two."""
        words = sorted(self._right | {*self._project.lines})
        near = difflib.get_close_matches(word.lower(), words, n=1, cutoff=ALIKE)
        return near[0] if near else None

    def _known(self, word: str) -> bool:
        if (listed := self._project.find(word)) is not None:
            self._used.add(listed)
            return True
        if word in self._names or self.verdicts.knows(word):
            self._right.add(word)
            return True
        return False

    def _compound(self, word: str) -> bool:
        parts = word.split("-")
        return len(parts) > 1 and all(len(p) == 1 or self.right(p) for p in parts if p)

    def _alike(self, word: str) -> str | None:
        """Return a word of the dictionary that only accents and ligatures tell apart."""
        bare = plain(word)
        for ending in ("", *PLURALS):
            stem = bare.removesuffix(ending) if ending else bare
            for found in _stems().get(stem, ()):
                whole = found + (ending if stem != bare else "")
                if self.verdicts.knows(whole):
                    return whole
        return None


@cache
def _stems() -> dict[str, list[str]]:
    found = defaultdict(list)
    for stem in dictionary_stems():
        found[plain(stem)].append(stem)
    return found
