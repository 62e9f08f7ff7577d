"""Checking tables: what the folders of ``tests/issues/`` do not show.

Each message has its folder there; here stand limits, floods, exceptions, the day of the
check, and cells that look faulty and are not.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.issues import IssueCode
from edition.paths import EditionPaths
from edition.tables.check import check_tables
from support.check_tables import TODAY, check, codes
from support.small_tables import column, small_edition, write_table


@pytest.fixture
def paths(tmp_path: Path) -> EditionPaths:
    return small_edition(tmp_path / "x")


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
