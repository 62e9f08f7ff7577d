"""What the dictionary says of a word, remembered from one run to the next.

The file is a convenience: missing, damaged or of another dictionary, it is as if it
were not there, and what is said of a word is the same with and without it.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["DICTIONARY", "Verdicts", "dictionary_key", "dictionary_stems"]

DICTIONARY = Path(__file__).with_name("fr") / "fr"
"""The dictionary: two files, without their endings."""

NAME = "orthographe.json"


@cache
def dictionary_key() -> str:
    """Return what a verdict depends on: the two files and the library."""
    digest = hashlib.sha256(version("spylls").encode())
    for ending in (".aff", ".dic"):
        digest.update(DICTIONARY.with_suffix(ending).read_bytes())
    return digest.hexdigest()


@cache
def dictionary_stems() -> tuple[str, ...]:
    """Return the entries of the dictionary, for suggestions alone."""
    lines = DICTIONARY.with_suffix(".dic").read_text("utf-8").splitlines()[1:]
    return tuple(line.split("\t")[0].split(" ")[0].partition("/")[0] for line in lines)


@cache
def _dictionary() -> Any:
    """Read the dictionary; imports the library, which nobody needs without a new word."""
    from spylls.hunspell import Dictionary
    from spylls.hunspell.readers import read_aff, read_dic
    from spylls.hunspell.readers.file_reader import BaseReader

    class Reader(BaseReader):  # type: ignore[misc]
        """Reads a text in memory: the library's own leaves its files open."""

        def __init__(self, ending: str) -> None:
            text = DICTIONARY.with_suffix(ending).read_text(encoding="utf-8")
            super().__init__(io.StringIO(text))

        def reset_encoding(self, encoding: str) -> None:
            """Change nothing: the files are in UTF-8."""

    affixes, context = read_aff(Reader(".aff"))
    return Dictionary(affixes, read_dic(Reader(".dic"), aff=affixes, context=context))


def _ask(word: str) -> bool:
    return bool(_dictionary().lookup(word))


# Those of this process, whatever edition it looks at.
_asked: dict[str, bool] = {}


class Verdicts:
    """The verdicts on the words of one edition.

    :param folder: where they are kept; nowhere when it is ``None``.
    """

    def __init__(
        self, folder: Path | None = None, *, ask: Callable[[str], bool] = _ask
    ) -> None:
        self._path = folder / NAME if folder else None
        self._ask = ask
        self._kept = self._read()
        self._used: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Tell whether a word is in the dictionary, in one of its forms."""
        verdict = self._kept.get(word)
        if verdict is None:
            verdict = _asked.get(word) if self._ask is _ask else None
        if verdict is None:
            verdict = self._ask(word)
            if self._ask is _ask:
                _asked[word] = verdict
        self._used[word] = verdict
        return verdict

    def keep(self) -> None:
        """Write what was asked, when it is not what the file holds already."""
        if self._path is None or self._used == self._kept:
            return
        record = {
            "cle": dictionary_key(),
            "connus": sorted(word for word, known in self._used.items() if known),
            "inconnus": sorted(word for word, known in self._used.items() if not known),
        }
        written = json.dumps(record, ensure_ascii=False, indent=0) + "\n"
        # Another check may read while we write; a folder may be closed to us.
        fresh = self._path.with_name(f"{NAME}.{os.getpid()}")
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(written, encoding="utf-8", newline="\n")
            fresh.replace(self._path)

    def _read(self) -> dict[str, bool]:
        if self._path is None:
            return {}
        try:
            record = json.loads(self._path.read_text(encoding="utf-8"))
            if record["cle"] != dictionary_key():
                return {}
            known = {str(word): True for word in record["connus"]}
            return known | {str(word): False for word in record["inconnus"]}
        except (OSError, ValueError, KeyError, TypeError):
            return {}
