"""Views of the small edition ``roots/test-tables``."""

from __future__ import annotations

from pathlib import Path

from edition.issues import Place
from edition.paths import EditionPaths
from edition.tables.request import OPTIONS, read_request
from edition.tables.source import TableSource
from edition.tables.view import TableView, build_view

ROOT = Path(__file__).resolve().parent.parent / "roots" / "test-tables"
PATHS = EditionPaths(ROOT)


def at(option: str) -> Place:
    """Give each option a line of its own."""
    return Place(
        "chapters/un.md", 10 + [*OPTIONS].index(option) if option in OPTIONS else 9
    )


def view(table: str = "lieux", *, most: int = 0, **options: str) -> TableView:
    named = {name.replace("_", "-"): text for name, text in options.items()}
    request = read_request(table, named, at=at, most=most)
    return build_view(request, TableSource(PATHS), at=at)
