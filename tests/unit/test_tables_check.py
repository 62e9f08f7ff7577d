"""Checking tables: what the folders of ``tests/issues/`` do not show.

Each message has its folder there; here stand limits, floods, exceptions, the day of the
check, and cells that look faulty and are not.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.issues import Issue, IssueCode
from edition.paths import EditionPaths
from edition.tables.check import check_tables
from edition.tables.check_addresses import is_address, is_isbn
from edition.tables.check_dates import current_day
from edition.tables.date_hints import suggested_date
from edition.tables.signs import hidden_sign, is_formula, is_unseen_misspelt
from support.small_tables import column, small_edition, write_table

TODAY = date(2026, 6, 1)


@pytest.fixture
def paths(tmp_path: Path) -> EditionPaths:
    return small_edition(tmp_path / "x")


def check(paths: EditionPaths, *names: str) -> list[Issue]:
    return check_tables(paths, names or ("essai",), today=TODAY)


def codes(issues: list[Issue]) -> list[str]:
    return [str(issue.code) for issue in issues]


def test_a_fault_names_its_row_by_line_and_id(paths: EditionPaths) -> None:
    rows = 'id,note\na,"deux\nlignes"\nb,x\n'
    write_table(paths, "essai", rows, column("note", maxLength=1))
    (issue,) = check(paths)
    assert str(issue) == (
        "data/tables/essai.csv:2: (id a) note « deux⏎lignes » de 11 signes ; "
        "attendu : au plus 1 signes. [edition.table-value-range]"
    )


def test_all_faults_are_told_at_once_in_the_order_of_the_file(
    paths: EditionPaths,
) -> None:
    rows = "id,nombre,date\na,x,2004-13\nb,1,2030\nb,9,2000\n"
    fields = (column("nombre", "number", maximum=5), column("date", format="edtf"))
    write_table(paths, "essai", rows, *fields)
    assert codes(check(paths)) == [
        "table-value-type",
        "table-value-type",
        "table-date-future",
        "table-row-twice",
        "table-value-range",
    ]


def test_a_faulty_table_does_not_hide_the_faults_of_another(
    paths: EditionPaths,
) -> None:
    write_table(paths, "essai", 'id\n"a\n')
    write_table(paths, "autre", "id,lieu\na,\n", column("lieu"))
    paths.table("muet").write_bytes(b"\0")
    found = check(paths, "essai", "autre", "muet")
    assert codes(found) == ["table-value-empty", "table-quote", "table-file"]


def test_a_link_to_a_table_that_cannot_be_read_is_not_judged(
    paths: EditionPaths,
) -> None:
    link = {"fields": "lieu", "reference": {"resource": "lieux", "fields": "id"}}
    write_table(paths, "lieux", 'id\n"a\n')
    write_table(paths, "essai", "id,lieu\na,b\n", column("lieu"), foreignKeys=[link])
    assert check(paths) == []


def test_a_link_to_a_row_that_is_malformed_is_not_a_second_fault(
    paths: EditionPaths,
) -> None:
    link = {"fields": "lieu", "reference": {"resource": "lieux", "fields": "id"}}
    write_table(paths, "lieux", "id,nom\nbrest\n", column("nom"))
    write_table(
        paths, "essai", "id,lieu\na,brest\n", column("lieu"), foreignKeys=[link]
    )
    assert codes(check(paths, "essai", "lieux")) == ["table-ragged"]


@pytest.mark.parametrize(
    ("count", "told"), [(20, None), (21, "1 autre"), (1000, "980 autres")]
)
def test_a_flood_is_summed_up_after_twenty(
    count: int, told: str | None, paths: EditionPaths
) -> None:
    rows = "".join(f"r{n},x,{n}\n" for n in range(count))
    fields = (column("n", "integer"), column("rang"))
    write_table(paths, "essai", f"id,n,rang\n{rows}", *fields)
    found = check(paths)
    assert len(found) == 20 + bool(told)
    if told:
        assert str(found[-1]) == (
            f"data/tables/essai.csv:22: et {told} (colonne « n », même défaut). "
            "[edition.table-value-type]"
        )


def test_a_flood_of_unknown_rows_of_a_long_table_is_told_quickly(
    paths: EditionPaths,
) -> None:
    """Looking for the nearest of 50,000 ids took a minute a message."""
    link = {"fields": "lieu", "reference": {"resource": "lieux", "fields": "id"}}
    lieux = "".join(f"lieu-numero-{n}\n" for n in range(50_000))
    write_table(paths, "lieux", f"id\n{lieux}")
    rows = "".join(f"r{n},lieu-numro-{n}\n" for n in range(1000))
    write_table(paths, "essai", f"id,lieu\n{rows}", column("lieu"), foreignKeys=[link])
    found = check(paths)
    assert len(found) == 21


class Accepted:
    """A tolerance for some values of one code."""

    def __init__(self, code: IssueCode, *values: str) -> None:
        self.code, self.values, self.asked = code, set(values), 0

    def concerns(self, code: IssueCode, path: str) -> bool:
        return code == self.code and path == "data/tables/essai.csv"

    def accepts(self, code: IssueCode, path: str, values: object) -> bool:
        self.asked += 1
        return bool(self.values & set(values))  # type: ignore[call-overload]


def test_accepted_faults_are_not_counted_in_a_flood(paths: EditionPaths) -> None:
    rows = "".join(f"r{n},{'x' if n % 2 else 'y'},{n}\n" for n in range(50))
    fields = (column("n", "integer"), column("rang"))
    write_table(paths, "essai", f"id,n,rang\n{rows}", *fields)
    accepted = Accepted(IssueCode.TABLE_VALUE_TYPE, "x", "r0")
    found = check_tables(paths, ["essai"], today=TODAY, tolerance=accepted)
    assert len(found) == 21
    assert found[0].place.line == 4
    assert "et 4 autres" in found[-1].message
    assert accepted.asked == 50


def test_the_day_of_the_check_is_that_of_a_reproducible_build(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1500000000")
    assert current_day() == date(2017, 7, 14)
    for nonsense in ("", "demain", "9" * 30, "-1"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", nonsense)
        assert current_day() == date.today()


@pytest.mark.parametrize(
    ("kind", "cell", "future"),
    [
        ("date", "2026-06-01", False),
        ("date", "2026-06-02", True),
        ("year", "2026", False),
        ("year", "2027", True),
        ("edtf", "2026-06-01", False),
        ("edtf", "2026", False),
        ("edtf", "2026-07", True),
        ("edtf", "2020/2026-07", True),
        ("edtf", "../2027", True),
        ("edtf", "2020/..", False),
    ],
)
def test_a_date_is_in_the_future_when_it_cannot_have_begun(
    kind: str, cell: str, future: bool, paths: EditionPaths
) -> None:
    field = column("d", format="edtf") if kind == "edtf" else column("d", kind)
    write_table(paths, "essai", f"id,d\na,{cell}\n", field)
    assert codes(check(paths)) == (["table-date-future"] if future else [])


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("number", ["0", "-1.5", "007", "12345678901234567890"], ["1,5", "1e5", "+1"]),
        ("number", ["1.0"], ["inf", "1e400", "0x10", ".5", "1.", "1 000", "١"]),
        ("integer", ["0", "-12"], ["1.0", "1 2", "douze"]),
        ("year", ["1999"], ["99", "19999", "-500"]),
        ("date", ["2016-02-29"], ["2015-02-29", "2016-2-9", "20160229", "2016-W01-1"]),
        ("boolean", ["true", "false"], ["True", "oui", "1"]),
    ],
)
def test_types_are_read_strictly(
    kind: str, good: list[str], bad: list[str], paths: EditionPaths
) -> None:
    cells = [*good, *bad]
    rows = "".join(f'r{n},"{cell}"\n' for n, cell in enumerate(cells))
    write_table(paths, "essai", f"id,x\n{rows}", column("x", kind))
    found = [issue for issue in check(paths) if issue.code == "table-value-type"]
    assert [issue.place.line for issue in found] == [
        2 + n for n in range(len(good), len(cells))
    ]


@pytest.mark.parametrize(
    ("cell", "hint"),
    [
        ("1 819,5", "écrivez 1819.5"),
        ("1\u202f819", "écrivez 1819"),
        ("1.819", ""),
        ("beaucoup", ""),
    ],
)
def test_a_french_number_is_told_as_it_should_be_written(
    cell: str, hint: str, paths: EditionPaths
) -> None:
    write_table(paths, "essai", f'id,x\na,"{cell}"\n', column("x", "number"))
    assert [issue.hint for issue in check(paths)] == ([hint] if cell != "1.819" else [])


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("février 2009", "écrivez 2009-02"),
        ("1er mars 2016", "écrivez 2016-03-01"),
        ("19 Août 2013", "écrivez 2013-08-19"),
        ("juil. 2013", "écrivez 2013-07"),
        ("19/02/2013", "écrivez 2013-02-19"),
        ("2004-2016", "écrivez 2004/2016"),
        ("de 2004 à 2016", "écrivez 2004/2016"),
        ("vers 2009", "écrivez 2009~"),
        ("31 février 2009", ""),
        ("printemps 2016", ""),
        ("brumaire 1799", ""),
        ("2016-2004", ""),
        ("", ""),
    ],
)
def test_a_french_date_is_told_as_it_should_be_written(said: str, hint: str) -> None:
    assert suggested_date(said) == hint


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("https://exemple.org", True),
        ("http://exemple.org:8080/a?b=c#d", True),
        ("https://médiathèque.exemple.fr/é", True),
        ("https://issuu.com./x", True),
        ("https://exemple", False),
        ("https://", False),
        ("//exemple.org", False),
        ("exemple.org", False),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://exemple.org/a b", False),
        ("https://exemple.org/\u00a0", False),
        ("https://moi:secret@exemple.org", False),
        ("https://exemple.org:port/", False),
        ("https://[::1", False),
        ("https://-x.org", False),
        ('https://exemple.org/"onload=', False),
        ("java\tscript:alert(1)", False),
    ],
)
def test_an_address_opens_a_page_on_a_public_host(address: str, good: bool) -> None:
    assert is_address(address) is good


@pytest.mark.parametrize(
    ("isbn", "good"),
    [
        ("978-2-84246-231-4", True),
        ("9782842462314", True),
        ("2-84246-231-5", False),
        ("0-306-40615-2", True),
        ("0-8044-2957-X", True),
        ("978-2-84246-231-X", False),
        ("978-2-84246-231", False),
        ("978--2-84246-231-4", False),
        ("٩٧٨٢٨٤٢٤٦٢٣١٤", False),
    ],
)
def test_an_isbn_has_its_control_digit(isbn: str, good: bool) -> None:
    assert is_isbn(isbn) is good


@pytest.mark.parametrize(
    ("cell", "runs"),
    [
        ("=1+1", True),
        ("+cmd|' /C calc'!A0", True),
        ("-1+1|x", True),
        ("@SUM(A1)", True),
        ("\t=1", True),
        ("\r=1", True),
        ("-1.5", False),
        ("+25 %", False),
        ("-1 234,5", False),
        ("-1e5", False),
        ("-", False),
        ("a=b", False),
        ("", False),
    ],
)
def test_a_cell_is_a_formula_when_a_spreadsheet_would_run_it(
    cell: str, runs: bool
) -> None:
    assert is_formula(cell) is runs


@pytest.mark.parametrize(
    "cell",
    ["Non vu", "NON VU", "non\u00a0vu", "non-vu", "non vue", "nc", "N/A", "n.c."],
)
def test_other_ways_to_say_unseen_are_known(cell: str) -> None:
    assert is_unseen_misspelt(cell)


@pytest.mark.parametrize("cell", ["non vu", "", "0", "non", "Nancy", "vu", "inconnu"])
def test_a_value_is_not_taken_for_unseen(cell: str) -> None:
    assert not is_unseen_misspelt(cell)


@pytest.mark.parametrize(
    ("cell", "sign"),
    [
        ("a\u200bb", "\u200b"),
        ("a\u202eb", "\u202e"),
        ("a\ufeffb", "\ufeff"),
        ("a\x85b", "\x85"),
        ("a\u00adb", "\u00ad"),
        ("a\nb", ""),
        ("« é » à 1\u202f000\u00a0€", ""),
        ("👩\u200d🚒", ""),
    ],
)
def test_signs_that_nobody_sees_are_found(cell: str, sign: str) -> None:
    assert hidden_sign(cell) == sign


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


@given(data=st.binary(max_size=300))
def test_no_bytes_crash_the_check(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    paths = small_edition(tmp_path_factory.mktemp("x") / "x")
    link = {"fields": "lieu", "reference": {"resource": "essai", "fields": "id"}}
    write_table(
        paths,
        "essai",
        b"id,lieu,n,d,u,i\n" + data,
        column("lieu"),
        column("n", "number", minimum=0, unit="pour-cent"),
        column("d", format="edtf"),
        column("u", format="url"),
        column("i", format="isbn"),
        foreignKeys=[link],
    )
    for issue in check(paths):
        assert issue.place.path.startswith("data/")
        assert "\n" not in str(issue)


WORDS = st.text("aé \"',;=+-@0123456789/.\n\u202f\u200b\u0301", max_size=8)


@given(rows=st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=6))
def test_no_cells_crash_the_check(
    rows: list[tuple[str, str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    paths = small_edition(tmp_path_factory.mktemp("x") / "x")
    lines = ["id,n,d,u"]
    for number, cells in enumerate(rows):
        quoted = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
        lines.append(f"r{number},{quoted}")
    fields = (
        column("n", "number", maximum=3, empty=True),
        column("d", format="edtf", empty=True),
        column("u", format="url", empty=True),
    )
    write_table(paths, "essai", "\n".join(lines) + "\n", *fields)
    for issue in check(paths):
        assert "\n" not in str(issue)
