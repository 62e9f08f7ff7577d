"""Frozen editions: ``data/editions/<version>/``, a file a page and one for the whole.

A release writes them once; nothing writes them again. One item a line, so that git
shows what a release changed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from edition.issues import Issue, IssueCode, IssueError, Place
from edition.releases.items import Item, ItemKind, PageItems
from edition.releases.version import is_version, version_key
from edition.tables.located import LocatedJson, read_json

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from edition.paths import EditionPaths

__all__ = [
    "FrozenEdition",
    "edition_text",
    "page_record",
    "page_text",
    "read_edition",
    "released_versions",
]

SUMMARY = "edition.json"


@dataclass(frozen=True)
class FrozenEdition:
    """An edition as it was released.

    :param date: the day of the release (ISO 8601).
    :param title: of the whole edition, as ``CITATION.cff`` had it.
    :param pages: the pages by name, in the order of the contents.
    """

    version: str
    date: str
    title: str
    pages: Mapping[str, PageItems]

    @cached_property
    def items(self) -> dict[str, tuple[str, Item]]:
        """Each item by its id, with the page that holds it."""
        return {
            item.id: (page.document, item)
            for page in self.pages.values()
            for item in page.items
        }


def released_versions(paths: EditionPaths) -> tuple[str, ...]:
    """Return the editions that were released, the oldest first."""
    if not paths.editions.is_dir():
        return ()
    found = [path.name for path in paths.editions.iterdir() if path.is_dir()]
    return tuple(sorted(filter(is_version, found), key=version_key))


def read_edition(paths: EditionPaths, version: str) -> FrozenEdition:
    """Read a frozen edition.

    :raises IssueError: every file of it that is missing or malformed.
    """
    folder = paths.editions / version
    files = sorted(folder.rglob("*.json")) if folder.is_dir() else []
    stats = [(path, path.lstat()) for path in files]
    state = tuple((str(p), stat.st_size, stat.st_mtime_ns) for p, stat in stats)
    return _read(paths, version, state)


@lru_cache(maxsize=16)
def _read(paths: EditionPaths, version: str, state: object) -> FrozenEdition:
    folder = paths.editions / version
    summary = _json(folder / SUMMARY, paths)
    issues: list[Issue] = []
    names = _texts(summary, issues, "documents")
    if summary.value.get("edition") != version:
        said = f"édition « {summary.value.get('edition')} » dans le dossier {version}"
        issues.append(_fault(summary.at("edition"), said, f"« {version} »"))
    pages: dict[str, PageItems] = {}
    for name in names:
        try:
            pages[name] = _page(_json(folder / f"{name}.json", paths), name)
        except IssueError as error:
            issues += error.issues
    if issues:
        raise IssueError(*issues)
    date, title = (str(summary.value.get(key, "")) for key in ("date", "title"))
    return FrozenEdition(version, date, title, pages)


def _json(path: Path, paths: EditionPaths) -> LocatedJson:
    where = paths.relative(path)
    if not path.is_file():
        hint = "rendez le fichier par git : une édition ne change plus"
        issue = Issue(IssueCode.EDITION_FILE, Place(where), "fichier absent", hint=hint)
        raise IssueError(issue)
    return read_json(path, place=where, code=IssueCode.EDITION_FILE)


def _fault(place: Place, message: str, expected: str) -> Issue:
    hint = "rendez le fichier par git : une édition ne change plus"
    return Issue(IssueCode.EDITION_FILE, place, message, expected, hint)


def _texts(found: LocatedJson, issues: list[Issue], key: str) -> list[str]:
    value = found.value.get(key)
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return [name for name in value if ".." not in name.split("/")]
    issues.append(_fault(found.at(key), f"« {key} » mal formé", "une liste de textes"))
    return []


def _page(found: LocatedJson, name: str) -> PageItems:
    """Read the items of a page.

    :raises IssueError: every item that cannot be read, or whose checksum is not that
        of its words.
    """
    issues: list[Issue] = []
    if found.value.get("document") != name:
        said = f"document « {found.value.get('document')} »"
        issues.append(_fault(found.at("document"), said, f"« {name} »"))
    records = found.value.get("items")
    if not isinstance(records, list):
        issues.append(_fault(found.at("items"), "« items » mal formé", "une liste"))
        records = []
    items = []
    for number, record in enumerate(records):
        try:
            item = _item(record)
        except (KeyError, TypeError, ValueError):
            place = found.at("items", number)
            expected = "un objet avec id, kind, words et checksum"
            issues.append(_fault(place, f"élément {number + 1} mal formé", expected))
            continue
        if item.checksum != record["checksum"]:
            place = found.at("items", number, "checksum")
            said = f"« {item.id} » n'a pas les mots de son empreinte"
            issues.append(_fault(place, said, record["checksum"]))
        items.append(item)
    if issues:
        raise IssueError(*issues)
    labels = found.value.get("labels") or {}
    return PageItems(
        name,
        str(found.value.get("title", "")),
        tuple(items),
        tuple((str(key), str(text)) for key, text in labels.items()),
    )


def _item(record: Any) -> Item:
    if not isinstance(record, dict):
        raise TypeError
    texts = ("number", "title", "section", "words", "skeleton")
    given = {key: record.get(key, "") for key in texts}
    texts_found = (record["id"], record["checksum"], *given.values())
    if not all(isinstance(text, str) for text in texts_found):
        raise TypeError
    values = tuple((str(a), str(w)) for a, w in record.get("values", ()))
    return Item(record["id"], ItemKind(record["kind"]), **given, values=values)


def page_record(page: PageItems, version: str) -> dict[str, Any]:
    """Return a page as JSON writes it."""
    return {
        "edition": version,
        "document": page.document,
        "title": page.title,
        "items": [_record(item) for item in page.items],
        "labels": dict(page.labels),
    }


def _record(item: Item) -> dict[str, Any]:
    record: dict[str, Any] = {"id": item.id, "kind": str(item.kind)}
    for key in ("number", "title", "section", "words", "skeleton"):
        if text := getattr(item, key):
            record[key] = text
    if item.values:
        record["values"] = [list(pair) for pair in item.values]
    record["checksum"] = item.checksum
    return record


def page_text(page: PageItems, version: str) -> str:
    """Return the file of a page, an item a line."""
    record = page_record(page, version)
    lines = [f'"{key}": {_dumped(record[key])}' for key in ("edition", "document")]
    lines.append(f'"title": {_dumped(record["title"])}')
    items = ",\n".join(_dumped(item) for item in record["items"])
    lines.append(f'"items": [\n{items}\n]')
    lines.append(f'"labels": {json.dumps(record["labels"], ensure_ascii=False)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def edition_text(edition: FrozenEdition) -> str:
    """Return the file that says what the edition is and which pages it has."""
    record = {
        "edition": edition.version,
        "date": edition.date,
        "title": edition.title,
        "items": sum(len(page.items) for page in edition.pages.values()),
        "documents": list(edition.pages),
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
