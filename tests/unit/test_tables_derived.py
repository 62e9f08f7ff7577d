"""Formulas of computed values: exact, ours, and clear about what is wrong."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.issues import IssueError, Place
from edition.paths import EditionPaths
from edition.tables.derived import derived_number
from edition.tables.expression import ExpressionError
from edition.tables.formula import parse_formula
from edition.tables.formula_value import formula_value, plain_number
from edition.tables.source import TableSource

PATHS = EditionPaths(Path(__file__).resolve().parent.parent / "roots" / "test-tables")


def value(text: str) -> str | None:
    return plain_number(formula_value(parse_formula(text), TableSource(PATHS)))


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("count(lieux)", "6"),
        ('count(lieux where ville = "Brest")', "2"),
        ("count(lieux.surface)", "5"),
        ("distinct(lieux.ville)", "3"),
        ("sum(lieux.surface)", "12463.5"),
        ('sum(lieux.surface where ville = "Nulle part")', "0"),
        ("min(lieux.surface)", "-12.5"),
        ("max(lieux.heures)", "43.5"),
        ("median(lieux.surface)", "955"),
        ("median(lieux.surface where surface > 300)", "1613"),
        ("median(lieux.surface where surface > 0)", "1284"),
        ("mean(lieux.surface where ouvert = true)", "3119"),
        ("lieux:capucins.surface", "9700"),
        ("lieux:capucins.surface - lieux:ecole.surface * 2", "7790"),
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("10 - 3 - 2", "5"),
        ("12 / 3 / 2", "2"),
        ("-2 * -3", "6"),
        ("0.1 + 0.2", "0.3"),
        ("round(2.5)", "3"),
        ("round(-2.5)", "-3"),
        ("round(1 / 3, 2)", "0.33"),
        ("100 * count(lieux where ouvert = true) / count(lieux)", None),
        ("1 / 8", "0.125"),
    ],
)
def test_formulas_are_worked_out_exactly(formula: str, result: str | None) -> None:
    assert value(formula) == result


def test_a_formula_knows_the_tables_it_looks_at() -> None:
    formula = parse_formula("round(count(b) / (count(a) + c:x.y), 1)")
    assert formula.tables == ("a", "b", "c")


@pytest.mark.parametrize(
    ("formula", "at", "message", "hint"),
    [
        ("", "", "expression inachevée", ""),
        ("1 +", None, "expression inachevée", ""),
        ("cout(lieux)", "cout", "fonction « cout » inconnue", "« count »"),
        ("count(lieu)", "lieu)", "tableau « lieu » inconnu", "« lieux »"),
        ("sum(lieux)", ")", "« ) » inattendu", ""),
        (
            "sum(lieux.sufrace)",
            "sufrace",
            "colonne « sufrace » inconnue",
            "« surface »",
        ),
        ("sum(lieux.nom)", "nom", "pas faite de nombres", ""),
        (
            'count(lieux where vile = "x")',
            "vile",
            "colonne « vile » inconnue",
            "« ville »",
        ),
        (
            'min(lieux.surface where ville = "x")',
            "lieux",
            "ne trouve aucune valeur",
            "",
        ),
        (
            "lieux:capucin.surface",
            "lieux",
            "ligne « capucin » inconnue",
            "« capucins »",
        ),
        ("lieux:oeuvre.surface", "lieux", "« non vu » n'est pas un nombre", ""),
        ("1 / (2 - 2)", "/", "division par zéro", ""),
        ("count(derives)", "derives", "ne peut pas lire le tableau « derives »", ""),
        ("round(1, 9)", "9", "« 9 » inattendu", ""),
        ("surface", "surface", "« surface » inattendu", ""),
        ("__import__('os')", "_", "signe « _ » inattendu", ""),
        ("lieux.__class__", "_", "signe « _ » inattendu", ""),
        ("(" * 99, None, "parenthèses", ""),
        ("-" * 99 + "1", None, "parenthèses", ""),
    ],
)
def test_a_fault_says_where_and_offers_the_nearest(
    formula: str, at: str | None, message: str, hint: str
) -> None:
    with pytest.raises(ExpressionError) as caught:
        value(formula)
    assert message in caught.value.message
    assert hint in caught.value.hint
    if at is not None:
        assert caught.value.offset == formula.index(at)


def test_a_row_is_rounded_to_its_decimals() -> None:
    place = Place("data/tables/derives.csv", 3)
    source = TableSource(PATHS)
    cells = {"id": "a", "formule": "100 / 3", "decimales": "1"}
    assert derived_number(cells, source, place=place) == "33.3"
    assert derived_number(cells | {"formule": "7"}, source, place=place) == "7"


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (
            {"formule": "100 / 3", "decimales": "non vu"},
            (
                "data/tables/derives.csv:3: (id a) la formule donne un nombre sans fin. "
                "Conseil : fixer « decimales », ou écrire round(…, 1) dans la formule. "
                "[edition.formula]"
            ),
        ),
        (
            {"formule": "1 / 0", "decimales": "0"},
            (
                "data/tables/derives.csv:3: (id a) formule : division par zéro. "
                "[edition.formula]\n    1 / 0\n      ^"
            ),
        ),
        (
            {"formule": "1 +", "decimales": "0"},
            (
                "data/tables/derives.csv:3: (id a) formule : expression inachevée ; "
                "attendu : un nombre, « ( » ou une fonction : count, sum…. "
                "[edition.formula]\n    1 +\n       ^"
            ),
        ),
    ],
)
def test_a_faulty_row_is_told_at_its_line(cells: dict[str, str], message: str) -> None:
    place = Place("data/tables/derives.csv", 3)
    with pytest.raises(IssueError) as caught:
        derived_number({"id": "a", **cells}, TableSource(PATHS), place=place)
    assert str(caught.value) == message


@given(st.fractions(max_denominator=10**6))
def test_a_number_is_written_exactly_or_not_at_all(number: Fraction) -> None:
    written = plain_number(number)
    if written is not None:
        assert Fraction(written) == number


@given(st.text(alphabet='ab1 .,:()+-*/"=<count', max_size=40))
def test_any_text_is_understood_or_refused_at_a_place_inside_it(text: str) -> None:
    offset = 0
    try:
        parse_formula(text)
    except ExpressionError as error:
        offset = error.offset
    assert 0 <= offset <= len(text)
