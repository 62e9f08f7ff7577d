from __future__ import annotations

from pathlib import Path

import pytest

from edition.findings import lineage, load_parts, page_of, related, say_part
from edition.findings.parts import StudyPart
from edition.tables.source import TableSource
from support.small_chapter import copy_edition


def part(
    name: str, parent: str = "", *, title: str = "Titre", **more: str
) -> StudyPart:
    cells = {"kind": "section", "number": "", "page": "", **more}
    return StudyPart(name, parent, title, **cells, address="", doi="", seen="")


BOOK = {
    found.id: found
    for found in (
        part("preface", title="Préface", kind="liminaire", page="2077"),
        part("un", title="Les stratégies", kind="chapitre", number="1", page="2108"),
        part("brest", "un", title="Brest"),
        part("annexes", title="non vu", kind="annexes", page="non vu"),
        part("a5", "annexes", title="non vu", kind="annexe", number="5"),
        part("sans-numero", title="non vu", kind="annexe", number="non vu"),
        part("poule", "oeuf"),
        part("oeuf", "poule"),
        part("orphelin", "perdu"),
    )
}


@pytest.mark.parametrize(
    ("row", "said", "short"),
    [
        ("preface", "Préface", "Préface"),
        ("un", "chapitre 1, « Les stratégies »", "chapitre 1"),
        ("brest", "chapitre 1, « Brest »", "chapitre 1, « Brest »"),
        ("annexes", "annexes (titre non vu)", "annexes (titre non vu)"),
        ("a5", "annexe 5, titre non vu", "annexe 5"),
        ("sans-numero", "annexe (titre non vu)", "annexe (titre non vu)"),
        ("inconnue", "inconnue", "inconnue"),
    ],
)
def test_a_part_is_named_with_what_holds_it(row: str, said: str, short: str) -> None:
    assert say_part(row, BOOK) == said
    assert say_part(row, BOOK, titled=False) == short


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("brest", ["brest", "un"]),
        ("poule", ["poule", "oeuf"]),
        ("orphelin", ["orphelin"]),
        ("inconnue", []),
    ],
)
def test_a_ring_or_a_lost_parent_ends_the_line(row: str, found: list[str]) -> None:
    assert [above.id for above in lineage(row, BOOK)] == found
    assert say_part(row, BOOK)


@pytest.mark.parametrize(
    ("one", "others", "expected"),
    [
        ("brest", ["un"], True),
        ("un", ["brest"], True),
        ("brest", ["preface", "un"], True),
        ("brest", ["preface"], False),
        ("brest", [], False),
        ("poule", ["oeuf"], True),
        ("inconnue", ["un"], False),
    ],
)
def test_parts_are_related_when_one_holds_the_other(
    one: str, others: list[str], expected: bool
) -> None:
    assert related(one, others, BOOK) is expected


@pytest.mark.parametrize(
    ("row", "page"), [("brest", "2108"), ("a5", None), ("poule", None)]
)
def test_the_page_is_that_of_the_nearest_part_that_has_one(
    row: str, page: str | None
) -> None:
    found = page_of(row, BOOK)
    assert (found.page if found else None) == page


def test_the_parts_come_in_the_order_of_their_table(tmp_path: Path) -> None:
    source = TableSource(copy_edition(tmp_path))
    assert list(load_parts(source))[:3] == ["preface", "chapitre-1", "chapitre-1-brest"]


def test_an_edition_without_parts_has_none(tmp_path: Path) -> None:
    paths = copy_edition(tmp_path)
    paths.table("parties").unlink()
    assert load_parts(TableSource(paths)) == {}
