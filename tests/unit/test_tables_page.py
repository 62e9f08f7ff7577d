"""The page of a table: its dictionary, its rows and its files."""

from __future__ import annotations

import csv
import io
import itertools
import json
from pathlib import Path

from edition.tables.dictionary import read_dictionary
from edition.tables.export import table_json, view_csv
from edition.tables.page import build_page
from edition.tables.source import TableSource
from edition.tables.view import TableView
from support.show_views import PATHS, at, view
from support.small_tables import column, small_edition, write_table


def ids(shown: TableView) -> list[str]:
    return [row.id for row in shown.rows]


def texts(shown: TableView, name: str) -> list[str]:
    at_column = [column.name for column in shown.columns].index(name)
    return [row.cells[at_column].text for row in shown.rows]


def test_the_page_of_a_table_shows_every_column_with_the_id_as_heading() -> None:
    page = build_page("lieux", TableSource(PATHS), at=at)
    assert page.view.columns[page.view.header].name == "id"
    assert len(page.view.columns) == 14
    assert page.view.shown == page.view.total == 6
    assert not page.view.cut
    assert page.doubts == ("Deux surfaces sont douteuses.",)
    assert page.notice
    assert page.contributors[0].title == "La rédaction"


def test_the_dictionary_says_what_each_column_may_hold() -> None:
    source = TableSource(PATHS)
    entries = {e.name: e for e in read_dictionary(source.table("lieux").schema, source)}
    assert entries["id"].limits[0] == "nomme la ligne pour toujours"
    assert (entries["surface"].kind, entries["surface"].unit) == ("nombre", "m²")
    assert entries["surface"].missing == ("« non vu »",)
    assert entries["date"].kind == "date ou période (EDTF)"
    assert entries["source"].target == "sources"
    assert entries["note"].missing == ("« non vu »", "vide (sans objet)")
    assert entries["nom"].limits == ("toujours présente",)
    assert entries["nom"].missing == ()


def test_the_dictionary_says_limits_in_french(tmp_path: Path) -> None:
    paths = small_edition(tmp_path)
    write_table(
        paths,
        "releves",
        "id,part,genre,code\na,3,x,AB\n",
        column("part", "number", minimum=0, maximum=1234.5),
        column("genre", enum=["x", "y"], unique=True),
        column("code", pattern="[A-Z]+", minLength=2),
    )
    source = TableSource(paths)
    entries = {
        e.name: e for e in read_dictionary(source.table("releves").schema, source)
    }
    assert entries["part"].limits == ("de 0 à 1\u202f234,5",)
    assert entries["genre"].limits == ("sans doublon", "parmi : « x », « y »")
    assert entries["code"].limits == ("au moins 2 signes",)
    assert entries["code"].pattern == "[A-Z]+"


def test_the_csv_of_a_view_has_names_as_shown_and_numbers_as_they_are() -> None:
    text = view_csv(
        view(columns="nom, surface, date, source, niveau, note", sort="nom")
    )
    assert text.startswith("\ufeffid,Nom,")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert rows[0] == [
        "id",
        "Nom",
        "Surface (m²)",
        "Ouverture au public",
        "Source",
        "Niveau de preuve",
        "Note",
    ]
    found = {row[0]: row for row in rows[1:]}
    assert found["oeuvre"][2:5] == ["non vu", "1995/1999", "Rapport 2014"]
    assert found["capucins"][2] == "9700"
    assert found["zone"][5] == "titre seul"
    assert found["zone"][6] == ""
    assert "\r" not in text


def test_the_csv_of_a_whole_table_does_not_repeat_the_id() -> None:
    text = view_csv(view(columns="id, nom"))
    assert text.splitlines()[0] == "\ufeffIdentifiant,Nom"


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_csv_of_a_grouped_view_keeps_the_groups_as_a_column() -> None:
    grouped = rows_of(view_csv(view(columns="nom", group="niveau", sort="nom")))
    assert grouped[0] == ["id", "Niveau de preuve", "Nom"]
    plain = rows_of(view_csv(view(columns="niveau, nom", sort="nom")))
    assert sorted(grouped[1:]) == sorted(plain[1:])
    # In the order of the page: each group in one piece.
    runs = [level for level, _ in itertools.groupby(row[1] for row in grouped[1:])]
    assert len(runs) == len(set(runs)) > 1


def test_a_group_that_is_also_a_column_stands_once() -> None:
    text = view_csv(view(columns="nom, niveau", group="niveau"))
    assert rows_of(text)[0] == ["id", "Nom", "Niveau de preuve"]


def test_the_json_of_a_table_keeps_types_and_says_what_was_not_seen() -> None:
    source = TableSource(PATHS)
    table = json.loads(table_json(source.table("lieux"), source.resource("lieux")))
    rows = {row["id"]: row for row in table["rows"]}
    assert list(rows["capucins"]) == list(source.table("lieux").schema.columns)
    assert rows["capucins"]["surface"] == 9700
    assert rows["eau"]["surface"] == -12.5
    assert rows["oeuvre"]["surface"] == "non vu"
    assert rows["ecole"]["adresse"] is None
    assert rows["ecole"]["ouvert"] is True
    assert table["title"] == "Lieux"
    assert table["licenses"][0]["name"] == "CC-BY-4.0"
    assert table["fields"][3] == {
        "name": "surface",
        "title": "Surface",
        "type": "number",
        "unit": "metre-carre",
    }
