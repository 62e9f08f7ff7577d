"""The bytes of a data file: which are refused, and which are repaired to go on.

What is repaired is a fault all the same; the repair only lets the checks see the rest of
the file. Cells are left to :mod:`edition.tables.sheet`.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, NoReturn

from edition.issues import Issue, IssueCode, IssueError, Place

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["MOST_BYTES", "read_bytes", "repair_bytes"]

MOST_BYTES = 20_000_000
"""A larger file is refused: no page of the edition could show it."""

BOM = b"\xef\xbb\xbf"
CP1252 = "edition-cp1252"


def read_bytes(path: Path, *, inside: Path, place: str) -> bytes:
    """Return the bytes of a data file.

    :param inside: the folder that the file must not leave, not even by a link.
    :raises IssueError: unreadable, elsewhere, too large, or holding NUL bytes.
    """

    def refuse(message: str, expected: str) -> NoReturn:
        code = IssueCode.TABLE_FILE
        raise IssueError(Issue(code, Place(place), message, expected)) from None

    try:
        if not path.resolve().is_relative_to(inside.resolve()):
            refuse("lien vers l'extérieur de data/", "un fichier ordinaire")
        if not path.is_file():
            refuse("fichier absent ou spécial", "un fichier ordinaire")
        size = path.stat().st_size
        if size > MOST_BYTES:
            most = f"au plus {MOST_BYTES // 1_000_000} Mo"
            refuse(f"fichier de {size} octets", most)
        data = path.read_bytes()
    except (OSError, RuntimeError):
        refuse("fichier illisible", "un fichier CSV en UTF-8")
    if b"\0" in data:
        refuse("octet NUL", "un fichier texte en UTF-8, pas en UTF-16")
    return data


def repair_bytes(data: bytes, *, place: str) -> tuple[bytes, list[Issue]]:
    """Return the file as UTF-8 with line feeds and no mark, and what was amiss."""
    issues: list[Issue] = []

    def note(code: IssueCode, line: int, message: str, expected: str) -> None:
        issues.append(Issue(code, Place(place, line), message, expected))

    if data.startswith(BOM):
        message = "marque d'ordre des octets (BOM) en tête de fichier"
        note(IssueCode.TABLE_BOM, 1, message, "UTF-8 sans BOM")
        data = data.removeprefix(BOM)
    if b"\r\n" in data:
        count = data.count(b"\r\n")
        ends = "une fin de ligne" if count == 1 else f"{count} fins de ligne"
        line = data.count(b"\n", 0, data.index(b"\r\n")) + 1
        note(IssueCode.TABLE_LINE_END, line, f"{ends} de Windows (CRLF)", "LF")
        data = data.replace(b"\r\n", b"\n")
    if data and not data.endswith(b"\n"):
        line = data.count(b"\n") + 1
        message = "pas de fin de ligne à la fin du fichier"
        note(IssueCode.TABLE_LINE_END, line, message, "LF après la dernière ligne")
    return _as_utf8(data, issues, place), issues


def _as_utf8(data: bytes, issues: list[Issue], place: str) -> bytes:
    """Return ``data`` in UTF-8; bytes that are not are taken for Windows-1252.

    A spreadsheet that ignores UTF-8 writes Windows-1252: read so, the rest of the file
    can still be checked.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        wrong = 0

        def repair(fault: UnicodeError) -> tuple[str, int]:
            nonlocal wrong
            assert isinstance(fault, UnicodeDecodeError)
            wrong += 1
            bad = fault.object[fault.start : fault.end]
            return bad.decode("cp1252", errors="replace"), fault.end

        codecs.register_error(CP1252, repair)
        text = data.decode("utf-8", errors=CP1252)
        line = data.count(b"\n", 0, error.start) + 1
        places = "1 endroit" if wrong == 1 else f"{wrong} endroits"
        message = f"texte qui n'est pas de l'UTF-8 ({places}, ici le premier)"
        hint = "enregistrez le fichier en UTF-8 depuis votre tableur"
        code = IssueCode.TABLE_ENCODING
        issues.append(Issue(code, Place(place, line), message, "UTF-8", hint))
        return text.encode("utf-8")
    return data
