"""Views: columns, order, groups, limits, what is owed, and what a page depends on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from edition.issues import Issue, IssueCode, IssueError, Place
from edition.tables.cells import CellKind, CellTarget
from edition.tables.request import read_request
from edition.tables.request_needs import needed_tables
from edition.tables.source import TableSource
from edition.tables.view import TableView, build_view
from support.show_views import PATHS, at, view
from support.small_tables import column, small_edition, write_table


def ids(shown: TableView) -> list[str]:
    return [row.id for row in shown.rows]


def texts(shown: TableView, name: str) -> list[str]:
    at_column = [column.name for column in shown.columns].index(name)
    return [row.cells[at_column].text for row in shown.rows]


def faults(table: str = "lieux", **options: str) -> tuple[Issue, ...]:
    with pytest.raises(IssueError) as caught:
        view(table, **options)
    return caught.value.issues


# -- columns ---------------------------------------------------------------------------


def test_without_options_a_view_has_every_column_but_the_ids() -> None:
    shown = view()
    assert shown.columns[0].name == "nom"
    assert "id" not in [column.name for column in shown.columns]
    assert (shown.total, shown.found, shown.shown) == (6, 6, 6)


def test_columns_are_chosen_in_an_order_and_renamed() -> None:
    shown = view(columns='ville = Commune, surface, nom = "Nom, complet"')
    assert [(column.name, column.title) for column in shown.columns] == [
        ("ville", "Commune"),
        ("surface", "Surface"),
        ("nom", "Nom, complet"),
    ]


def test_units_stand_in_the_headings_unless_the_author_says_no() -> None:
    assert view(columns="surface, heures, ville").columns[0].unit == "m²"
    assert view(columns="surface, heures, ville").columns[1].unit == "heures"
    assert view(columns="surface, ville", units="no").columns[0].unit == ""


def test_a_column_knows_what_its_cells_are_and_its_decimals() -> None:
    shown = view(columns="nom, heures, date, adresse, niveau, source, ouvert")
    assert [str(column.kind) for column in shown.columns] == [
        "text", "number", "date", "link", "level", "text", "boolean",
    ]  # fmt: skip
    assert shown.columns[1].decimals == 2


def test_rows_are_headed_by_the_title_or_the_column_asked_for_or_the_first() -> None:
    assert view(columns="ville, nom").header == 1
    assert view(columns="ville, nom", row_header="ville").header == 0
    assert view(columns="surface, ville").header == 0


# -- rows ------------------------------------------------------------------------------


def test_rows_keep_the_order_of_the_file() -> None:
    assert ids(view()) == ["capucins", "ecole", "oeuvre", "zone", "eau", "attaque"]


@pytest.mark.parametrize(
    ("sort", "rows"),
    [
        ("nom", "attaque ecole eau capucins oeuvre zone"),
        ("surface", "eau attaque ecole zone capucins oeuvre"),
        ("-surface", "capucins zone ecole attaque eau oeuvre"),
        ("date", "oeuvre ecole eau zone capucins attaque"),
        ("-date", "capucins zone eau ecole oeuvre attaque"),
        ("ville, -surface", "zone oeuvre capucins ecole attaque eau"),
        ("niveau", "oeuvre capucins ecole attaque zone eau"),
        ("portee, nom", "oeuvre zone eau attaque ecole capucins"),
        ("source, nom", "attaque ecole capucins eau oeuvre zone"),
        ("ouvert", "oeuvre eau capucins ecole zone attaque"),
    ],
)
def test_rows_are_sorted_by_what_the_columns_mean_missing_last(
    sort: str, rows: str
) -> None:
    assert ids(view(sort=sort)) == rows.split()


def test_rows_that_agree_keep_the_order_of_the_file_up_and_down() -> None:
    assert ids(view(sort="ville"))[:2] == ["oeuvre", "zone"]
    assert ids(view(sort="-ville"))[-2:] == ["oeuvre", "zone"]


def test_rows_are_filtered_then_sorted_then_limited() -> None:
    shown = view(filter="ouvert = true", sort="-surface", limit="2")
    assert ids(shown) == ["capucins", "zone"]
    assert (shown.total, shown.found, shown.shown) == (6, 4, 2)
    assert not shown.cut


def test_a_page_that_cannot_bear_all_rows_gets_the_first() -> None:
    shown = view(most=4)
    assert (shown.found, shown.shown, shown.cut) == (6, 4, True)
    assert not view(most=6).cut
    assert not view(most=4, limit="3").cut


def test_groups_come_in_the_order_of_their_first_row() -> None:
    shown = view(group="ville", sort="-surface", columns="nom")
    assert [
        (group.title.text, len(group.rows)) for group in shown.groups if group.title
    ] == [
        ("Brest", 2),
        ("Arles", 2),
        ("Metz", 2),
    ]


def test_the_column_of_the_groups_is_not_repeated_unless_asked_for() -> None:
    assert "ville" not in [c.name for c in view(group="ville").columns]
    assert "ville" in [
        c.name for c in view(group="ville", columns="nom, ville").columns
    ]


# -- cells -----------------------------------------------------------------------------


def test_cells_are_in_french_and_missing_ones_say_so() -> None:
    assert texts(view(), "surface") == [
        "9\u202f700",
        "955",
        "non vu",
        "1\u202f613",
        "−12,5",
        "208",
    ]
    assert texts(view(), "ouvert")[:3] == ["oui", "oui", "non"]
    assert texts(view(), "doi")[0] == "–"


def test_keys_are_shown_by_the_names_of_their_rows() -> None:
    shown = view(columns="source, portee, niveau", limit="1")
    source, portee, niveau = next(shown.rows).cells
    assert (source.text, source.target) == (
        "Journal d’essai",
        CellTarget("sources", "journal"),
    )
    assert portee.text == "contexte"
    assert (niveau.kind, niveau.level, niveau.scope) == (
        CellKind.LEVEL,
        "secondaire",
        "contexte",
    )


def test_html_markdown_and_roles_in_a_cell_are_text() -> None:
    row = next(row for row in view(columns="nom, note").rows if row.id == "attaque")
    assert row.cells[0].text == "<b>Gras</b> & « fin »"
    assert row.cells[1].text.startswith("**gras** [lien](javascript:alert(1))")
    assert all(cell.href is None for cell in row.cells)


# -- what is owed ----------------------------------------------------------------------


def test_the_levels_shown_are_explained_once_in_their_order() -> None:
    keys = view(columns="nom, niveau").levels
    assert [(key.level, key.scope, key.label) for key in keys] == [
        ("primaire", "etude", "primaire"),
        ("secondaire", "contexte", "secondaire"),
        ("calcul", "contexte", "calcul"),
        ("titre", "etude", "titre seul"),
        ("incertain", "reception", "incertain"),
    ]
    assert keys[0].definition == "La source vue a produit la donnée."
    assert view(columns="nom").levels == ()


def test_the_witnesses_of_the_rows_shown_are_named() -> None:
    credits = view(columns="nom", filter='ville = "Brest"').credits
    assert [(one.label, one.target) for one in credits.sources] == [
        ("Journal d’essai", CellTarget("sources", "journal"))
    ]
    assert len(view(columns="nom").credits.sources) == 2


def test_witnesses_are_not_repeated_below_a_view_that_shows_them() -> None:
    assert view(columns="nom, source").credits.sources == ()


def test_a_table_without_witnesses_owes_to_the_sources_of_the_package() -> None:
    credits = view("niveaux").credits
    assert [(one.label, one.version) for one in credits.sources] == [
        ("Décisions de l’édition", "2026")
    ]
    assert [one.name for one in credits.licences] == ["CC-BY-4.0"]


def test_the_notice_that_a_licence_asks_for_follows_the_rows() -> None:
    assert view(columns="nom").credits.notice == "Fichier inventé – mention demandée."


# -- what it depends on ----------------------------------------------------------------


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"columns": "nom"},
        {"columns": "nom, niveau, source"},
        {"columns": "nom", "sort": "source"},
        {"columns": "nom", "sort": "niveau, portee"},
        {"columns": "nom", "group": "source"},
        {"columns": "surface, nom"},
        {"columns": "surface, nom", "units": "no"},
        {"columns": "nom", "filter": 'source = "journal"'},
    ],
)
def test_a_page_depends_on_every_table_that_its_view_takes(
    options: Mapping[str, str],
) -> None:
    request = read_request("lieux", options, at=at)
    taken = TableSource(PATHS)
    build_view(request, taken, at=at)
    needed = needed_tables(request, TableSource(PATHS))
    assert set(taken.used) <= set(needed)
    # Nor on many more: the vocabularies of levels and scopes go together.
    assert set(needed) - set(taken.used) <= {"portees", "sources", "niveaux"}


# -- what is wrong ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "code", "line", "message", "hint"),
    [
        ({"columns": "nom, vile"}, "view-column", 12, "colonne « vile » inconnue", "« ville »"),
        ({"sort": "-sufrace"}, "view-column", 14, "colonne « sufrace » inconnue", "« surface »"),
        ({"group": "vile"}, "view-column", 15, "colonne « vile » inconnue", "« ville »"),
        ({"row_header": "nim"}, "view-column", 17, "colonne « nim » inconnue", "« nom »"),
        (
            {"columns": "ville", "row_header": "nom"},
            "view-column", 17, "« nom », qui n'est pas montrée", "",
        ),
        ({"columns": "nom, nom"}, "view-option", 12, "« nom » demandée deux fois", ""),
        ({"columns": "nom,, ville"}, "view-option", 12, "colonne «  » illisible", ""),
        ({"columns": "nom ="}, "view-option", 12, "colonne « nom = » illisible", ""),
        ({"columns": "nom ville"}, "view-option", 12, "« nom ville » illisible", ""),
        ({"columns": ""}, "view-option", 12, "option « columns » vide", ""),
        ({"limit": "0"}, "view-option", 16, "limit « 0 » illisible", ""),
        ({"limit": "-3"}, "view-option", 16, "limit « -3 » illisible", ""),
        ({"limit": "deux"}, "view-option", 16, "limit « deux » illisible", ""),
        ({"limit": "9" * 50}, "view-option", 16, "illisible", ""),
        ({"sort": "nom ville"}, "view-option", 14, "tri « nom ville » illisible", ""),
        ({"units": "oui"}, "view-option", 18, "units « oui » inconnu", ""),
        ({"colums": "nom"}, "view-option", 9, "option « colums » inconnue", "« columns »"),
        ({"filter": "surface >"}, "view-filter", 13, "expression inachevée", ""),
        ({"filter": "vile = 3"}, "view-filter", 13, "colonne « vile » inconnue", "« ville »"),
        (
            {"filter": 'ville = "Brst"'},
            "view-empty", 13, "le filtre ne retient aucune ligne sur 6", "« Brest »",
        ),
    ],
)  # fmt: skip
def test_a_fault_is_told_at_the_line_of_its_option(
    options: dict[str, str], code: str, line: int, message: str, hint: str
) -> None:
    issue = faults(**options)[0]
    assert issue.code == code
    assert issue.place == Place("chapters/un.md", line)
    assert message in issue.message
    assert hint in issue.hint


def test_all_faults_of_a_view_are_told_at_once() -> None:
    assert len(faults(limit="x", units="x", colums="x")) == 3
    assert len(faults(columns="a, b", sort="c", group="d", filter="e = 1")) == 5


@pytest.mark.parametrize(
    "name",
    ["lieu", "../lieux", "/etc/passwd", "data/lieux", "lieux.csv", "", "Lieux", ".."],
)
def test_an_unknown_table_or_a_path_is_told_where_it_is_named(name: str) -> None:
    issue = faults(name)[0]
    assert issue.code is IssueCode.TABLE_UNKNOWN
    assert issue.place == Place("chapters/un.md", 9)
    assert f"tableau « {name} » inconnu" in issue.message


def test_the_nearest_table_is_named() -> None:
    assert "« lieux »" in faults("lieu")[0].hint


def test_a_table_without_rows_is_no_view(tmp_path: Path) -> None:
    paths = small_edition(tmp_path)
    write_table(paths, "vide", "id,nom\n", column("nom"))
    request = read_request("vide", {}, at=at)
    with pytest.raises(IssueError, match=r"« vide » sans aucune ligne .*|view-empty"):
        build_view(request, TableSource(paths), at=at)
