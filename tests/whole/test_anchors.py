"""Every id that was ever published leads somewhere in the pages of today."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from edition.paths import EditionPaths
from edition.releases.frozen import read_edition, released_versions
from edition.releases.ledger_file import read_ledger
from edition.releases.snapshot import read_snapshot
from support.site_pages import ids_of


@pytest.fixture(scope="module")
def index(site: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / "anchors.json").read_text("utf-8"))
    return found


def test_every_id_ever_published_is_on_the_page_where_it_was(
    site: Path, paths: EditionPaths
) -> None:
    held: dict[str, set[str]] = {}
    published: set[str] = set()
    for version in released_versions(paths):
        for name, page in read_edition(paths, version).pages.items():
            ids = {item.id for item in page.items}
            published |= ids
            held[name] = held.get(name) or ids_of(site / f"{name}.html")
            assert ids <= held[name], (version, name)
    assert published == set(read_ledger(paths)[0].records)


def test_every_id_of_the_index_is_on_its_page(
    site: Path, index: dict[str, Any], paths: EditionPaths
) -> None:
    pages: dict[str, set[str]] = {}
    for anchor in index["anchors"]:
        pages.setdefault(anchor["page"], set()).add(anchor["id"])
    for name, ids in pages.items():
        assert ids <= ids_of(site / name), name
    today = {i.id for page in read_snapshot(paths).values() for i in page.items}
    assert today <= {anchor["id"] for anchor in index["anchors"]}
    assert len(today) > 2_000


def test_the_index_keeps_its_contract(site: Path, index: dict[str, Any]) -> None:
    schema = json.loads((site / index["$schema"]).read_text("utf-8"))
    jsonschema.validate(index, schema)
