"""Reading ``data/datapackage.json``, and refusing what we would not obey.

The model stands in :mod:`edition.tables.package`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from edition.issues import Issue, IssueCode, IssueError, Place
from edition.tables.located import read_json
from edition.tables.package import (
    Contributor,
    DataPackage,
    Licence,
    Resource,
    Source,
)
from edition.tables.schema import ROW_ID
from edition.tables.words import WordReader

if TYPE_CHECKING:
    from pathlib import Path

    from edition.paths import EditionPaths
    from edition.tables.located import Pointer

__all__ = ["load_package"]

PACKAGE_WORDS = (
    "$schema",
    "name",
    "title",
    "description",
    "homepage",
    "version",
    "created",
    "keywords",
    "contributors",
    "sources",
    "licenses",
    "resources",
)
RESOURCE_WORDS = (
    "name",
    "path",
    "type",
    "title",
    "description",
    "format",
    "mediatype",
    "encoding",
    "schema",
    "sources",
    "licenses",
    "contributors",
    "edition:notes",
    "edition:doubts",
    "edition:notice",
)
LICENCE_WORDS = ("name", "title", "path")
SOURCE_WORDS = ("title", "path", "version")
CONTRIBUTOR_WORDS = ("title", "path", "roles", "organization")


Stamp = tuple[int, int]
_packages: dict[Path, tuple[Stamp, DataPackage]] = {}


def load_package(paths: EditionPaths) -> DataPackage:
    """Read ``data/datapackage.json``, once as long as it does not change.

    :raises IssueError: all the faults of the file at once, each at its line.
    """
    place = paths.relative(paths.datapackage)
    code = IssueCode.TABLE_PACKAGE
    try:
        found = paths.datapackage.stat()
    except OSError:
        message = "fichier absent"
        raise IssueError(Issue(code, Place(place), message)) from None
    stamp = (found.st_size, found.st_mtime_ns)
    cached = _packages.get(paths.datapackage)
    if cached is not None and cached[0] == stamp:
        return cached[1]
    json = read_json(paths.datapackage, place=place, code=code)
    reader = WordReader(json, code=code)
    package = _package(reader, json.value)
    reader.finish()
    _packages[paths.datapackage] = (stamp, package)
    return package


def _package(reader: WordReader, found: dict[str, Any]) -> DataPackage:
    reader.words((), found, known=PACKAGE_WORDS, kind="propriété")
    licences = _licences(reader, (), found, "")
    resources: dict[str, Resource] = {}
    for pointer, item in reader.objects(("resources",), found):
        resource = _resource(reader, pointer, item, licences)
        if resource.name in resources:
            message = f"ressource « {resource.name} » décrite deux fois"
            reader.note(pointer, message, expected="une description par fichier")
        resources[resource.name] = resource
    for word in ("homepage", "created"):
        reader.text((word,), found)
    return DataPackage(
        name=reader.needed(("name",), found),
        title=reader.needed(("title",), found),
        description=reader.text(("description",), found) or "",
        resources=resources,
        version=reader.text(("version",), found) or "",
        licenses=licences,
        sources=_sources(reader, (), found, ""),
        contributors=_contributors(reader, (), found, ""),
        keywords=reader.texts(("keywords",), found),
    )


def _resource(
    reader: WordReader,
    pointer: Pointer,
    found: dict[str, Any],
    licences: tuple[Licence, ...],
) -> Resource:
    name = reader.needed((*pointer, "name"), found)
    of = f"ressource « {name} »"
    if name and not ROW_ID.fullmatch(name):
        expected = "minuscules sans accent, chiffres et traits d'union"
        reader.note((*pointer, "name"), f"{of} : nom refusé", expected=expected)
    reader.words(pointer, found, known=RESOURCE_WORDS, kind="propriété", of=of)
    path = reader.needed((*pointer, "path"), found, of=of)
    is_table = found.get("type") == "table" or path.endswith(".csv")
    fixed = {"encoding": ("utf-8",)}
    if is_table:
        fixed |= {
            "path": (f"tables/{name}.csv",),
            "schema": (f"schema/{name}.json",),
            "type": ("table",),
            "format": ("csv",),
            "mediatype": ("text/csv",),
        }
        if "schema" not in found:
            expected = f"schema/{name}.json"
            reader.note(pointer, f"{of} : « schema » manque", expected=expected)
    elif path.startswith(("/", "\\")) or ".." in path.split("/") or ":" in path:
        message = f"{of} : chemin « {path} » refusé"
        reader.note((*pointer, "path"), message, expected="un chemin dans data/")
    for word, known in fixed.items():
        reader.choice((*pointer, word), found, known=known, of=of)
    return Resource(
        name=name,
        path=path,
        title=reader.needed((*pointer, "title"), found, of=of),
        description=reader.text((*pointer, "description"), found, of=of) or "",
        is_table=is_table,
        licenses=_licences(reader, pointer, found, of) or licences,
        sources=_sources(reader, pointer, found, of),
        contributors=_contributors(reader, pointer, found, of),
        notes=reader.texts((*pointer, "edition:notes"), found, of=of),
        doubts=reader.texts((*pointer, "edition:doubts"), found, of=of),
        notice=reader.text((*pointer, "edition:notice"), found, of=of) or "",
    )


def _licences(
    reader: WordReader, pointer: Pointer, found: dict[str, Any], of: str
) -> tuple[Licence, ...]:
    licences = []
    for at, item in reader.objects((*pointer, "licenses"), found, of=of):
        reader.words(at, item, known=LICENCE_WORDS, kind="propriété", of="licence")
        licences.append(
            Licence(
                name=reader.needed((*at, "name"), item, of="licence"),
                title=reader.text((*at, "title"), item, of="licence") or "",
                path=_address(reader, (*at, "path"), item, "licence"),
            )
        )
    return tuple(licences)


def _sources(
    reader: WordReader, pointer: Pointer, found: dict[str, Any], of: str
) -> tuple[Source, ...]:
    sources = []
    for at, item in reader.objects((*pointer, "sources"), found, of=of):
        reader.words(at, item, known=SOURCE_WORDS, kind="propriété", of="source")
        sources.append(
            Source(
                title=reader.needed((*at, "title"), item, of="source"),
                path=_address(reader, (*at, "path"), item, "source"),
                version=reader.text((*at, "version"), item, of="source") or "",
            )
        )
    return tuple(sources)


def _contributors(
    reader: WordReader, pointer: Pointer, found: dict[str, Any], of: str
) -> tuple[Contributor, ...]:
    people = []
    who = "contributeur"
    for at, item in reader.objects((*pointer, "contributors"), found, of=of):
        reader.words(at, item, known=CONTRIBUTOR_WORDS, kind="propriété", of=who)
        people.append(
            Contributor(
                title=reader.needed((*at, "title"), item, of=who),
                path=_address(reader, (*at, "path"), item, who),
                roles=reader.texts((*at, "roles"), item, of=who),
                organization=reader.text((*at, "organization"), item, of=who) or "",
            )
        )
    return tuple(people)


def _address(
    reader: WordReader, pointer: Pointer, found: dict[str, Any], of: str
) -> str:
    """Return an address that a page may link to; « » when there is none."""
    path = reader.text(pointer, found, of=of) or ""
    if path and not path.startswith(("https://", "http://")):
        message = f"{of} : adresse « {path} » refusée"
        reader.note(pointer, message, expected="une adresse http ou https")
        return ""
    return path
