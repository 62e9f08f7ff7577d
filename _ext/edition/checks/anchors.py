"""Rule: every passage has an id, and every id is where and what it must be.

The ledger of published ids is compared elsewhere; this is about the sources alone.
"""

from __future__ import annotations

import csv
from contextlib import suppress
from typing import TYPE_CHECKING

from edition.anchors.ids import ALPHABET, is_anchor, is_section, prefix_of
from edition.codes import IssueCode
from edition.issues import Issue, Place, Severity
from edition.text.book import read_book
from edition.text.scope import scope_of
from edition.text.targets import Target, TargetFault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from edition.paths import EditionPaths
    from edition.text.model import Document, Passage

__all__ = ["check"]

COMMAND = "edition ids new --write"


def check(paths: EditionPaths) -> list[Issue]:
    """Return the faults of the ids of the book."""
    book = read_book(paths)
    issues = [issue for page in book for issue in _page(page)]
    return [*issues, *_duplicates(book, paths)]


def _page(page: Document) -> Iterator[Issue]:
    for target in page.targets:
        yield from _target(target, page)
    for passage in page.passages:
        here = Place(page.path, passage.line)
        if passage.id:
            yield from _form(passage, here)
        elif scope_of(page.docname).anchored:
            yield Issue(
                IssueCode.ANCHOR_MISSING,
                here,
                f"{NAMES[passage.kind.value]} sans identifiant",
                hint=f"{COMMAND} {page.path}",
                severity=Severity.WARNING,
            )


def _target(target: Target, page: Document) -> Iterator[Issue]:
    here = Place(page.path, target.line)
    if target.fault is not None:
        message, hint = FAULTS[target.fault]
        said = f"cible « {target.name} » {message}"
        yield Issue(IssueCode.ANCHOR_PLACE, here, said, hint=hint)
    elif target.marks != "heading" and is_section(target.name):
        said = f"identifiant de section « {target.name} » devant un passage"
        yield Issue(IssueCode.ANCHOR_KIND, here, said, "une ligne juste avant un titre")


def _form(passage: Passage, here: Place) -> Iterator[Issue]:
    name, kind = NAMES[passage.kind.value], passage.kind
    if is_section(passage.id):
        return
    if not is_anchor(passage.id):
        yield Issue(
            IssueCode.ANCHOR_FORM,
            here,
            f"identifiant « {passage.id} » pour : {name}",
            f"« {kind.prefix}- » et cinq signes parmi {ALPHABET}",
            f"le retirer, puis {COMMAND} {here.path}",
        )
    elif prefix_of(passage.id) != kind.prefix:
        said = f"identifiant « {passage.id} » pour : {name}"
        yield Issue(IssueCode.ANCHOR_KIND, here, said, f"« {kind.prefix}-… »")


def _duplicates(book: list[Document], paths: EditionPaths) -> Iterator[Issue]:
    first: dict[str, str] = dict(_data_ids(paths))
    for page in book:
        for name, line in page.ids():
            here = Place(page.path, line)
            if name in first:
                said = f"identifiant « {name} » déjà donné"
                expected = f"une fois, dans {first[name]}"
                hint = f"retirer celui qui est de trop, puis {COMMAND}"
                yield Issue(IssueCode.ANCHOR_DUPLICATE, here, said, expected, hint)
            else:
                first[name] = str(here)


def _data_ids(paths: EditionPaths) -> Iterator[tuple[str, str]]:
    """List the ids that the data give to pages: terms and names of tables."""
    for path in sorted(paths.tables.glob("*.csv")):
        yield path.stem, paths.relative(path)
    for name in _first_column(paths.table("lexique")):
        yield name, paths.relative(paths.table("lexique"))


def _first_column(path: Path) -> Iterator[str]:
    if not path.is_file():
        return
    with path.open(encoding="utf-8", newline="", errors="replace") as file:
        rows = csv.reader(file)
        with suppress(csv.Error):  # said by the check of the tables
            next(rows, None)
            yield from (row[0] for row in rows if row)


NAMES = {
    "paragraph": "paragraphe",
    "list": "liste",
    "definitions": "liste de définitions",
    "quotation": "citation",
    "table": "tableau",
    "chart": "graphique",
    "figure": "figure",
}

FAULTS = {
    TargetFault.DIRECTIVE: (
        "devant une directive",
        "donner l'identifiant par l'option « :name: » de la directive",
    ),
    TargetFault.SPLITS: (
        "au milieu d'un paragraphe, qu'elle coupe en deux",
        "la mettre avant la première ligne du paragraphe, après une ligne vide",
    ),
    TargetFault.NESTED: (
        "dans une liste, une citation ou une directive",
        "la mettre avant le bloc entier, qui n'a qu'un identifiant",
    ),
    TargetFault.DOUBLE: ("devant une autre cible", "n'en garder qu'une"),
    TargetFault.NOTHING: (
        "devant rien qui puisse la porter",
        "la mettre juste avant un titre, un paragraphe, une liste ou une citation",
    ),
}
