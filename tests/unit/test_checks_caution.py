"""What the dossier warns against is never said of the study."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.small_chapter import add_chapter, codes

FANS = "{data-value}`brest-fans-2013`"
SURFACE = "{data-value}`bibliotheques:bellevue.surface_m2`"
SURVEY = "{data-value}`annee-enquete`"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"La page de Brest a {FANS}.", ["year-unsaid"]),
        (f"La page a {FANS} en {SURVEY}.", ["year-unsaid"]),
        (f"La page a {FANS} en {{data-value}}`annee-annuaire`.", []),
        (f"La page a {FANS} ;\nc’était en février 2013.", []),
        # Another paragraph does not say it for this one.
        (f"C’était en 2013.\n\nLa page a {FANS}.", ["year-unsaid"]),
        ("La page a {data-value}`brest-fans-2016`.", []),
        ("En {data-value}`annee-annuaire`.", []),
        # Of the study, or of no place.
        ("Le récit commence en {data-value}`recit-brest`.", []),
        ("L’étude a {data-value}`corpus`.", []),
        ("La page a {data-value}`inconnue`.", []),
    ],
)
def test_a_figure_of_a_place_bears_its_year_unless_it_is_the_surveys(
    text: str, expected: list[str], tmp_path: Path
) -> None:
    assert codes("caution", add_chapter(text, tmp_path)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"En {SURVEY}, le lieu offre {SURFACE}.", ["vintage-unsaid"]),
        (f"En 2016, le lieu offre {SURFACE}.", ["vintage-unsaid"]),
        (f"En {SURVEY}, le lieu offre {SURFACE} (millésime non vu).", []),
        (f"Millésime non vu : {SURFACE}, en {SURVEY} peut-être.", []),
        (f"En {SURVEY}, le lieu offre {SURFACE} (millésime\nnon vu).", []),
        (f"Le lieu offre {SURFACE}.", []),
        (f"L’enquête est de {SURVEY}.\n\nLe lieu offre {SURFACE}.", []),
        (f"En {SURVEY}, l’étude a {{data-value}}`corpus`.", []),
    ],
)
def test_a_surface_without_year_says_so_beside_the_survey(
    text: str, expected: list[str], tmp_path: Path
) -> None:
    assert codes("caution", add_chapter(text, tmp_path)) == expected


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (":caption: Lieux\n:columns: nom, surface_m2", ["vintage-unsaid"]),
        (":caption: Lieux (millésime non vu)\n:columns: nom, surface_m2", []),
        (":caption: Lieux (Millésime non vu)\n:columns: nom, surface_m2", []),
        # Where the column is shown, each row says it.
        (":caption: Lieux\n:columns: nom, surface_m2, millesime", []),
        (":caption: Lieux", []),
        (":caption: Lieux\n:columns: nom\n:sort: -surface_m2", []),
    ],
)
def test_a_view_of_surfaces_says_that_no_year_was_seen(
    options: str, expected: list[str], tmp_path: Path
) -> None:
    text = f"```{{data-table}} bibliotheques\n{options}\n```"
    assert codes("caution", add_chapter(text, tmp_path)) == expected


def test_a_chart_of_surfaces_says_it_too(tmp_path: Path) -> None:
    chart = "```{data-chart} bibliotheques\n:type: bar\n:x: surface_m2\n:alt: x\n```"
    assert codes("caution", add_chapter(chart, tmp_path)) == ["vintage-unsaid"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le compte est ouvert en {data-value}`recit-brest`.", ["heading-opening"]),
        ("La page Facebook naît alors {finding}`constat-02`.", ["heading-opening"]),
        ("Le récit commence en {data-value}`recit-brest`.", []),
        ("Le récit ouvre en {data-value}`recit-brest`.", []),
        ("{data-value}`recit-brest` ne date l’ouverture d’aucun compte.", []),
        # The opening is proved by something else than a heading.
        ("Le compte est ouvert en {data-value}`annee-enquete`.", []),
        ("Le compte est ouvert {finding}`constat-01`.", []),
        # Not in the same sentence: one sentence a line.
        ("Le récit part de {data-value}`recit-brest`.\nLe compte ouvre ensuite.", []),
    ],
)
def test_a_heading_never_dates_the_opening_of_an_account(
    text: str, expected: list[str], tmp_path: Path
) -> None:
    assert codes("caution", add_chapter(text, tmp_path)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le chapitre est de Martin.", ["single-signature"]),
        ("Martin et Durand signent le chapitre.", ["single-signature"]),
        ("Martin, Durand et Petit signent le chapitre.", []),
        ("Martin dirige une agence.", []),
        ("Le chapitre compte des pages.", []),
        ("Le chapitre de Martine.", []),
        ("Le chapitre est court.\nMartin est au colloque.", []),
        ("Le chapitre le dit {cite}`martin_etude_2017`.", []),
    ],
)
def test_a_chapter_is_never_given_to_some_of_its_authors(
    text: str, expected: list[str], tmp_path: Path
) -> None:
    assert codes("caution", add_chapter(text, tmp_path)) == expected


@pytest.mark.parametrize("author", ["", "non vu", "C++ (collectif)"])
def test_names_of_any_form_stop_nothing(author: str, tmp_path: Path) -> None:
    paths = add_chapter("Le chapitre est de Martin.", tmp_path)
    table = paths.table("sources")
    text = table.read_text("utf-8")
    named = '"Anne Martin, Paul Durand et Zoé Petit",début'
    assert named in text
    table.write_text(text.replace(named, f'"{author}",début'), "utf-8")
    assert codes("caution", paths) == []
