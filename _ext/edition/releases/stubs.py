"""What a page keeps of the passages that left it, so that their old addresses work.

An id that ever stood on a page leads on from there for good, to where its words are
now, or to the words themselves when they are no longer in the edition.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.releases.ledger import AnchorState
from edition.releases.told import say_item, say_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edition.releases.frozen import FrozenEdition
    from edition.releases.items import Item, PageItems
    from edition.releases.whereabouts import Heir, Whereabouts

__all__ = ["PageStubs", "Stub", "read_stubs"]


@dataclass(frozen=True, slots=True)
class Stub:
    """An id that once stood on a page and stands there no more.

    :param version: the last edition in which it stood on that page.
    :param name: how one referred to it then.
    :param state: of the ledger; ``None`` when it has merely moved to another page.
    :param heirs: where it leads now; nothing when it was retired without successor.
    :param words: of that edition, for who looks for a sentence that is no more; empty
        for what has moved, and for a row.
    """

    id: str
    version: str
    name: str
    state: AnchorState | None
    heirs: tuple[Heir, ...] = ()
    reason: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class PageStubs:
    """The stubs of one page.

    :param title: of the page, as it was last.
    """

    document: str
    title: str
    stubs: tuple[Stub, ...]


def read_stubs(
    editions: Iterable[FrozenEdition], book: Whereabouts
) -> dict[str, PageStubs]:
    """Return the stubs of each page that needs some, in the order they stood there.

    :param editions: all that were released, the oldest first.
    """
    left: dict[str, dict[str, Stub]] = {}
    titles: dict[str, str] = {}
    for edition in editions:
        for document, page in edition.pages.items():
            titles[document] = page.title
            for item in page.items:
                if book.page_of(item.id) != document:
                    stub = _stub(item, page, edition.version, book)
                    left.setdefault(document, {})[item.id] = stub
    return {
        document: PageStubs(document, titles[document], tuple(stubs.values()))
        for document, stubs in left.items()
    }


def _stub(item: Item, page: PageItems, version: str, book: Whereabouts) -> Stub:
    name = say_item(item)
    heirs = book.heirs(item.id)
    if any(heir.id == item.id for heir in heirs):
        return Stub(item.id, version, name, None, heirs)
    record = book.ledger.records.get(item.id)
    state = record.state if record is not None else AnchorState.RETIRED
    words = say_words(item, page.labels) if item.kind.passage else ""
    reason = record.reason if record is not None else ""
    return Stub(item.id, version, name, state, heirs, reason, words)
