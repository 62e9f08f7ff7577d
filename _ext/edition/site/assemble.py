"""The folder that a server publishes, made from the newest pages and the archives.

An earlier edition is shown as it was; one line at the head of each of its pages says
which edition it is and leads to the same page of the newest.
"""

from __future__ import annotations

import html
import json
import os
import posixpath
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from edition.issues import Issue, IssueCode, IssueError, Place
from edition.releases.version import is_version, version_key
from edition.site.archive import archive_name, unpack

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["BANNER", "SHELF", "Built", "assemble", "read_built"]

BANNER = "<!-- edition:banner -->"
"""Where a page takes the line that says it is of an earlier edition."""

SHELF = "<!-- edition:shelf -->"
"""Where the title page takes the list of the editions."""

INDEX = "anchors.json"
MADE = ".edition-site"
"""Tells a folder that this module wrote, and may write again."""


@dataclass(frozen=True, slots=True)
class Built:
    """Built pages, as they name themselves.

    :param version: the edition; empty before the first.
    :param exact: whether they are that edition, and not work after it.
    """

    folder: Path
    version: str
    exact: bool


def read_built(folder: Path) -> Built:
    """Read which edition built pages are of, from their index of anchors.

    :raises IssueError: no pages there, or not of ours.
    """
    path = folder / INDEX
    place = Place(folder.name)
    hint = "construisez d'abord : python3 make.py html"
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        version, exact = found["edition"] or "", bool(found["exact"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        said = f"« {folder.name} » n'est pas une édition construite"
        expected = f"un dossier de pages avec {INDEX}"
        raise IssueError(Issue(IssueCode.SITE, place, said, expected, hint)) from error
    if version and not is_version(version):
        said = f"édition « {version} » dans {INDEX}"
        raise IssueError(Issue(IssueCode.SITE, place, said, "un numéro d'édition"))
    return Built(folder, version, exact)


def assemble(newest: Built, archives: Sequence[Path], target: Path) -> list[str]:
    """Make the folder to publish and return the editions in it, the newest first.

    The folder appears whole, in place of the one that was there before.

    :param archives: ZIP files of editions, named by :func:`archive_name`.
    :raises IssueError: an archive that is none, or a folder that is not ours to replace.
    """
    _refuse_foreign(target)
    versions = {_version_of(archive): archive for archive in archives}
    ordered = sorted(versions, key=version_key, reverse=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        shutil.copytree(newest.folder, made, dirs_exist_ok=True, ignore=_unpublished)
        for version in ordered:
            unpack(versions[version], made / version)
            shutil.copyfile(versions[version], made / archive_name(version))
            if not newest.exact or version != newest.version:
                _say_older(made, version, newest)
        _fill_shelf(made, ordered)
        (made / MADE).write_text("", encoding="utf-8")
        made.chmod(0o755)
        _swap(made, target)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return ordered


def _refuse_foreign(target: Path) -> None:
    if target.exists() and not (target / MADE).is_file():
        said = f"« {target.name} » existe et n'est pas un site fait par cette commande"
        hint = "donnez le nom d'un dossier qui n'existe pas encore"
        place = Place(target.name)
        raise IssueError(Issue(IssueCode.SITE, place, said, hint=hint))


def _version_of(archive: Path) -> str:
    version = archive.name.removeprefix("edition-").removesuffix(".zip")
    if archive.name != archive_name(version) or not is_version(version):
        said = f"« {archive.name} » n'est pas une archive d'édition"
        place, expected = Place(archive.name), archive_name("0.1")
        raise IssueError(Issue(IssueCode.SITE, place, said, expected))
    return version


def _unpublished(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if name in (".buildinfo", ".doctrees", "doctrees")}


def _say_older(site: Path, version: str, newest: Built) -> None:
    """Write the line into each page of an earlier edition."""
    folder = site / version
    called = "Le texte d’aujourd’hui"
    if newest.exact:
        called = f"L’édition {newest.version}, la plus récente"
    for path in sorted(folder.rglob("*.html")):
        text = path.read_bytes().decode("utf-8")
        if BANNER not in text:
            continue
        name = path.relative_to(folder).as_posix()
        wanted = name if (site / name).is_file() else "index.html"
        start = posixpath.dirname(f"{version}/{name}")
        link = posixpath.relpath(wanted, start)
        banner = (
            f'<p class="ed-older" role="note">Vous lisez l’édition {version}, gardée '
            f'telle qu’elle a été publiée. <a href="{html.escape(link)}">{called}</a>.</p>'
        )
        path.write_bytes(text.replace(BANNER, banner).encode())


def _fill_shelf(site: Path, versions: Sequence[str]) -> None:
    """Write the list of the editions into the title page."""
    path = site / "index.html"
    text = path.read_bytes().decode("utf-8")
    items = "".join(
        f'<li><a href="{version}/index.html">Édition {version}</a> '
        f'(<a href="{archive_name(version)}">ZIP, se lit hors ligne</a>)</li>'
        for version in versions
    )
    shelf = f'<ul class="ed-shelf">{items}</ul>' if items else ""
    path.write_bytes(text.replace(SHELF, shelf).encode())


def _swap(made: Path, target: Path) -> None:
    """Put the new folder in the place of the old one."""
    if not target.exists():
        made.rename(target)
        return
    old = target.with_name(f".{target.name}.old-{os.getpid()}")
    target.rename(old)
    try:
        made.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
