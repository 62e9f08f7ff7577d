"""``anchors.json``: every id ever published, for other programs; its contract.

The schema beside this module is the contract: what it promises stays in later editions.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edition.releases.ledger import AnchorState
from edition.releases.told import say_item

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from edition.releases.items import Item
    from edition.releases.ledger import AnchorRecord
    from edition.releases.shelf import Shelf
    from edition.releases.state import EditionState

__all__ = ["INDEX", "SCHEMA", "anchor_index", "index_text", "schema_text"]

INDEX = "anchors.json"
SCHEMA = "anchors.schema.json"


def schema_text() -> str:
    """Return the schema."""
    return (Path(__file__).parent / SCHEMA).read_text(encoding="utf-8")


def anchor_index(
    shelf: Shelf, state: EditionState, *, title: str, url: Callable[[str], str]
) -> dict[str, Any]:
    """Return the index: what stands today in the order of reading, then what does not.

    :param title: of the edition.
    :param url: of a page by its name, from the root of the site.
    """
    return {
        "$schema": SCHEMA,
        "title": title,
        "edition": state.latest or None,
        "date": state.date or None,
        "exact": state.exact,
        "anchors": [*_standing(shelf, url), *_gone(shelf, url)],
    }


def _standing(shelf: Shelf, url: Callable[[str], str]) -> Iterator[dict[str, Any]]:
    for document, page in shelf.book.pages.items():
        for item in page.items:
            record = shelf.book.ledger.records.get(item.id)
            yield {
                **_named(item, url(document), page.title),
                "checksum": item.checksum,
                "edition": record.since if record else None,
                "changed": record.changed if record else None,
                **_state(record),
            }


def _gone(shelf: Shelf, url: Callable[[str], str]) -> Iterator[dict[str, Any]]:
    """List what no page holds today: where it stood last, as it stood there."""
    last: dict[str, tuple[str, str, Item]] = {}
    for edition in shelf.editions:
        for document, page in edition.pages.items():
            last |= {item.id: (document, page.title, item) for item in page.items}
    for anchor, record in sorted(shelf.book.ledger.records.items()):
        if anchor in shelf.book.now or anchor not in last:
            continue
        document, title, item = last[anchor]
        yield {
            **_named(item, url(document), title),
            "checksum": record.checksum,
            "edition": record.since,
            "changed": record.changed,
            **_state(record),
        }


def _named(item: Item, page: str, title: str) -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": str(item.kind),
        "number": item.number or None,
        "name": say_item(item),
        "page": page,
        "title": title,
        "section": item.section or None,
    }


def _state(record: AnchorRecord | None) -> dict[str, Any]:
    """Return what the ledger says; what was never published is a draft."""
    if record is None:
        return {"state": "draft"}
    said: dict[str, Any] = {"state": str(record.state)}
    if record.successors:
        said["successors"] = list(record.successors)
    if record.reason and record.state is not AnchorState.ACTIVE:
        said["reason"] = record.reason
    return said


def index_text(index: dict[str, Any]) -> str:
    """Return the file, an id a line."""
    head = {key: value for key, value in index.items() if key != "anchors"}
    lines = ",\n".join(_dumped(anchor) for anchor in index["anchors"])
    return f'{_dumped(head)[:-1]}, "anchors": [\n{lines}\n]}}\n'


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
