"""What is read again when the apparatus changes, and that builds agree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from support.small_chapter import SMALL_EDITION
from support.table_builds import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

CITING = "chapters/strategies"


@pytest.fixture
def workshop(tmp_path: Path, make_app: Callable[..., SphinxTestApp]) -> Workshop:
    return Workshop(SMALL_EDITION, tmp_path, make_app)


def text_pages(read: list[str]) -> set[str]:
    """Return the pages of the text among those read, without the pages of tables."""
    return {name for name in read if "/donnees/" not in name}


def test_nothing_is_done_when_nothing_changed(workshop: Workshop) -> None:
    assert workshop.build().said == ""
    again = workshop.build()
    assert (again.read, again.written, again.said) == ([], [], "")


@pytest.mark.parametrize(
    ("table", "old", "new", "pages"),
    [
        # Each page that marks a finding.
        (
            "constats",
            "pas de charte",
            "aucune charte",
            {CITING, "chapters/places", "chapters/summary", "chapters/annexes/lacunes"},
        ),
        ("variantes", "Erreur de presse", "Erreur", {CITING}),
        ("lecons", "Quimperlé", "Quimperlay", {CITING}),
        # The level of a citation, the name of a witness.
        (
            "sources",
            "Gazette,Un article",
            "La Gazette,Un article",
            {CITING, "chapters/places", "chapters/summary", "chapters/annexes/lacunes"},
        ),
        # Notes name the parts, sections lead to them.
        (
            "parties",
            "Brest 2004-2016",
            "Brest de 2004 à 2016",
            {CITING, "chapters/places", "chapters/summary", "chapters/annexes/lacunes"},
        ),
        ("bibliotheques", "Bellevue", "Belle vue", set()),
    ],
)
def test_a_row_that_changes_has_the_pages_that_show_it_read_again(
    workshop: Workshop, table: str, old: str, new: str, pages: set[str]
) -> None:
    workshop.build()
    workshop.edit(f"data/tables/{table}.csv", old, new)
    again = workshop.build()
    assert (text_pages(again.read), again.said) == (pages, "")
    if pages:
        assert new.partition(",")[0] in again.page(f"{CITING}.html")


def test_a_page_that_only_cites_follows_the_levels_of_the_witnesses(
    workshop: Workshop,
) -> None:
    workshop.write(
        "chapters/summary.md",
        "(sec-summary)=\n# Summary\n\n(p-smm22)=\nCited {cite:p}`gazette_2018`.\n",
    )
    assert "tiers vu, réception" in workshop.build().page("chapters/summary.html")
    workshop.edit(
        "data/tables/sources.csv",
        "gazette_2018,reception,secondaire",
        "gazette_2018,reception,titre",
    )
    again = workshop.build()
    assert "chapters/summary" in again.read
    assert "intitulé seul, réception" in again.page("chapters/summary.html")


def test_a_mark_that_is_gone_leaves_no_note(workshop: Workshop) -> None:
    workshop.build()
    workshop.edit(CITING + ".md", " {variant}`variante-01`", "")
    workshop.edit(CITING + ".md", " | le chapitre 2 « répond » au premier", "")
    workshop.edit(
        CITING + ".md",
        "Le deuxième chapitre va plus loin {finding}`constat-03`.",
        "Rien de plus.",
    )
    page = workshop.build().page(f"{CITING}.html")
    assert "note-variante-01" not in page
    assert "note-constat-03" in page
    assert "répond" not in page


def test_an_unreadable_table_stops_the_build_and_its_mending_mends_the_page(
    workshop: Workshop,
) -> None:
    sound = workshop.build().page(f"{CITING}.html")
    table = "data/tables/constats.csv"
    kept = (workshop.root / table).read_text("utf-8")
    workshop.write(table, "id,\n")
    with pytest.raises(SystemExit):
        workshop.build()
    workshop.write(table, kept)
    assert workshop.build().page(f"{CITING}.html") == sound


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("{finding}`constat-04`", "{finding}`constat-9`", "[constat-9]"),
        ("{variant}`variante-01`", "{variant}`,`", "[,]"),
        ("{study-part} chapitre-2, annexe-1", "{study-part} annexe-9", "[annexe-9]"),
    ],
)
def test_what_names_nothing_stops_the_build_or_shows_its_name(
    workshop: Workshop, old: str, new: str, shown: str
) -> None:
    workshop.edit(CITING + ".md", old, new)
    with pytest.raises(SystemExit):
        workshop.build()
    page = workshop.build(edition_check_text=False).page(f"{CITING}.html")
    assert re.search(rf'class="ed-fault"[^>]*>{re.escape(shown)}<', page)


def test_parallel_and_second_builds_give_the_same_pages(workshop: Workshop) -> None:
    pages = []
    for out, parallel in (("a", 1), ("b", 1), ("c", 2)):
        built = workshop.build(out=out, parallel=parallel)
        assert built.said == ""
        pages.append(
            {
                name: content
                for name, content in built.files().items()
                if name.endswith(".html")
            }
        )
    assert pages[0] == pages[1] == pages[2]
