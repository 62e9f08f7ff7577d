"""Values in a sentence: digits and words, units, ranges, how far to trust them."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.issues import Issue, IssueError, Place
from edition.paths import EditionPaths
from edition.tables.quantities import Form, NoWordsError, Quantity, say_quantity
from edition.tables.source import TableSource
from edition.tables.units import Unit
from edition.tables.values import resolve_value
from support.small_tables import column, small_edition, write_table

PATHS = EditionPaths(Path(__file__).resolve().parent.parent / "roots" / "test-tables")
PLACE = Place("chapters/un.md", 4)


def said(spec: str) -> str:
    text = resolve_value(spec, PATHS).text
    return text.replace("\u202f", "_").replace("\u00a0", "~")


def fault(spec: str, paths: EditionPaths = PATHS) -> Issue:
    with pytest.raises(IssueError) as caught:
        resolve_value(spec, paths, place=PLACE)
    return caught.value.issues[0]


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ("fans-2013", "819~fans"),
        ("fans-2013|nombre", "819"),
        ("fans-2013|lettres", "huit cent dix-neuf"),
        ("fans-2013|lettres-unite", "huit cent dix-neuf~fans"),
        ("fans-2013|Lettres-unite", "Huit cent dix-neuf~fans"),
        ("duree", "environ 1~heure"),
        ("duree|nombre", "environ 1"),
        ("duree|lettres-unite", "environ une~heure"),
        ("duree|Lettres-unite", "Environ une~heure"),
        ("une|lettres-unite", "une~bibliothèque"),
        ("quatre", "plus de 4~bibliothèques"),
        ("quatre|lettres", "plus de quatre"),
        ("annee", "2016"),
        ("annee|nombre", "2016"),
        ("recit", "2004-2016"),
        ("pages", "p.~22-24"),
        ("visiteurs", "2_000 à 6_200~visiteurs"),
        ("visiteurs|lettres-unite", "deux mille à six mille deux cents~visiteurs"),
        ("grands", "2,2 millions d’abonnés"),
        ("grands|nombre", "2,2 millions"),
        ("grands|lettres-unite", "deux millions deux cent mille~abonnés"),
        ("part", "12,05~%"),
        ("reseau", "3 + 3~équipements"),
        ("ouverture", "31 mars 2011"),
        ("inconnu", "non vu"),
        ("lieux-brest", "2~bibliothèques"),
        ("lieux-brest|lettres-unite", "deux~bibliothèques"),
        ("part-capucins", "91~%"),
        ("lieux:capucins.surface", "9_700~m²"),
        ("lieux:capucins.surface|nombre", "9_700"),
        ("lieux:oeuvre.surface", "non vu"),
        ("lieux:oeuvre.heures", "8,25~heures"),
        ("lieux:oeuvre.date", "de 1995 à 1999"),
        ("lieux:zone.date", "mars~2011"),
        ("lieux:zone.nom", "Zone libre"),
        ("lieux:zone.source", "Rapport 2014"),
        ("lieux:zone.ouvert", "oui"),
        ("lieux:zone.note", "–"),
        (" fans-2013 ", "819~fans"),
    ],
)
def test_a_value_is_said_in_french(spec: str, words: str) -> None:
    assert said(spec) == words


def test_a_figure_knows_what_it_measures_and_how_far_to_trust_it() -> None:
    value = resolve_value("fans-2013", PATHS)
    assert value.measure == "Fans de la page"
    assert value.date == "19\u00a0février\u00a02013"
    assert value.scope == "Page du réseau"
    assert (value.level, value.portee) == ("secondaire", "contexte")
    assert value.source_label == "Journal d’essai"
    assert value.source is not None
    assert (value.source.table, value.source.row) == ("sources", "journal")
    assert (value.table, value.row, value.column) == ("chiffres", "fans-2013", "")
    assert (value.number, value.unit) == ("819", "fan")
    assert not value.uncertain


def test_an_uncertain_value_and_an_unseen_one_say_so() -> None:
    assert resolve_value("reseau", PATHS).uncertain
    assert resolve_value("inconnu", PATHS).missing
    assert resolve_value("lieux:oeuvre.surface", PATHS).missing
    assert not resolve_value("lieux:capucins.surface", PATHS).missing


def test_a_cell_is_named_by_its_column_and_its_row() -> None:
    value = resolve_value("lieux:capucins.surface", PATHS)
    assert value.measure == "Surface (Les Capucins)"
    assert value.source_label == "Journal d’essai"


def test_a_computed_value_names_the_tables_it_comes_from() -> None:
    value = resolve_value("part-capucins", PATHS)
    assert value.inputs == ("lieux",)
    assert value.level == "calcul"
    assert value.table == "derives"


def test_the_tables_that_a_value_takes_are_known() -> None:
    source = TableSource(PATHS)
    resolve_value("part-capucins", source)
    assert set(source.used) == {
        "derives",
        "lieux",
        "niveaux",
        "portees",
        "unites",
    }


@pytest.mark.parametrize(
    ("spec", "code", "message", "hint"),
    [
        ("fans-2012", "value-row", "valeur « fans-2012 » inconnue", "« fans-2013 »"),
        (
            "lieux:capucin.surface",
            "value-row",
            "ligne « capucin » inconnue",
            "« capucins »",
        ),
        (
            "lieux:capucins.sufrace",
            "value-column",
            "colonne « sufrace » inconnue",
            "« surface »",
        ),
        (
            "lieu:capucins.surface",
            "table-unknown",
            "tableau « lieu » inconnu",
            "« lieux »",
        ),
        ("fans-2013|letres", "value-form", "forme « letres » inconnue", "« lettres »"),
        ("fans-2013|", "value-form", "forme «  » inconnue", ""),
        (
            "part|lettres",
            "value-form",
            "« 12.05 » ne s'écrit pas en lettres",
            "|nombre",
        ),
        (
            "annee|lettres",
            "value-form",
            "« 2016 » ne s'écrit pas en lettres",
            "|nombre",
        ),
        (
            "reseau|lettres",
            "value-form",
            "« 3 + 3 » ne s'écrit pas en lettres",
            "|nombre",
        ),
        ("lieux:zone.nom|lettres", "value-form", "pas faite de nombres", "|lettres"),
        ("lieux:capucins", "value-form", "mal adressée", ""),
        ("capucins.surface", "value-form", "mal adressée", ""),
        ("../lieux:a.b", "value-form", "mal adressée", ""),
        ("", "value-form", "mal adressée", ""),
        ("a b", "value-form", "mal adressée", ""),
        ("<b>", "value-form", "mal adressée", ""),
    ],
)
def test_a_fault_is_told_where_the_value_is_named(
    spec: str, code: str, message: str, hint: str
) -> None:
    issue = fault(spec)
    assert issue.code == code
    assert issue.place == PLACE
    assert message in issue.message
    assert hint in issue.hint


def test_an_unknown_unit_is_told_in_the_table_with_the_nearest(tmp_path: Path) -> None:
    paths = small_edition(tmp_path)
    texts = [
        column(name, empty=True) for name in ("mesure", "valeur_lue", "nombre", "unite")
    ]
    write_table(
        paths, "chiffres", "id,mesure,valeur_lue,nombre,unite\na,M,3,3,fans\n", *texts
    )
    units = [
        column(name)
        for name in (
            "singulier",
            "pluriel",
            "genre",
            "symbole",
            "position",
            "espace",
            "forme",
        )
    ]
    write_table(
        paths,
        "unites",
        "id,singulier,pluriel,genre,symbole,position,espace,forme\nfan,fan,fans,masculin,,après,insécable,nombre\n",
        *units,
    )
    issue = fault("a", paths)
    assert str(issue) == (
        "data/tables/chiffres.csv:2: (id a) unité « fans » inconnue ; attendu : fan. "
        "Conseil : vouliez-vous « fan » ? [edition.value-unit]"
    )


# -- quantities ------------------------------------------------------------------------

METRE = Unit("m", "mètre", "mètres", False, "", False, True, True, "nombre")
HEURE = Unit("h", "heure", "heures", True, "", False, True, True, "nombre")


@pytest.mark.parametrize(
    ("number", "word"),
    [
        ("0", "mètre"),
        ("1", "mètre"),
        ("1.5", "mètre"),
        ("1.99", "mètre"),
        ("2", "mètres"),
        ("-3", "mètres"),
    ],
)
def test_french_puts_the_plural_from_two_on(number: str, word: str) -> None:
    text = say_quantity(Quantity(number, number=number, unit=METRE))
    assert text.endswith(f"\u00a0{word}")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("1", "plus d’une\u00a0heure"),
        ("8", "plus de huit\u00a0heures"),
        ("11", "plus de onze\u00a0heures"),
        ("2000000", "plus de deux millions d’heures"),
    ],
)
def test_the_qualifier_is_elided_before_a_vowel(number: str, words: str) -> None:
    quantity = Quantity(number, number=number, qualifier="plus de", unit=HEURE)
    assert say_quantity(quantity, Form.WORDS_UNIT) == words


def test_a_number_without_words_is_not_said_in_words() -> None:
    with pytest.raises(NoWordsError):
        say_quantity(Quantity("1.5", number="1.5"), Form.WORDS)
