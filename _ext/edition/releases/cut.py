"""A release: the edition of today, frozen; whole or not at all.

Nothing is written before everything is made. The folder of the edition appears by one
renaming; what is written after it is taken back if anything fails.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from edition.anchors.write import replace_file
from edition.issues import Issue, IssueCode, IssueError, Place
from edition.releases.frozen import (
    SUMMARY,
    FrozenEdition,
    edition_text,
    page_text,
    released_versions,
)
from edition.releases.ledger import AnchorRecord, Ledger, ledger_text
from edition.releases.version import FORM, is_version, version_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edition.paths import EditionPaths
    from edition.releases.gate import Located
    from edition.releases.items import PageItems

__all__ = ["Release", "check_version", "make_release", "write_release"]


@dataclass(frozen=True, slots=True)
class Release:
    """A release that is ready to be written.

    :param citation: the text of ``CITATION.cff`` with its version and day.
    :param package: the text of the data package with its version.
    """

    edition: FrozenEdition
    ledger: Ledger
    citation: str
    package: str


def check_version(paths: EditionPaths, version: str) -> None:
    """Refuse a name that is none, is taken, or stands before the last edition.

    :raises IssueError: any of these.
    """
    released = released_versions(paths)
    last = released[-1] if released else ""
    if not is_version(version):
        raise IssueError(_refused(paths, f"édition « {version} »", FORM))
    if version in released or (paths.editions / version).exists():
        said = f"l'édition {version} existe déjà"
        raise IssueError(_refused(paths, said, f"un numéro après {last}"))
    if last and version_key(version) <= version_key(last):
        said = f"l'édition {version} viendrait avant la dernière"
        raise IssueError(_refused(paths, said, f"un numéro après {last}"))


def make_release(
    paths: EditionPaths,
    version: str,
    *,
    date: str,
    title: str,
    pages: Mapping[str, PageItems],
    ledger: Ledger,
    before: Mapping[str, Located],
) -> Release:
    """Make all that a release writes.

    :param date: the day of the release (ISO 8601).
    :param pages: what stands today, without a fault.
    :param before: what the last edition held.
    :raises IssueError: ``CITATION.cff`` has no line for the version.
    """
    kept = {name: page for name, page in pages.items() if page.items}
    edition = FrozenEdition(version, date, title, kept)
    cff = paths.citation.read_text(encoding="utf-8")
    package = paths.datapackage.read_text(encoding="utf-8")
    return Release(
        edition,
        _ledger_after(ledger, edition, before),
        _citation_after(cff, version, date, paths),
        re.sub(r'(?m)^(  "version": )".*?"', rf'\1"{version}"', package, count=1),
    )


def _ledger_after(
    ledger: Ledger, edition: FrozenEdition, before: Mapping[str, Located]
) -> Ledger:
    version = edition.version
    changed: list[AnchorRecord] = []
    now = edition.items
    for anchor, (document, item) in now.items():
        record = ledger.records.get(anchor)
        if record is None:
            record = AnchorRecord(
                anchor, item.kind, document, version, version, item.checksum
            )
        elif (record.document, record.checksum) != (document, item.checksum):
            record = replace(
                record, document=document, checksum=item.checksum, changed=version
            )
        changed.append(replace(record, kind=item.kind, same=""))
    for anchor, record in ledger.records.items():
        if anchor in before and anchor not in now:
            changed.append(replace(record, changed=version, same=""))
    return ledger.with_records(changed)


def _citation_after(text: str, version: str, date: str, paths: EditionPaths) -> str:
    """Return ``CITATION.cff`` with version and day; every other byte stays."""
    text, count = re.subn(r"(?m)^version:.*$", f'version: "{version}"', text, count=1)
    if not count:
        place = Place(paths.relative(paths.citation))
        said = "aucune ligne « version: »"
        expected = f'version: "{version}"'
        raise IssueError(Issue(IssueCode.CITATION_FIELD, place, said, expected))
    day = f'date-released: "{date}"'
    text, count = re.subn(r"(?m)^date-released:.*$", day, text, count=1)
    if not count:
        text = re.sub(r"(?m)^(version:.*)$", rf"\1\n{day}", text, count=1)
    return text


def write_release(release: Release, paths: EditionPaths) -> list[Path]:
    """Write a release and return what was written; on any failure, nothing stays.

    :raises OSError: a disk that is full, a folder that may not be written.
    """
    version = release.edition.version
    folder = paths.editions / version
    paths.editions.mkdir(exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{version}.", dir=paths.data))
    kept = {
        path: path.read_bytes() if path.is_file() else None
        for path in (paths.anchors, paths.citation, paths.datapackage)
    }
    try:
        _write_pages(release.edition, made)
        made.chmod(0o755)
        made.rename(folder)
        _write(paths.anchors, ledger_text(release.ledger))
        _write(paths.citation, release.citation)
        _write(paths.datapackage, release.package)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)
        for path, data in kept.items():
            if data is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(data)
        raise
    return [folder, paths.anchors, paths.citation, paths.datapackage]


def _write_pages(edition: FrozenEdition, folder: Path) -> None:
    for name, page in edition.pages.items():
        path = folder / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page_text(page, edition.version).encode())
    (folder / SUMMARY).write_bytes(edition_text(edition).encode())


def _write(path: Path, text: str) -> None:
    if not path.exists():
        path.touch()
    replace_file(path, text)


def _refused(paths: EditionPaths, said: str, expected: str) -> Issue:
    place = Place(paths.relative(paths.editions))
    return Issue(IssueCode.RELEASE, place, said, expected)
