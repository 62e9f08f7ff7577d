"""Loading tables: exact cells, their lines, the cache, and files that are refused."""

from __future__ import annotations

import csv
import io
import math
import os
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from edition.issues import IssueError, Place
from edition.paths import EditionPaths
from edition.tables import load_table, table_names, table_schema
from edition.tables.raw import MOST_BYTES
from edition.tables.sheet import read_sheet
from support.small_tables import column, small_edition, write_table


@pytest.fixture
def paths(tmp_path: Path) -> EditionPaths:
    return small_edition(tmp_path / "édition d'essai")


def refusal(paths: EditionPaths, name: str) -> str:
    with pytest.raises(IssueError) as caught:
        load_table(paths, name)
    return str(caught.value)


def test_cells_are_the_exact_texts_of_the_file(paths: EditionPaths) -> None:
    rows = 'id,titre,nombre\nna,NA,007\nvide,,non vu\nbord," a, ""b""\nc ",1.50\n'
    write_table(paths, "lieux", rows, column("titre"), column("nombre", "number"))
    table = load_table(paths, "lieux")
    assert table.frame["titre"].tolist() == ["NA", "", ' a, "b"\nc ']
    assert table.frame["nombre"].tolist() == ["007", "non vu", "1.50"]
    assert table.frame.index.tolist() == ["na", "vide", "bord"]
    assert table.frame.index.name is None
    assert len(table) == 3
    assert "vide" in table
    assert "autre" not in table


def test_a_row_is_looked_up_by_its_id_with_its_place(paths: EditionPaths) -> None:
    rows = 'id,titre\na,"deux\nlignes"\nb,B\n'
    write_table(paths, "lieux", rows, column("titre"))
    table = load_table(paths, "lieux")
    assert table.lookup("b") == {"id": "b", "titre": "B"}
    assert table.place("a") == Place("data/tables/lieux.csv", 2)
    assert table.place("b") == Place("data/tables/lieux.csv", 4)
    with pytest.raises(KeyError):
        table.lookup("c")
    with pytest.raises(KeyError):
        table.place("c")


def test_numbers_are_missing_where_nothing_was_seen(paths: EditionPaths) -> None:
    rows = "id,nombre\na,1.5\nb,non vu\nc,\nd,-20\n"
    write_table(paths, "lieux", rows, column("nombre", "number"))
    numbers = load_table(paths, "lieux").numbers("nombre")
    assert numbers["a"] == 1.5
    assert numbers["d"] == -20
    assert math.isnan(numbers["b"])
    assert math.isnan(numbers["c"])
    assert numbers.dtype == "float64"


def test_a_table_without_rows_has_its_columns(paths: EditionPaths) -> None:
    write_table(paths, "lieux", "id,nombre\n", column("nombre", "number"))
    table = load_table(paths, "lieux")
    assert len(table) == 0
    assert table.frame.columns.tolist() == ["id", "nombre"]
    assert table.numbers("nombre").empty


def test_a_table_is_read_once_until_it_changes(paths: EditionPaths) -> None:
    write_table(paths, "lieux", "id\na\n")
    first = load_table(paths, "lieux")
    assert load_table(paths, "lieux") is first
    write_table(paths, "lieux", "id\na\nb\n")
    second = load_table(paths, "lieux")
    assert len(second) == 2
    write_table(paths, "lieux", "id\na\nb\n", title="Un autre titre")
    assert load_table(paths, "lieux").schema.title == "Un autre titre"


def test_a_change_of_the_same_size_is_noticed_by_its_time(paths: EditionPaths) -> None:
    write_table(paths, "lieux", "id\na\n")
    first = load_table(paths, "lieux")
    write_table(paths, "lieux", "id\nb\n")
    os.utime(paths.table("lieux"), ns=(1, 1))
    assert first.frame.index.tolist() == ["a"]
    assert load_table(paths, "lieux").frame.index.tolist() == ["b"]


def test_work_on_a_frame_leaves_the_shared_one_alone(paths: EditionPaths) -> None:
    write_table(paths, "lieux", "id,titre\na,A\n", column("titre"))
    table = load_table(paths, "lieux")
    mine = table.frame[["titre"]]
    mine.loc["a", "titre"] = "changé"
    assert table.frame.loc["a", "titre"] == "A"


def test_names_are_sorted_and_none_is_fine(tmp_path: Path) -> None:
    assert table_names(EditionPaths(tmp_path)) == ()
    paths = small_edition(tmp_path / "x")
    for name in ("b", "a-2", "a"):
        write_table(paths, name, "id\n")
    assert table_names(paths) == ("a", "a-2", "b")


def test_an_unknown_table_is_told_with_the_nearest(paths: EditionPaths) -> None:
    write_table(paths, "chiffres", "id\n")
    said = refusal(paths, "chifres")
    assert said == (
        "data/tables: tableau « chifres » inconnu ; attendu : chiffres. "
        "Conseil : vouliez-vous « chiffres » ? [edition.table-unknown]"
    )


@pytest.mark.parametrize(
    "name", ["../secret", "/etc/passwd", "..", "", "a/b", "a\0b", "A", "é"]
)
def test_a_name_never_leaves_the_folder_of_tables(
    name: str, paths: EditionPaths
) -> None:
    (paths.data / "secret.csv").write_text("id\n", encoding="utf-8")
    assert "[edition.table-unknown]" in refusal(paths, name)


