"""The files of the tables against each other: CSV, schema, description, page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edition.issues import Issue, IssueCode, IssueError, Place, suggestion
from edition.tables.load import table_names
from edition.tables.located import locate
from edition.tables.package_file import load_package
from edition.tables.schema import ROW_ID

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from edition.paths import EditionPaths

__all__ = ["check_files"]

DATA_PAGE = re.compile(
    r"^[`:]{3,}\{data-page\}[ \t]+(?P<table>\S+)[ \t]*$", re.MULTILINE
)


def check_files(paths: EditionPaths) -> Iterator[Issue]:
    """Return what is missing around each table, or stands there without one."""
    tables = table_names(paths)
    yield from _check_names(paths, tables)
    yield from _check_schemas(paths, tables)
    yield from _check_package(paths, tables)
    yield from _check_pages(paths, tables)


def _check_names(paths: EditionPaths, tables: Collection[str]) -> Iterator[Issue]:
    for name in tables:
        if not ROW_ID.fullmatch(name):
            yield Issue(
                IssueCode.TABLE_FILE,
                Place(paths.relative(paths.table(name))),
                f"nom de tableau « {name} » refusé",
                "une lettre, puis minuscules sans accent, chiffres et traits d'union",
            )
    for path in _files(paths.tables):
        if path.suffix != ".csv":
            place = Place(paths.relative(path))
            message = "fichier qui n'est pas un tableau"
            expected = "des fichiers .csv seulement"
            yield Issue(IssueCode.TABLE_FILE, place, message, expected)


def _check_schemas(paths: EditionPaths, tables: Collection[str]) -> Iterator[Issue]:
    code = IssueCode.TABLE_SCHEMA_MISSING
    for name in tables:
        if not paths.schema(name).is_file():
            place = Place(paths.relative(paths.table(name)))
            expected = paths.relative(paths.schema(name))
            yield Issue(code, place, f"tableau « {name} » sans schéma", expected)
    for path in _files(paths.schemas):
        if path.suffix != ".json" or path.stem not in tables:
            place = Place(paths.relative(path))
            expected = paths.relative(paths.table(path.stem))
            hint = suggestion(path.stem, tables)
            message = f"schéma « {path.stem} » sans tableau"
            yield Issue(code, place, message, expected, hint)


def _check_package(paths: EditionPaths, tables: Collection[str]) -> Iterator[Issue]:
    try:
        package = load_package(paths)
    except IssueError as error:
        yield from error.issues
        return
    place = Place(paths.relative(paths.datapackage))
    code = IssueCode.TABLE_UNLISTED

    def where(number: int, word: str) -> Place:
        return locate(paths.datapackage, "resources", number, word, place=place.path)

    described = {
        name for name, resource in package.resources.items() if resource.is_table
    }
    for name in sorted({*tables} - described):
        message = f"tableau « {name} » sans description"
        yield Issue(code, place, message, f"une ressource « {name} »")
    for number, resource in enumerate(package.resources.values()):
        if resource.is_table and resource.name not in tables:
            message = f"tableau « {resource.name} » décrit mais absent"
            hint = suggestion(resource.name, tables)
            expected, at = f"data/{resource.path}", where(number, "name")
            yield Issue(code, at, message, expected, hint)
        elif not resource.is_table and not (paths.data / resource.path).exists():
            message = f"fichier « {resource.path} » décrit mais absent"
            expected, at = f"data/{resource.path}", where(number, "path")
            yield Issue(code, at, message, expected)


def _check_pages(paths: EditionPaths, tables: Collection[str]) -> Iterator[Issue]:
    code = IssueCode.TABLE_PAGE
    for name in tables:
        page = paths.data_pages / f"{name}.md"
        if not page.is_file():
            place = Place(paths.relative(paths.table(name)))
            expected = paths.relative(page)
            hint = f"edition tables new {name} l'écrit"
            yield Issue(code, place, f"tableau « {name} » sans page", expected, hint)
    for page in _files(paths.data_pages):
        if page.stem == "index" or page.suffix != ".md":
            continue
        place = Place(paths.relative(page))
        if page.stem not in tables:
            message = f"page « {page.stem} » sans tableau"
            expected = paths.relative(paths.table(page.stem))
            yield Issue(code, place, message, expected, suggestion(page.stem, tables))
            continue
        text = page.read_bytes().decode("utf-8", errors="replace")
        shown = DATA_PAGE.findall(text)
        if shown != [page.stem]:
            found = f"montre « {', '.join(shown)} »" if shown else "ne montre rien"
            message = f"page du tableau « {page.stem} » qui {found}"
            expected = f"une seule directive data-page {page.stem}"
            yield Issue(code, place, message, expected)


def _files(folder: Path) -> list[Path]:
    """Return the visible files of a folder, sorted; none when it is not there."""
    if not folder.is_dir():
        return []
    paths = (path for path in folder.iterdir() if not path.name.startswith("."))
    return sorted(path for path in paths if not path.is_dir())
