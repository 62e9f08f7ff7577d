"""The edition as it stands: every thing of every page that can be cited.

Read from the sources and the data alone, so that a contributor without Sphinx, a test
and a build see the same.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from edition.glossary.terms import read_terms
from edition.issues import IssueError, Place
from edition.releases.items import Item, ItemKind, PageItems
from edition.releases.resolve import BETWEEN, DataWords, nowhere
from edition.releases.told import REFERENCE
from edition.sources.labels import make_labels
from edition.sources.read import read_references
from edition.tables.page import build_page
from edition.tables.source import TableSource
from edition.text.book import read_book
from edition.text.contents import reading_order
from edition.text.passages import read_text
from edition.text.scope import Scope, scope_of
from edition.text.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from edition.paths import EditionPaths
    from edition.text.model import Document, Passage, Section
    from edition.text.roles import Resolver, Use

__all__ = ["PageReader", "read_snapshot"]

Snapshot = dict[str, PageItems]


CALLED = {
    ItemKind.TABLE: "tableau",
    ItemKind.CHART: "figure",
    ItemKind.FIGURE: "figure",
}


def read_snapshot(paths: EditionPaths) -> Mapping[str, PageItems]:
    """Return the items of each page, pages in the order of the contents.

    What is faulty is told by other rules: a value that cannot be resolved reads as its
    address, a table that cannot be read has no rows.
    """
    return _read(paths, _state(paths))


def _state(paths: EditionPaths) -> tuple[tuple[str, int, int], ...]:
    """Return what tells that a file which the snapshot is made from has changed."""
    files = [*paths.documents(), paths.references, paths.datapackage]
    files += [*paths.tables.glob("*.csv"), *paths.schemas.glob("*.json")]
    found = [(path, path.lstat()) for path in sorted(files) if path.is_file()]
    return tuple((str(p), stat.st_size, stat.st_mtime_ns) for p, stat in found)


@lru_cache(maxsize=4)
def _read(paths: EditionPaths, state: object) -> Mapping[str, PageItems]:
    reader = PageReader(paths)
    pages = [
        reader.page(page.page.text, page.docname, shown=page.path)
        for page in reading_order(read_book(paths))
    ]
    labels = _labels(paths, pages)
    return {page.document: _labelled(page, labels) for page in pages}


class PageReader:
    """Reads pages in their order; numbers of views run through the book.

    :param resolve: gives the words of what a page takes from the data; from the tables
        when it is not given.
    """

    def __init__(self, paths: EditionPaths, resolve: Resolver | None = None) -> None:
        self.paths = paths
        self.source = TableSource(paths)
        self.words = resolve or DataWords(self.source)
        self.counts: Counter[str] = Counter()

    def page(self, text: str, docname: str, *, shown: str = "") -> PageItems:
        """Return the items of a page, its references without their labels."""
        page = read_text(text, docname=docname, resolve=self.words, shown=shown)
        titles = {section.id: section.title for section in page.sections}
        items: list[tuple[int, Item]] = [
            (s.line, _section(s)) for s in page.sections if s.id
        ]
        items += [
            (passage.line, self._passage(passage, page, titles))
            for passage in page.passages
            if passage.id
        ]
        items.sort(key=lambda pair: pair[0])
        found = [item for _, item in items]
        found += self._terms(page)
        found += self._rows(page)
        return PageItems(page.docname, page.title, tuple(found))

    def _passage(
        self, passage: Passage, page: Document, titles: Mapping[str, str]
    ) -> Item:
        kind = ItemKind(passage.kind.value)
        number = str(passage.number) if passage.number else ""
        if kind.view:
            called = CALLED[kind]
            self.counts[called] += 1
            number = str(self.counts[called])
        uses = [
            use
            for use in page.uses
            if passage.line <= use.line <= passage.end_line and use.name == "data-value"
        ]
        values = tuple((use.argument, self.words(use) or "") for use in uses)
        skeleton = self._asked(passage, page) if kind.view else passage.skeleton
        return Item(
            passage.id,
            kind,
            number,
            titles.get(passage.section, ""),
            passage.section,
            passage.words,
            "" if skeleton == passage.words else skeleton,
            () if kind.view else values,
            passage.line,
        )

    def _asked(self, passage: Passage, page: Document) -> str:
        """Return what a view asks for: its caption, its table, its options."""
        use = next(
            (
                use
                for use in page.uses
                if use.kind == "directive" and use.line == passage.line
            ),
            None,
        )
        if use is None:
            return passage.skeleton
        shaping = [f"{k}={v}" for k, v in use.options if k not in ("name", "caption")]
        return fold("\n".join([passage.skeleton, use.argument, *shaping]))

    def _terms(self, page: Document) -> Iterator[Item]:
        """List the terms that a page defines."""
        section = page.sections[0] if page.sections else None
        for use in _directives(page, "data-glossary"):
            try:
                terms = read_terms(self.source, use.argument.strip(), place=Place(""))
            except IssueError:
                continue
            for term in terms:
                parts = (term.name, term.variant, term.definition, term.note)
                said = BETWEEN.join(part for part in parts if part)
                yield Item(
                    term.row,
                    ItemKind.TERM,
                    title=section.title if section else "",
                    section=section.id if section else "",
                    words=fold(said),
                )

    def _rows(self, page: Document) -> Iterator[Item]:
        """List the rows of the table whose page this is."""
        if scope_of(page.docname) is not Scope.DATA:
            return
        for use in _directives(page, "data-page"):
            name = use.argument.strip()
            try:
                shown = build_page(name, self.source, at=nowhere)
            except IssueError:
                continue
            for row in shown.view.rows:
                words = BETWEEN.join(cell.text for cell in row.cells)
                yield Item(
                    f"{name}.{row.id}",
                    ItemKind.ROW,
                    title=shown.title,
                    words=fold(words),
                )


def _section(section: Section) -> Item:
    title = section.title
    return Item(
        section.id, ItemKind.SECTION, "", title, section.id, title, line=section.line
    )


def _directives(page: Document, name: str) -> Iterator[Use]:
    return (use for use in page.uses if use.kind == "directive" and use.name == name)


def _labels(paths: EditionPaths, pages: list[PageItems]) -> dict[str, str]:
    """Return how each key is shown that stands between brackets in words."""
    labels: dict[str, str] = {}
    if paths.references.is_file():
        place = paths.relative(paths.references)
        try:
            entries = read_references(paths.references, place=place)
        except IssueError:
            entries = {}
        labels.update(make_labels(entries.values()))
    for page in pages:
        for item in page.items:
            if item.kind.view:
                labels[item.id] = f"{CALLED[item.kind]} {item.number}"
            elif item.kind.passage:
                labels[item.id] = f"§ {item.number}"
            elif item.kind is ItemKind.SECTION:
                labels[item.id] = f"« {item.title} »"
    return labels


def _labelled(page: PageItems, labels: Mapping[str, str]) -> PageItems:
    """Give a page the labels that its words need."""
    needed: dict[str, str] = {}
    for item in page.items:
        if item.kind.of_data:
            continue
        for found in REFERENCE.findall(item.words):
            keys = [key.strip() for key in found.split(",")]
            if all(key in labels for key in keys):
                needed[found] = " ; ".join(labels[key] for key in keys)
    return PageItems(
        page.document, page.title, page.items, tuple(sorted(needed.items()))
    )
