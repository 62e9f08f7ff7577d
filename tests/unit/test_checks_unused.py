"""Each row of the apparatus is of use where a reader reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.checks import rules
from edition.paths import EditionPaths
from support.small_chapter import add_chapter, copy_edition

ANNEX = "chapters/annexes/lacunes.md"


def unused(paths: EditionPaths) -> list[str]:
    """Return the rows without use, by their id."""
    return [issue.message.split(" »")[0][2:] for issue in rules()["unused"](paths)]


def with_gaps(shown: str, folder: Path) -> EditionPaths:
    """Return the edition whose gaps are shown in one way only, in an annex."""
    paths = copy_edition(folder)
    (folder / ANNEX).write_text(f"# Lacunes\n\n{shown}\n", "utf-8")
    return paths


def test_in_the_small_edition_each_row_is_of_use(tmp_path: Path) -> None:
    assert unused(copy_edition(tmp_path)) == []


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("", ["lacune-chapitre-1", "lacune-chapitre-2"]),
        ("```{data-table} lacunes\n```", []),
        ('```{data-table} lacunes\n:filter: etat = "close"\n```', ["lacune-chapitre-1"]),
        ("```{data-table} lacunes\n:limit: 1\n```", ["lacune-chapitre-2"]),
        ("```{data-table} lacunes\n:columns: rien\n```", ["lacune-chapitre-1", "lacune-chapitre-2"]),
        ("Ici {data-value}`lacunes:lacune-chapitre-1.objet`.", ["lacune-chapitre-2"]),
        ("Ici {data-value}`lacunes:`.", ["lacune-chapitre-1", "lacune-chapitre-2"]),
        (":::{note}\n```{data-table} lacunes\n```\n:::", []),
    ],
)  # fmt: skip
def test_a_row_is_of_use_where_it_is_shown(
    shown: str, expected: list[str], tmp_path: Path
) -> None:
    assert unused(with_gaps(shown, tmp_path)) == expected


@pytest.mark.parametrize("page", ["annexes/donnees/lacunes.md", "guide/essai.md"])
def test_the_page_of_the_table_and_the_guide_do_not_count(
    page: str, tmp_path: Path
) -> None:
    paths = with_gaps("", tmp_path)
    path = paths.root / "chapters" / page
    path.parent.mkdir(exist_ok=True)
    path.write_text("# Page\n\n```{data-table} lacunes\n```\n", "utf-8")
    assert len(unused(paths)) == 2


def test_a_chart_shows_its_rows(tmp_path: Path) -> None:
    paths = add_chapter(
        "```{data-chart} lexique\n:type: bar\n:y: surface_m2\n"
        ":alt: Une barre par lieu, selon sa surface\n```",
        tmp_path,
    )
    for folder, ending in (("tables", "csv"), ("schema", "json")):
        text = (paths.data / folder / f"bibliotheques.{ending}").read_text("utf-8")
        (paths.data / folder / f"lexique.{ending}").write_text(
            text.replace('"bibliotheques"', '"lexique"'), "utf-8"
        )
    assert unused(paths) == []


@pytest.mark.parametrize(
    ("table", "row", "role"),
    [
        ("constats", "constat-05,,Seul.,etude,primaire,", "finding"),
        (
            "variantes",
            "variante-03,Seule,Seule.,non tranché,etude,primaire,",
            "variant",
        ),
    ],
)
def test_a_finding_and_a_variant_are_marked_in_a_chapter(
    table: str, row: str, role: str, tmp_path: Path
) -> None:
    name = row.partition(",")[0]
    paths = copy_edition(tmp_path)
    with paths.table(table).open("a", encoding="utf-8") as rows:
        rows.write(row + "\n")
    assert unused(paths) == [name]
    annex = paths.root / ANNEX
    text = annex.read_text("utf-8")
    annex.write_text(
        f"{text}\n```{{data-table}} {table}\n```\n{{{role}}}`{name}`\n", "utf-8"
    )
    assert unused(paths) == [name]
    chapter = paths.root / "chapters/strategies.md"
    text = chapter.read_text("utf-8")
    chapter.write_text(f"{text}Ici {{{role}}}`{name}`.\n", "utf-8")
    assert unused(paths) == []