def test_a_table_without_schema_is_refused(paths: EditionPaths) -> None:
    paths.table("lieux").write_text("id\n", encoding="utf-8")
    assert "tableau « lieux » sans schéma" in refusal(paths, "lieux")
    with pytest.raises(IssueError, match="data/schema/lieux"):
        table_schema(paths, "lieux")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "fichier vide"),
        (b"\n\n", "fichier vide"),
        (b"id;titre\na;A\n", "cellules séparées par des points-virgules"),
        (b"id\ttitre\na\tA\n", "cellules séparées par des tabulations"),
        (b"titre,id\nA,a\n", "colonne « titre » à la place n° 1"),
        (b"id,titre\na\n", "(id a) ligne de 1 cellule ; attendu : 2"),
        (b"id,titre\na,A\na,B\n", "id « a » déjà donné ligne 2"),
        (b"id,titre\n,A\n,B\n", "id «  » déjà donné ligne 2"),
        (b'id,titre\na,"A\nb,B\n', ":2: guillemet droit mal placé"),
        (b"id,titre\na,\x00\n", "octet NUL"),
        (b"id,titre\r\na,A\r\n", "2 fins de ligne de Windows"),
        (b"\xef\xbb\xbfid,titre\n", "marque d'ordre des octets"),
    ],
)
def test_a_malformed_file_is_refused(
    data: bytes, message: str, paths: EditionPaths
) -> None:
    write_table(paths, "lieux", data, column("titre"))
    assert message in refusal(paths, "lieux")


def test_a_large_file_is_refused_unread(paths: EditionPaths) -> None:
    write_table(paths, "lieux", "id\n")
    with paths.table("lieux").open("r+b") as file:
        file.truncate(MOST_BYTES + 1)
    assert "fichier de 20000001 octets ; attendu : au plus 20 Mo" in refusal(
        paths, "lieux"
    )


def test_a_folder_or_a_link_outside_is_refused(paths: EditionPaths) -> None:
    write_table(paths, "lieux", "id\n")
    paths.table("lieux").unlink()
    paths.table("lieux").mkdir()
    assert "fichier absent ou spécial" in refusal(paths, "lieux")
    paths.table("lieux").rmdir()
    secret = paths.root / "secret.csv"
    secret.write_text("id\n", encoding="utf-8")
    try:
        paths.table("lieux").symlink_to(secret)
    except OSError:
        pytest.skip("this system makes no links")
    assert "lien vers l'extérieur de data/" in refusal(paths, "lieux")


def test_a_link_to_itself_is_refused(paths: EditionPaths) -> None:
    write_table(paths, "lieux", "id\n")
    paths.table("lieux").unlink()
    try:
        paths.table("lieux").symlink_to("lieux.csv")
    except OSError:
        pytest.skip("this system makes no links")
    assert "edition.table-" in refusal(paths, "lieux")


def test_a_bad_byte_leaves_the_rest_readable() -> None:
    data = "id,ville\na,Orléans\n".encode() + b"b,Quimperl\xe9\n"
    sheet = read_sheet(data, place="x.csv")
    assert sheet.cells(1) == ["Orléans", "Quimperlé"]
    assert [str(issue.place) for issue in sheet.issues] == ["x.csv:3"]


def test_misshapen_rows_are_left_out_and_their_ids_kept() -> None:
    sheet = read_sheet(b'id,a\nb,1\n"c",1,2\n\nd,4\n', place="x.csv")
    assert sheet.cells(0) == ["b", "d"]
    assert sheet.lines.tolist() == [2, 5]
    assert sheet.left_out == ("c", "")


def test_many_misshapen_rows_are_summed_up() -> None:
    sheet = read_sheet(b"id,a\n" + b"b\n" * 1000, place="x.csv")
    assert len(sheet.issues) == 21
    assert sheet.issues[-1].message == "et 980 autres (même défaut)"


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    sheet = read_sheet(data, place="x.csv")
    assert len(sheet.lines) == len(sheet.frame)
    assert all(issue.place.path == "x.csv" for issue in sheet.issues)


SIGNS = st.sampled_from(list('ab,"\n\r;é \t\\\u2028=0'))


@given(st.lists(SIGNS, max_size=60).map("".join))
@example('""\u2028')  # a cell cut in the middle of a sign
def test_what_is_not_told_reads_as_everywhere(text: str) -> None:
    """Files of which nothing is said read the same with Python's own parser."""
    sheet = read_sheet(text.encode(), place="x.csv")
    if sheet.issues:
        return
    # A lone carriage return ends a line for Python, never for us.
    lines = io.StringIO(text.replace("\r", "¤"), newline="\n")
    expected = [row or [""] for row in csv.reader(lines, strict=True)]
    rows = [list(sheet.header), *sheet.frame.to_numpy().tolist()]
    assert [[cell.replace("\r", "¤") for cell in row] for row in rows] == expected


CELLS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=12
)


@given(st.integers(1, 4).flatmap(lambda width: st.lists(st.tuples(*[CELLS] * width))))
def test_what_is_written_reads_back(rows: list[tuple[str, ...]]) -> None:
    width = len(rows[0]) if rows else 1
    header = [f"c{number}" for number in range(width)]
    written = io.StringIO()
    # Everything quoted: an empty line would else stand for a single empty cell.
    writer = csv.writer(written, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerows([header, *rows])
    sheet = read_sheet(written.getvalue().encode(), place="x.csv")
    assert sheet.issues == ()
    assert sheet.header == tuple(header)
    assert sheet.frame.to_numpy().tolist() == [list(row) for row in rows]
    line = 2
    for found, row in zip(sheet.lines.tolist(), rows, strict=True):
        assert found == line
        line += 1 + sum(cell.count("\n") for cell in row)


def test_cells_are_texts_for_pandas_too() -> None:
    frame = read_sheet(b"id,a\nb,1\n", place="x.csv").frame
    assert all(isinstance(dtype, pd.StringDtype) for dtype in frame.dtypes)
