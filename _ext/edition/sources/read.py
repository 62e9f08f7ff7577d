"""The file of references: whether it can be read and what is wrong in it.

How a reference is laid out is left to :mod:`.layout`; which table cites which key, to
the checker of the tables.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pybtex.errors
from pybtex.database.input.bibtex import Parser, UndefinedMacro
from pybtex.exceptions import PybtexError

from edition.issues import Issue, IssueCode, IssueError, Place, known_values, suggestion
from edition.sources.kinds import KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from pybtex.database import Entry

__all__ = ["check_references", "keywords", "read_references", "reference_id"]

KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
ENTRY = re.compile(r"^\s*@(?P<kind>\w+)\s*\{\s*(?P<key>[^,\s}]*)", re.MULTILINE)
NOT_ENTRIES = {"comment", "preamble", "string"}
WEB = ("https://", "http://")


def reference_id(key: str) -> str:
    """Return the id of a reference in the page, from its key alone."""
    return "ref-" + re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-")


def keywords(entry: Entry) -> tuple[str, ...]:
    """Return the keywords of a reference, by which a page groups them."""
    said = entry.fields.get("keywords", "")
    return tuple(word.strip() for word in said.split(",") if word.strip())


def read_references(path: Path, *, place: str) -> dict[str, Entry]:
    """Read the references by their key.

    :param place: the path for messages, relative to the repository.
    :raises IssueError: the file cannot be read as BibTeX.
    """

    def refuse(message: str, line: int = 0, expected: str = "") -> IssueError:
        code = IssueCode.REFERENCE_FILE
        return IssueError(Issue(code, Place(place, line), message, expected=expected))

    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        msg = "texte illisible"
        raise refuse(msg, line, "UTF-8") from None
    except OSError:
        msg = "fichier illisible"
        raise refuse(msg, expected="un fichier BibTeX") from None
    with pybtex.errors.capture() as faults:
        try:
            entries = Parser().parse_string(text).entries
        except PybtexError as error:
            faults.append(error)
    for fault in faults:
        message = "BibTeX illisible"
        if isinstance(fault, UndefinedMacro):
            message = "mot sans accolades ni guillemets"
        if line := getattr(fault, "lineno", 0):
            raise refuse(message, line, "champ = {valeur}, et une accolade à la fin")
        # Without a line: a key or a field given twice, which check_references names.
    return dict(entries)


def check_references(path: Path, *, place: str) -> list[Issue]:
    """Return every fault of the file of references."""
    try:
        entries = read_references(path, place=place)
    except IssueError as error:
        return list(error.issues)
    issues: list[Issue] = []

    def say(
        key: str, code: IssueCode, message: str, expected: str = "", hint: str = ""
    ) -> None:
        at = Place(place, lines.get(key.lower(), 0))
        issues.append(Issue(code, at, f"(clé {key}) {message}", expected, hint))

    lines, counts = _lines(path)
    for key, count in counts.items():
        if count > 1:
            say(key, IssueCode.REFERENCE_KEY, f"clé donnée {count} fois")
    ids: dict[str, str] = {}
    for key, entry in entries.items():
        if not KEY.fullmatch(key):
            expected = "des lettres sans accent, des chiffres, « _ » ou « - »"
            say(key, IssueCode.REFERENCE_KEY, "clé illisible", expected=expected)
        other = ids.setdefault(reference_id(key), key)
        if other != key:
            said = f"ancre « {reference_id(key)} » déjà prise par la clé {other}"
            say(key, IssueCode.REFERENCE_KEY, said)
        if entry.type not in KINDS:
            say(
                key,
                IssueCode.REFERENCE_FIELD,
                f"type « {entry.original_type} » inconnu",
                expected=known_values(sorted(KINDS)),
                hint=suggestion(entry.type, KINDS),
            )
        if not entry.fields.get("title"):
            say(key, IssueCode.REFERENCE_FIELD, "référence sans titre")
        url = entry.fields.get("url", WEB[0])
        if not url.startswith(WEB) or re.search(r"[\s<>\"]", url):
            expected = "une adresse https:// ou http://, sans espace"
            message = f"adresse « {url} » refusée"
            say(key, IssueCode.REFERENCE_FIELD, message, expected=expected)
    return sorted(issues, key=lambda issue: issue.sort_key)


def _lines(path: Path) -> tuple[dict[str, int], Counter[str]]:
    """Return the first line of each key, in lower case, and how often it is given."""
    text = path.read_bytes().decode("utf-8-sig")
    lines: dict[str, int] = {}
    counts: Counter[str] = Counter()
    for found in ENTRY.finditer(text):
        if found["kind"].lower() in NOT_ENTRIES:
            continue
        lines.setdefault(
            found["key"].lower(), text.count("\n", 0, found.start("key")) + 1
        )
        counts[found["key"]] += 1
    return lines, counts
