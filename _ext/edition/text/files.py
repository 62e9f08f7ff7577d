"""A page as a file: its bytes, its name and its place, before a word is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.codes import IssueCode
from edition.issues import Issue, Place
from edition.text.admit import check_source

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["check_file", "docname_of", "open_page"]

SUFFIX = ".md"


def docname_of(path: str) -> str:
    """Return the document name of a page from its path below the root."""
    return path.removesuffix(SUFFIX)


def check_file(path: Path, *, shown: str, root: Path) -> list[Issue]:
    """Return everything that keeps a page from being read.

    :param shown: the path from the root of the edition, as messages show it.
    :param root: the folder that no page may leave.
    """
    text, issues = open_page(path, shown=shown, root=root)
    return issues if text is None else check_source(text, shown)


def open_page(path: Path, *, shown: str, root: Path) -> tuple[str | None, list[Issue]]:
    """Return the text of a page, or nothing and what is wrong with its file."""
    if issues := _place(path, shown, root):
        return None, issues
    try:
        data = path.read_bytes()
    except OSError:
        return None, [Issue(IssueCode.SOURCE_PLACE, Place(shown), "page illisible")]
    if issues := _bytes(data, shown):
        return None, issues
    return data.decode("utf-8"), []


def _place(path: Path, shown: str, root: Path) -> list[Issue]:
    code, place = IssueCode.SOURCE_PLACE, Place(shown)
    if path.suffix != SUFFIX:
        said = f"page en « {path.suffix or path.name} »"
        return [Issue(code, place, said, "un fichier .md", "la réécrire en Markdown")]
    folders = [path, *path.parents[: len(path.relative_to(root).parts) - 1]]
    if any(part.is_symlink() for part in folders):
        hint = "mettre le fichier lui-même à cette place"
        return [Issue(code, place, "lien symbolique", "un fichier du livre", hint)]
    return []


def _bytes(data: bytes, shown: str) -> list[Issue]:
    code = IssueCode.SOURCE_SIGN
    if data.startswith(b"\xef\xbb\xbf"):
        hint = "enregistrer en « UTF-8 sans BOM »"
        return [
            Issue(code, Place(shown, 1), "marque BOM en tête du fichier", hint=hint)
        ]
    if b"\r" in data:
        line = data[: data.index(b"\r")].count(b"\n") + 1
        hint = "enregistrer avec des fins de ligne « LF »"
        return [Issue(code, Place(shown, line), "fin de ligne de Windows", hint=hint)]
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        said = f"octet 0x{data[error.start]:02X} qui n'est pas de l'UTF-8"
        return [Issue(code, Place(shown, line), said, hint="enregistrer en UTF-8")]
    return []
