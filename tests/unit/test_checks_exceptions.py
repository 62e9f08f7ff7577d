"""Exceptions: what they cover, and those that are refused or of no use."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.checks import check_data, rules, run_checks
from edition.checks.exceptions import COLUMNS, Exceptions, load_exceptions
from edition.issues import Issue, IssueCode, IssueError, Place
from edition.paths import EditionPaths
from support.issue_folders import TODAY, lay_out
from support.small_tables import small_edition

REASON = "La source l'écrit ainsi."
HEADER = ",".join(COLUMNS)


@pytest.fixture
def paths(tmp_path: Path) -> EditionPaths:
    return small_edition(tmp_path / "x")


def exceptions(paths: EditionPaths, *rows: str) -> Exceptions:
    text = "\n".join([HEADER, *rows]) + "\n"
    paths.exceptions.write_text(text, encoding="utf-8", newline="\n")
    return load_exceptions(paths)


def issue(message: str) -> Issue:
    return Issue(IssueCode.TABLE_ADDRESS, Place("a.md", 3), message)


def test_no_file_means_no_exception(paths: EditionPaths) -> None:
    found = load_exceptions(paths)
    assert found.faults() == []
    assert not found.covers(issue("adresse « x »"))


@pytest.mark.parametrize(
    "message",
    ["adresse « x y » refusée", "(id x y) adresse vide", "x y", "« a » ou « x y »"],
)
def test_an_exception_covers_what_the_message_quotes(
    message: str, paths: EditionPaths
) -> None:
    found = exceptions(paths, f"e1,table-address,a.md,x y,{REASON}")
    assert found.covers(issue(message))
    assert found.faults() == []


@pytest.mark.parametrize(
    "row",
    [
        f"e1,table-bom,a.md,x,{REASON}",
        f"e1,table-address,b.md,x,{REASON}",
        f"e1,table-address,a.md,autre,{REASON}",
    ],
)
def test_an_exception_covers_nothing_else_and_is_then_a_fault(
    row: str, paths: EditionPaths
) -> None:
    found = exceptions(paths, row)
    assert not found.covers(issue("adresse « x » refusée"))
    assert [str(fault.code) for fault in found.faults()] == ["exception-unused"]


def test_an_exception_without_reason_covers_nothing(paths: EditionPaths) -> None:
    found = exceptions(paths, "e1,table-address,a.md,x,oui")
    assert not found.covers(issue("adresse « x » refusée"))
    assert [fault.message for fault in found.faults()] == [
        "(id e1) exception sans raison"
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"id,code\n", "colonnes inattendues"),
        (b"", "colonnes inattendues"),
        (b"\0", "octet NUL"),
        (HEADER.encode() + b"\na,b\n", "ligne de 2 cellules"),
    ],
)
def test_a_malformed_file_is_a_fault(
    data: bytes, message: str, paths: EditionPaths
) -> None:
    paths.exceptions.write_bytes(data)
    faults = load_exceptions(paths).faults()
    assert any(message in fault.message for fault in faults)


def test_an_exception_given_twice_is_a_fault(paths: EditionPaths) -> None:
    row = f"table-address,a.md,x,{REASON}"
    found = exceptions(paths, f"e1,{row}", f"e2,{row}")
    assert "(id e2) exception déjà donnée ligne 2" in found.faults()[0].message


def test_the_check_leaves_out_what_is_accepted(tmp_path: Path) -> None:
    paths = lay_out("table-value-enum", tmp_path / "x")
    before = run_checks(paths, today=TODAY)
    rows = [
        f"e1,table-value-enum,data/tables/releves.csv,sur,{REASON}",
        f"e2,table-value-enum,data/tables/releves.csv,metz-fans,{REASON}",
    ]
    exceptions(paths, *rows)
    assert len(before) == 2
    assert run_checks(paths, today=TODAY) == []


def test_a_build_is_not_stopped_by_what_is_accepted(tmp_path: Path) -> None:
    paths = lay_out("table-value-enum", tmp_path / "x")
    assert len(check_data(paths, today=TODAY)) == 2
    rows = [
        f"e1,table-value-enum,data/tables/releves.csv,sur,{REASON}",
        f"e2,table-value-enum,data/tables/releves.csv,metz-fans,{REASON}",
        f"e3,number-typed,index.md,deux,{REASON}",
    ]
    exceptions(paths, *rows)
    assert check_data(paths, today=TODAY) == []
    exceptions(paths, *rows, "e4,table-bom,x,y,")
    assert [str(fault.code) for fault in check_data(paths, today=TODAY)] == [
        "exception-invalid"
    ]


def test_a_rule_that_cannot_read_its_file_ends_with_messages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(paths: EditionPaths) -> list[Issue]:
        raise IssueError(issue("tableau illisible"), issue("tableau illisible"))

    monkeypatch.setattr("edition.checks.rules", lambda: {"broken": broken})
    paths = lay_out("_base", tmp_path / "x")
    found = run_checks(paths, today=TODAY)
    assert [fault.message for fault in found] == ["tableau illisible"]


def test_rules_are_found_by_being_there() -> None:
    assert "bibliography" in rules()
    assert list(rules()) == sorted(rules())
    assert "exceptions" not in rules()


def test_the_real_exceptions_are_in_order(paths: EditionPaths, root: Path) -> None:
    assert load_exceptions(EditionPaths(root)).issues == ()
