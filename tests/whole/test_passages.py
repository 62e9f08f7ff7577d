"""The real book: both floors read the same passages, and no id leads astray."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from edition.anchors.ids import is_anchor, is_section
from edition.issues import IssueError
from edition.paths import EditionPaths
from edition.tables.source import TableSource
from edition.tables.values import resolve_value
from edition.text.book import read_book
from edition.text.files import docname_of
from edition.text.passages import read_document
from edition.text.spacing import french
from edition.text.words import fold
from edition_sphinx.anchors.domain import get_anchors
from edition_sphinx.anchors.read import read_passages, sections_of
from support.real_book import real_book

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from edition.text.model import Document
    from edition.text.roles import Use

PAGES = 20
"""At least so many pages must be compared, lest the test compare nothing."""


@pytest.fixture(scope="module")
def app(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sphinx]:
    """The real book, built."""
    with real_book(root, tmp_path_factory.mktemp("livre")) as app:
        app.build()
        yield app


@cache
def source(root: Path) -> TableSource:
    return TableSource(EditionPaths(root))


def read(root: Path, path: Path) -> Document:
    """Read a page with its values resolved; views read as their captions alone."""

    def resolve(use: Use) -> str | None:
        if use.name != "data-value":
            return None
        try:
            return resolve_value(use.argument, source(root)).text
        except IssueError:
            return None

    shown = path.relative_to(root).as_posix()
    return read_document(path, docname=docname_of(shown), resolve=resolve, shown=shown)


def test_both_floors_read_the_same_passages(app: Sphinx, root: Path) -> None:
    paths = EditionPaths(root).documents()
    assert len(paths) >= PAGES
    for path in paths:
        document = read(root, path)
        doctree = app.env.get_doctree(document.docname)
        found = [
            (p.kind.value, p.id, p.section, p.words) for p in read_passages(doctree)
        ]
        assert found == [
            (p.kind.value, p.id, p.section, p.words)
            for p in document.passages
            if p.id or not p.kind.view
        ], document.path


def test_both_floors_read_the_same_sections(app: Sphinx, root: Path) -> None:
    for path in EditionPaths(root).documents():
        document = read(root, path)
        doctree = app.env.get_doctree(document.docname)
        # Titles have their French spaces already: contents copy them while reading.
        assert [(i, fold(french(t))) for i, t in sections_of(doctree)] == [
            (s.id, fold(french(s.title))) for s in document.sections
        ], document.path


def test_both_floors_count_the_same_numbers(app: Sphinx, root: Path) -> None:
    noted = get_anchors(app.env).pages
    for document in read_book(EditionPaths(root)):
        expected = {p.id: p.number for p in document.passages if p.id}
        found = {anchor.id: anchor.number for anchor in noted.get(document.docname, [])}
        assert found == expected, document.path


def test_every_id_is_in_its_page_once_and_none_only_counts(
    app: Sphinx,
) -> None:
    for document in read_book(EditionPaths(Path(app.srcdir))):
        page = Path(app.outdir) / f"{document.docname}.html"
        ids = re.findall(r'\bid="([^"]*)"', page.read_text("utf-8"))
        assert not [found for found in ids if re.fullmatch(r"(id|index-)\d+", found)]
        assert sorted(ids) == sorted(set(ids)), document.path
        assert {name for name, _ in document.ids()} <= set(ids), document.path


def test_every_passage_of_the_text_has_an_id_of_ours(root: Path) -> None:
    for document in read_book(EditionPaths(root)):
        for section in document.sections:
            assert is_section(section.id), f"{document.path}:{section.line}"
        for passage in document.passages:
            if document.docname.startswith("chapters/") and passage.number:
                assert is_anchor(passage.id), f"{document.path}:{passage.line}"
