"""Cells that look faulty and are not, and the reverse; the day of the check."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from edition.paths import EditionPaths
from edition.tables.check_addresses import is_address, is_isbn
from edition.tables.check_dates import current_day
from edition.tables.date_hints import suggested_date
from edition.tables.signs import hidden_sign, is_formula, is_unseen_misspelt
from support.check_tables import check, codes
from support.small_tables import column, small_edition, write_table


@pytest.fixture
def paths(tmp_path: Path) -> EditionPaths:
    return small_edition(tmp_path / "x")


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
