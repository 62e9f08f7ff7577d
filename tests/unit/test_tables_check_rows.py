"""Percentages, sums, and rows that agree with one another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from edition.paths import EditionPaths
from support.check_tables import check, codes
from support.small_tables import column, small_edition, write_table


@pytest.fixture
def paths(tmp_path: Path) -> EditionPaths:
    return small_edition(tmp_path / "x")


def test_an_enumeration_may_hold_a_word_for_nothing(paths: EditionPaths) -> None:
    field = column("genre", enum=["aucun", "-"])
    write_table(paths, "essai", "id,genre\na,-\n", field)
    assert check(paths) == []


def test_percentages_of_a_column_and_of_a_row_are_held(paths: EditionPaths) -> None:
    units = {"fields": "unite", "reference": {"resource": "unites", "fields": "id"}}
    write_table(paths, "unites", "id\npour-cent\nmetre\n")
    rows = "id,part,nombre,unite\na,120,120,metre\nb,20,120,pour-cent\n"
    fields = (
        column("part", "number", unit="pour-cent"),
        column("nombre", "number"),
        column("unite"),
    )
    write_table(paths, "essai", rows, *fields, foreignKeys=[units])
    assert [issue.message for issue in check(paths)] == [
        "(id a) part « 120 » en pour cent",
        "(id b) nombre « 120 » en pour cent",
    ]


def summed(paths: EditionPaths, rows: str, **promise: object) -> list[str]:
    sums = [{"label": "parts", **promise}]
    rows = re.sub(r"^(\w+)(.*)$", r"\1\2,rang \1", rows, flags=re.MULTILINE)
    fields = (
        column("part", "number", empty=True),
        column("autre", "number", empty=True),
        column("tout", "number", empty=True),
        column("lieu", empty=True),
        column("rang"),
    )
    write_table(
        paths,
        "essai",
        f"id,part,autre,tout,lieu,rang\n{rows}",
        *fields,
        **{"edition:sums": sums},
    )
    return [str(issue).partition(": ")[2] for issue in check(paths)]


def test_parts_within_the_tolerance_make_a_whole(paths: EditionPaths) -> None:
    rows = "a,33.3,,,\nb,33.3,,,\nc,33.3,,,\n"
    promise = {"column": "part", "total": 100}
    assert summed(paths, rows, **promise, tolerance=0.1) == []
    (said,) = summed(paths, rows, **promise)
    assert "(id a) parts : la somme de part fait 99.9 ; attendu : 100." in said


def test_tenths_add_up_exactly(paths: EditionPaths) -> None:
    rows = "".join(f"r{n},0.1,,,\n" for n in range(10))
    assert summed(paths, rows, column="part", total=1) == []


def test_the_total_may_stand_in_a_row(paths: EditionPaths) -> None:
    rows = "a,1,,,\nb,2,,,\nensemble,4,,,\n"
    (said,) = summed(paths, rows, column="part", total="ensemble")
    assert "la somme de part fait 3 ; attendu : 4." in said


def test_parts_add_up_across_columns(paths: EditionPaths) -> None:
    rows = "a,1,2,3,\nb,1,2,4,\nc,1,non vu,4,\nd,1,2,,\n"
    (said,) = summed(paths, rows, columns=["part", "autre"], total="tout")
    assert "(id b) parts : part + autre font 3 ; attendu : 4." in said


def test_a_sum_with_a_part_unseen_is_not_judged(paths: EditionPaths) -> None:
    rows = "a,50,,,\nb,non vu,,,\n"
    assert summed(paths, rows, column="part", total=100) == []


def test_groups_are_summed_apart(paths: EditionPaths) -> None:
    rows = "a,50,,,brest\nb,50,,,brest\nc,60,,,metz\n"
    (said,) = summed(paths, rows, column="part", by=["lieu"], total=100)
    assert "parts (metz) : la somme de part fait 60" in said


def test_a_sum_that_nothing_could_prove_wrong_is_told(paths: EditionPaths) -> None:
    rows = "a,50,,,brest\n"
    where = {"lieu": "brets"}
    (said,) = summed(paths, rows, column="part", where=where, total=100)
    assert "aucune ligne ne répond à « where »" in said
    (said,) = summed(paths, rows, column="part", total="ensemble")
    assert "la ligne « ensemble » du total n'existe pas" in said


def test_columns_that_together_name_a_row_do_so_once(paths: EditionPaths) -> None:
    rows = "id,x,y\na,1,2\nb,2,1\nc,1,2\n"
    fields = (column("x"), column("y"))
    write_table(paths, "essai", rows, *fields, uniqueKeys=[["x", "y"]])
    found = [issue for issue in check(paths) if issue.code == "table-value-unique"]
    assert [issue.message for issue in found] == [
        "(id c) x, y « 1, 2 » déjà donné ligne 2"
    ]


def test_rows_that_differ_only_by_their_ids_are_told(paths: EditionPaths) -> None:
    rows = "id,id_dossier,x,y\na,A1,1,1\nb,A2,1,1\nc,A3,1,2\n"
    fields = (column("id_dossier"), column("x"), column("y"))
    write_table(paths, "essai", rows, *fields)
    (issue,) = check(paths)
    assert issue.message == "(id b) ligne semblable à la ligne 2 (id a), sauf l'id"


def test_latitudes_lie_on_the_globe(paths: EditionPaths) -> None:
    rows = "id,lat,lon\na,48.4,-4.5\nb,91,181\n"
    fields = (
        column("lat", "number", format="latitude"),
        column("lon", "number", format="longitude"),
    )
    write_table(paths, "essai", rows, *fields)
    assert codes(check(paths)) == ["table-value-range"] * 2
