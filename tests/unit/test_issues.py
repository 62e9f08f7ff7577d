"""The form of messages, hints, and the list of codes."""

from __future__ import annotations

import pytest

from edition.issues import (
    Issue,
    IssueCode,
    IssueError,
    Place,
    Severity,
    known_values,
    nearest,
    suggestion,
)


def issue(**more: str) -> Issue:
    place = Place("data/tables/x.csv", 4)
    return Issue(IssueCode.TABLE_UNKNOWN, place, "tableau « y » inconnu", **more)  # type: ignore[arg-type]


def test_a_message_has_place_fault_expectation_hint_and_code() -> None:
    said = str(issue(expected="x, z", hint="relisez le nom"))
    assert said == (
        "data/tables/x.csv:4: tableau « y » inconnu ; attendu : x, z. "
        "Conseil : relisez le nom. [edition.table-unknown]"
    )


def test_expectation_and_hint_may_be_absent() -> None:
    assert str(issue()) == (
        "data/tables/x.csv:4: tableau « y » inconnu. [edition.table-unknown]"
    )


def test_a_hint_that_asks_keeps_its_question_mark() -> None:
    said = str(issue(hint=suggestion("chifres", ["chiffres"])))
    assert said.endswith(
        "Conseil : vouliez-vous « chiffres » ? [edition.table-unknown]"
    )


def test_the_text_leaves_out_the_place() -> None:
    assert issue().text == "tableau « y » inconnu. [edition.table-unknown]"


def test_a_whole_file_has_no_line() -> None:
    assert str(Place("index.md")) == "index.md"
    assert str(Place("index.md", 1)) == "index.md:1"


def test_issues_are_ordered_by_file_then_line_then_code() -> None:
    code, other = IssueCode.TABLE_SUM, IssueCode.TABLE_BOM
    issues = [
        Issue(code, Place("b", 1), "z"),
        Issue(code, Place("a", 10), "z"),
        Issue(code, Place("a", 9), "z"),
        Issue(code, Place("a", 9), "y"),
        Issue(other, Place("a", 9), "z"),
    ]
    ordered = sorted(issues, key=lambda found: found.sort_key)
    assert ordered == [issues[4], issues[3], issues[2], issues[1], issues[0]]


def test_an_issue_is_an_error_unless_said_otherwise() -> None:
    assert issue().severity is Severity.ERROR


def test_an_error_carries_its_issues() -> None:
    error = IssueError(issue(), issue(hint="un"))
    assert len(error.issues) == 2
    assert str(error).count("\n") == 1


@pytest.mark.parametrize(
    ("count", "end"),
    [(7, "v6"), (8, "v6 et 1 autre"), (19, "v6 et 12 autres")],
)
def test_at_most_seven_known_values_are_listed(count: int, end: str) -> None:
    listed = known_values([f"v{number}" for number in range(count)])
    assert listed.startswith("v0, v1, ")
    assert listed.endswith(end)


def test_known_values_may_be_quoted() -> None:
    assert known_values(["", "non vu"], quote=True) == "«  », « non vu »"


def test_the_nearest_name_is_found_when_there_is_one() -> None:
    names = ["chiffres", "chronologie", "citations"]
    assert nearest("chifre", names) == "chiffres"
    assert nearest("zzz", names) is None
    assert suggestion("zzz", names) == ""
    assert nearest("x", []) is None


def test_the_nearest_of_very_many_names_begins_alike() -> None:
    names = [f"ligne-{number:06d}" for number in range(100_000)]
    found = nearest("ligne-04200", names)
    assert found is not None
    assert found.startswith("ligne-042")


def test_codes_are_told_apart() -> None:
    assert len({str(code) for code in IssueCode}) == len(list(IssueCode))
    assert f"{IssueCode.TABLE_UNKNOWN}" == "table-unknown"


def test_a_message_that_quotes_a_whole_file_is_cut_in_the_middle() -> None:
    place = Place("data/tables/x.csv", 4)
    found = Issue(IssueCode.TABLE_RAGGED, place, f"ligne « {'x' * 3_000_000} » de 1")
    said = str(found)
    assert len(said) < 1200
    assert "xxx […] xxx" in said
    assert said.endswith("» de 1. [edition.table-ragged]")
