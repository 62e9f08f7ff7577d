"""The data for other programs, beside the pages: ``donnees/`` in the output.

The files of the package lie there as in ``data/``, so that ``datapackage.json`` is true
there too; JSON for each table, and CSV for each view, are made from them.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder

from edition.issues import IssueError
from edition.tables import load_package, load_table, table_names
from edition.tables.export import table_json, view_csv
from edition_sphinx.config import get_paths
from edition_sphinx.tables.domain import get_tables
from edition_sphinx.tables.links import DOWNLOADS
from edition_sphinx.tables.views import make_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx

    from edition.paths import EditionPaths
    from edition.tables import Resource

__all__ = ["write_downloads"]

VIEWS = "vues"
JSON = "json"

OURS = ("tables", "schema", JSON, VIEWS)
"""The folders in which a file that nothing asks for is one that an older build left."""


def write_downloads(app: Sphinx, exception: Exception | None) -> None:
    """Write the data, and remove what is no longer there (event ``build-finished``)."""
    builder = app.builder
    if exception or not isinstance(builder, StandaloneHTMLBuilder):
        return
    if builder.name == "epub":
        return
    folder = Path(app.outdir) / DOWNLOADS
    wanted = set()
    for name, content in _files(app, get_paths(app)):
        path = folder / name
        wanted.add(path)
        _write(path, content)
    for name in OURS:
        for path in sorted((folder / name).glob("*")):
            if path.is_file() and path not in wanted:
                path.unlink()


def _write(path: Path, content: bytes) -> None:
    """Write a file, only if that changes it."""
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _files(app: Sphinx, paths: EditionPaths) -> Iterator[tuple[str, bytes]]:
    resources: Mapping[str, Resource] = {}
    if paths.datapackage.is_file():
        yield "datapackage.json", paths.datapackage.read_bytes()
        resources = load_package(paths).resources
    for resource in resources.values():
        if not resource.is_table:
            yield from _copy(paths, resource.path)
    for name in table_names(paths):
        yield from _copy(paths, f"tables/{name}.csv")
        yield from _copy(paths, f"schema/{name}.json")
        with suppress(IssueError):
            # A faulty table was told before; its file is published as it is.
            table = load_table(paths, name)
            content = table_json(table, resources.get(name))
            yield f"{JSON}/{name}.json", content.encode()
    for anchor, content in _views(app):
        yield f"{VIEWS}/{anchor}.csv", content.encode()


def _copy(paths: EditionPaths, name: str) -> Iterator[tuple[str, bytes]]:
    """Take a file of the package, if it is one and lies inside it."""
    path = paths.data / name
    inside = path.resolve().is_relative_to(paths.data.resolve())
    if inside and path.is_file():
        yield name, path.read_bytes()


def _views(app: Sphinx) -> Iterator[tuple[str, str]]:
    """Return each view that has an id, once."""
    domain = get_tables(app.env)
    done = set()
    for docname in sorted(domain.views):
        for use in domain.views[docname]:
            if not use.anchor or use.anchor in done:
                continue
            done.add(use.anchor)
            try:
                view = make_view(app.env, use.table, dict(use.options))
            except IssueError:
                # The page that holds it said so.
                continue
            yield use.anchor, view_csv(view)
