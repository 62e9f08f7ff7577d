"""Filters: the small language, what it finds, and what it says of faults."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.issues import IssueCode, Place
from edition.paths import EditionPaths
from edition.tables import Table, load_table
from edition.tables.filter import FilterError, parse_filter

ROOT = Path(__file__).resolve().parent.parent / "roots" / "test-tables"


@pytest.fixture(scope="module")
def table() -> Table:
    return load_table(EditionPaths(ROOT), "lieux")


def found(text: str, table: Table) -> list[str]:
    mask = parse_filter(text).mask(table)
    return mask.index[mask].tolist()


def fault(text: str, table: Table | None = None) -> FilterError:
    if table is None:
        with pytest.raises(FilterError) as caught:
            parse_filter(text)
    else:
        expression = parse_filter(text)
        with pytest.raises(FilterError) as caught:
            expression.mask(table)
    return caught.value


# -- what it finds ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('ville = "Brest"', "capucins ecole"),
        ('ville != "Brest"', "oeuvre zone eau attaque"),
        ("surface >= 955", "capucins ecole zone"),
        ("surface > 955", "capucins zone"),
        ("surface < 0", "eau"),
        ("surface <= -12.5", "eau"),
        ("surface = 955.0", "ecole"),
        ("surface = -12.5", "eau"),
        ("annee >= 2011", "capucins zone"),
        ("ouvert = true", "capucins ecole zone attaque"),
        ('ouvert = "false"', "oeuvre eau"),
        ('ville in ("Metz", "Arles")', "oeuvre zone eau attaque"),
        ('ville not in ("Metz", "Arles")', "capucins ecole"),
        ("surface in (955, 208)", "ecole attaque"),
        ('nom contains "ecole"', "ecole"),
        ('nom contains "OEUVRE"', "oeuvre"),
        ('nom contains "l\'eau"', "eau"),
        ('ville = "Metz" or ville = "Arles" and ouvert = true', "zone eau attaque"),
        ('(ville = "Metz" or ville = "Arles") and ouvert = true', "zone attaque"),
        ("not ouvert = true", "oeuvre eau"),
        ("not not ouvert = true", "capucins ecole zone attaque"),
        ('not (ville = "Metz" or ville = "Brest")', "oeuvre zone"),
    ],
)
def test_rows_are_found(table: Table, text: str, rows: str) -> None:
    assert found(text, table) == rows.split()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('date >= "2011"', "capucins zone"),
        ('date > "2011"', "capucins"),
        ('date < "2011"', "ecole oeuvre eau"),
        ('date <= "2011"', "ecole oeuvre zone eau"),
        ('date <= "1999"', "oeuvre"),
        ('date < "1999"', ""),
        ('date >= "1995"', "capucins ecole oeuvre zone"),
        ('date = "2009~"', "ecole"),
        ("date >= 2017", "capucins"),
        ('date > "2017-01-06"', "capucins"),
        ('date > "2017-01-07"', ""),
    ],
)
def test_dates_are_compared_by_time_a_period_as_a_whole(
    table: Table, text: str, rows: str
) -> None:
    assert found(text, table) == rows.split()


@pytest.mark.parametrize("order", ["<", "<=", ">", ">="])
@pytest.mark.parametrize(
    ("column", "value", "unseen"),
    [("surface", "0", "oeuvre"), ("heures", "0", "eau"), ("date", '"2011"', "attaque")],
)
def test_what_was_not_seen_is_in_no_order(
    table: Table, order: str, column: str, value: str, unseen: str
) -> None:
    assert unseen not in found(f"{column} {order} {value}", table)


def test_what_was_not_seen_and_what_makes_no_sense_can_be_asked_for(
    table: Table,
) -> None:
    assert found('surface = "non vu"', table) == ["oeuvre"]
    assert found('date = "non vu"', table) == ["attaque"]
    assert found('adresse = ""', table) == ["ecole", "oeuvre", "zone", "eau", "attaque"]
    assert found('surface in (955, "non vu")', table) == ["ecole", "oeuvre"]
    assert "oeuvre" not in found('surface != "non vu"', table)


def test_contains_does_not_look_into_missing_cells(table: Table) -> None:
    assert found('note contains ""', table) == ["oeuvre", "attaque"]


def test_a_quote_is_doubled_inside_a_text(table: Table) -> None:
    assert parse_filter('nom = "dit ""le"" lieu"').comparisons[0].values[0].text == (
        'dit "le" lieu'
    )


def test_columns_are_named_once_in_the_order_written() -> None:
    text = 'b = 1 and (a = 2 or not b in (3, 4)) and c contains "x"'
    assert parse_filter(text).columns == ("b", "a", "c")


# -- what it says ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "offset", "message", "expected"),
    [
        ("", 0, "expression inachevée", "le nom d'une colonne"),
        ("ville", 5, "expression inachevée", "=, !="),
        ('ville == "x"', 7, "« = » inattendu", "un texte entre guillemets"),
        ("ville = Brest", 8, "« Brest » inattendu", "un texte entre guillemets"),
        ("ville = 'Brest'", 8, "signe « ' » inattendu", 'entre " et "'),
        ("ville = « Brest »", 8, "guillemet français", 'entre " et "'),
        ('ville = "Brest', 8, "guillemets jamais refermés", 'un second "'),
        ('(ville = "x"', 12, "expression inachevée", "« ) »"),
        ('ville = "x")', 11, "« ) » inattendu", "la fin du filtre"),
        ('ville = "x" nom = "y"', 12, "« nom » inattendu", "and, or"),
        ("date > 2013-02", 11, "« - » inattendu", "and, or"),
        ("ville in ()", 10, "« ) » inattendu", "un texte entre guillemets"),
        ('ville in ("x" "y")', 14, "« y » inattendu", "« , » ou « ) »"),
        ("surface = 12,5", 12, "« , » inattendu", "and, or"),
        ("surface = 12a", 10, "nombre « 12a » illisible", ""),
        ("ville # 3", 6, "signe « # » inattendu", ""),
        ("and = 1", 0, "« and » inattendu", "le nom d'une colonne"),
        ("__class__ = 1", 0, "signe « _ » inattendu", ""),
        ("ville.nom = 1", 5, "« . » inattendu", "=, !="),
        ("ville.__class__ = 1", 6, "signe « _ » inattendu", ""),
    ],
)
def test_a_fault_of_form_says_where_and_what_was_expected(
    text: str, offset: int, message: str, expected: str
) -> None:
    error = fault(text)
    assert error.message == message
    assert expected in error.expected
    assert error.offset == offset


@pytest.mark.parametrize(
    ("text", "at", "message", "expected", "hint"),
    [
        (
            'vile = "x"',
            "vile",
            "colonne « vile » inconnue",
            "id, nom, ville",
            "« ville »",
        ),
        (
            'ville = "x" or sufrace > 1',
            "sufrace",
            "« sufrace » inconnue",
            "id, nom",
            "« surface »",
        ),
        ('ville < "M"', "<", "un texte", "=, !=, in, contains", ""),
        ("surface contains 3", "contains", "n'en est pas un", "=, !=, in, <", ""),
        ('ouvert contains "tr"', "contains", "n'en est pas un", "=, !=, in", ""),
        (
            'surface = "grande"',
            '"grande"',
            "« grande » n'est pas un nombre",
            '"non vu"',
            "",
        ),
        ('surface > "non vu"', '"non vu"', "« non vu » n'est pas un nombre", "", ""),
        ('date > "hier"', '"hier"', "date « hier » illisible", "AAAA", ""),
        ('date > "2013-13"', '"2013-13"', "« 2013-13 » impossible", "AAAA", ""),
        (
            'ouvert = "oui"',
            '"oui"',
            "« oui » n'est ni vrai ni faux",
            "true ou false",
            "",
        ),
    ],
)
def test_a_fault_of_sense_says_where_and_what_was_expected(
    table: Table, text: str, at: str, message: str, expected: str, hint: str
) -> None:
    error = fault(text, table)
    assert message in error.message
    assert expected in error.expected
    assert hint in error.hint
    assert error.offset == text.index(at)


def test_a_fault_is_shown_with_a_caret_under_the_expression(table: Table) -> None:
    text = 'surface > 3 and vile = "Brest"'
    issue = fault(text, table).issue(
        IssueCode.VIEW_FILTER, Place("chapters/un.md", 7), text
    )
    assert str(issue).splitlines() == [
        (
            "chapters/un.md:7: filtre : colonne « vile » inconnue ; attendu : id, nom, "
            "ville, surface, heures, ouvert, date et 7 autres. Conseil : vouliez-vous "
            "« ville » ? [edition.view-filter]"
        ),
        '    surface > 3 and vile = "Brest"',
        "                    ^",
    ]


def test_a_date_without_quotes_gets_a_hint() -> None:
    assert fault("date > 2013-02").hint == "les dates se mettent entre guillemets"


def test_deep_and_long_expressions_are_refused() -> None:
    assert "parenthèses" in fault("(" * 100 + "a = 1" + ")" * 100).message
    assert "3000 signes" in fault("a" * 3000).message


@given(st.text(alphabet='ab"()=<>!,. -+*/:19éœ«\n\t', max_size=60))
def test_any_text_is_understood_or_refused_at_a_place_inside_it(text: str) -> None:
    offset = 0
    try:
        parse_filter(text)
    except FilterError as error:
        offset = error.offset
    assert 0 <= offset <= len(text)
