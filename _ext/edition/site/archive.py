"""One edition in one ZIP file: read offline, kept for as long as one likes.

The same pages give the same bytes: names sorted, no time of the day, no owner.
"""

from __future__ import annotations

import shutil
import stat
import zipfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from edition.issues import Issue, IssueCode, IssueError, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["archive_name", "pack", "unpack"]

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file can hold."""

MOST_BYTES = 1_000_000_000
"""An archive that unfolds to more is refused: it is none of ours."""

LEFT_OUT = (".buildinfo", ".doctrees")


def archive_name(version: str) -> str:
    """Return the name of the file of an edition."""
    return f"edition-{version}.zip"


def pack(pages: Path, target: Path, *, folder: str) -> None:
    """Write a folder of built pages as one archive, whole or not at all.

    :param folder: the one folder that unpacking makes.
    """
    new = target.with_name(f".{target.name}.new")
    try:
        with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped:
            for path in _files(pages):
                name = f"{folder}/{path.relative_to(pages).as_posix()}"
                entry = zipfile.ZipInfo(name, EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3  # Unix, on every system
                entry.external_attr = (stat.S_IFREG | 0o644) << 16
                zipped.writestr(entry, path.read_bytes())
        new.replace(target)
    finally:
        new.unlink(missing_ok=True)


def unpack(archive: Path, target: Path) -> None:
    """Unfold an archive into a new folder, without the folder that it brings.

    :raises IssueError: no ZIP file, too large, or holding what would leave the folder.
    """
    place = Place(archive.name)

    def refuse(said: str, expected: str) -> IssueError:
        hint = "reprenez l'archive de la publication, ou faites-la par « site pack »"
        return IssueError(Issue(IssueCode.SITE, place, said, expected, hint))

    try:
        with zipfile.ZipFile(archive) as zipped:
            entries = [entry for entry in zipped.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > MOST_BYTES:
                said = "archive trop grosse"
                raise refuse(said, "au plus 1 Go une fois dépliée")
            for entry in entries:
                _, *inside = PurePosixPath(entry.filename).parts
                mode = entry.external_attr >> 16
                strange = stat.S_ISLNK(mode) or {"\\", ":"} & {*entry.filename}
                if strange or not inside or not _within(entry.filename):
                    said = f"« {entry.filename} » sortirait du dossier"
                    raise refuse(said, "les pages d'une édition, dans un dossier")
                path = target.joinpath(*inside)
                path.parent.mkdir(parents=True, exist_ok=True)
                with zipped.open(entry) as source, path.open("wb") as file:
                    shutil.copyfileobj(source, file)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        said = "archive illisible"
        raise refuse(said, "un fichier ZIP entier") from error


def _within(name: str) -> bool:
    """Whether a name leads to a place below the folder that it starts from."""
    return not name.startswith("/") and ".." not in name.split("/")


def _files(pages: Path) -> Iterator[Path]:
    for path in sorted(pages.rglob("*"), key=lambda found: found.as_posix()):
        if path.is_file() and not set(path.relative_to(pages).parts) & {*LEFT_OUT}:
            yield path
