"""Files beside the pages: the index of all ids, and each page as editions had it.

They are scripts, because a page that is itself a file may load nothing else.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edition.citation.metadata import load_citation
from edition.releases.index import (
    INDEX,
    SCHEMA,
    anchor_index,
    index_text,
    schema_text,
)
from edition.releases.shelf import read_shelf
from edition.releases.state import edition_state
from edition.releases.told import say_day
from edition_sphinx.config import get_paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.application import Sphinx

    from edition.releases.past import Fate, PagePast
    from edition.releases.shelf import Shelf

__all__ = ["EDITIONS", "FINDER", "write_files"]

EDITIONS = "_static/editions"
FINDER = "_static/anchors.js"


def write_files(app: Sphinx, exception: Exception | None) -> None:
    """Write what has changed, remove what is no more (event ``build-finished``)."""
    if exception is not None or app.builder.name != "html":
        return
    paths = get_paths(app)
    shelf = read_shelf(paths)
    title = load_citation(paths).title
    index = anchor_index(
        shelf, edition_state(paths), title=title, url=app.builder.get_target_uri
    )
    files = {
        INDEX: index_text(index),
        SCHEMA: schema_text(),
        FINDER: _script("editionAnchors", _finder(app, shelf, index)),
        **dict(_pasts(app, shelf)),
    }
    out = Path(app.outdir)
    for name, text in files.items():
        _write(out / name, text)
    for path in sorted((out / EDITIONS).rglob("*.js")):
        if path.relative_to(out).as_posix() not in files:
            path.unlink()


def _finder(app: Sphinx, shelf: Shelf, index: dict[str, Any]) -> dict[str, Any]:
    """Return what « Retrouver un passage » looks up: ids and § numbers by page.

    Of a page that is no more, editions know the numbers.
    """
    pages: dict[str, tuple[str, list[str]]] = {}
    for anchor in index["anchors"]:
        _, ids = pages.setdefault(anchor["page"], (anchor["title"], []))
        numbered = anchor["number"] and anchor["name"].startswith("§")
        gone = anchor["state"] not in ("active", "draft")
        number = f" {anchor['number']}" if numbered and not gone else ""
        ids.append(f"{anchor['id']}{number}")
    for lost in shelf.lost_pages:
        pages.setdefault(app.builder.get_target_uri(lost.document), (lost.title, []))
    return {
        "editions": [[e.version, say_day(e.date)] for e in shelf.editions],
        "pages": [[page, *found] for page, found in pages.items()],
    }


def _pasts(app: Sphinx, shelf: Shelf) -> Iterator[tuple[str, str]]:
    for edition, pages in shelf.pasts():
        for name, past in pages.items():

            def url(document: str, anchor: str, name: str = name) -> str:
                return f"{app.builder.get_relative_uri(name, document)}#{anchor}"

            data = _past(past, url)
            path = f"{EDITIONS}/{edition.version}/{name}.js"
            yield path, _script("editionPast", data)


def _past(past: PagePast, url: Callable[[str, str], str]) -> dict[str, Any]:
    return {
        "unchanged": past.unchanged,
        "page": past.page,
        "fates": {anchor: _fate(fate, url) for anchor, fate in past.fates.items()},
        "numbers": past.numbers,
    }


def _fate(fate: Fate, url: Callable[[str, str], str]) -> list[Any]:
    links = [
        [url(heir.document, heir.id), f"{heir.title}, {heir.name}"]
        for heir in fate.heirs
    ]
    return [fate.said, links, fate.before, fate.after]


def _script(name: str, data: dict[str, Any]) -> str:
    said = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.{name}={said};\n"


def _write(path: Path, text: str) -> None:
    content = text.encode()
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
