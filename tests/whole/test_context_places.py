"""What the editors hold true of places, comparisons and what is worked out."""

from __future__ import annotations

import re
from collections import Counter

import pandas as pd
import pytest

from edition.paths import EditionPaths
from edition.tables.values import resolve_value
from support.frames import ROOT, UNSEEN, numbers, table

OPEN = "Bâtiment ouvert"


# -- places -----------------------------------------------------------------------


def test_places_of_the_four_cities_are_all_there(places: pd.DataFrame) -> None:
    assert Counter(places["ville"]) == {
        "Brest": 9,
        "Metz": 8,
        "Quimperlé": 2,
        "Paris": 68,
    }
    assert (places["millesime"] == UNSEEN).all()


@pytest.mark.parametrize("column", ["surface_m2", "heures_semaine", "salaries"])
def test_a_place_never_has_zero_for_what_is_not_known(
    places: pd.DataFrame, column: str
) -> None:
    assert not (numbers(places[column]) == 0).any()


def test_what_makes_no_sense_is_empty_for_places_without_public_only(
    places: pd.DataFrame,
) -> None:
    empty = places[(places["surface_m2"] == "") | (places["heures_semaine"] == "")]
    assert set(empty.index) == {
        "brest-reseau",
        "metz-reseau",
        "quimperle-reseau-matilin",
        "paris-reserve-centrale",
    }
    assert OPEN not in set(empty["type_adresse"])


def test_departmental_library_in_metz_does_not_belong_to_the_network_of_metz(
    places: pd.DataFrame,
) -> None:
    assert places.loc["moselle-direction-lecture-publique", "etablissement"] == ""
    assert (places["etablissement"] == "metz").sum() == 7


@pytest.mark.parametrize(
    ("where", "sites", "surface"),
    [("Brest", 8, 14_546), ("Metz", 6, 11_479), ("Quimperlé", 1, 1_613)],
)
def test_open_places_of_a_city_are_those_that_the_dossier_counts(
    places: pd.DataFrame, where: str, sites: int, surface: int
) -> None:
    chosen = places[(places["ville"] == where) & (places["type_adresse"] == OPEN)]
    assert len(chosen) == sites
    assert numbers(chosen["surface_m2"]).sum() == surface


@pytest.mark.parametrize(
    ("figure", "place", "column"),
    [
        ("metz-verlaine-surface-fichier", "metz-verlaine", "surface_m2"),
        ("quimperle-surface-fichier", "quimperle-mediatheque", "surface_m2"),
        ("quimperle-heures-fichier", "quimperle-mediatheque", "heures_semaine"),
        ("louise-michel-surface-fichier", "louise-michel", "surface_m2"),
        ("louise-michel-heures-fichier", "louise-michel", "heures_semaine"),
        ("brest-habitants-fichier", "brest-capucins", "population_commune"),
        ("metz-habitants-fichier", "metz-verlaine", "population_commune"),
        ("quimperle-habitants-fichier", "quimperle-mediatheque", "population_commune"),
        ("paris-habitants-fichier", "louise-michel", "population_commune"),
    ],
)
def test_figure_counted_in_the_national_file_is_the_one_of_the_file(
    figures: pd.DataFrame, places: pd.DataFrame, figure: str, place: str, column: str
) -> None:
    assert figures.loc[figure, "nombre"] == places.loc[place, column]


# -- comparisons ------------------------------------------------------------------


def test_297_lines_of_the_british_survey_have_figures_and_22_have_none(
    accounts: pd.DataFrame,
) -> None:
    columns = ["abonnes", "abonnements", "tweets", "favoris", "date_creation"]
    seen = accounts[columns] != UNSEEN
    assert Counter(seen.sum(axis="columns")) == {len(columns): 297, 0: 22}
    assert Counter(accounts["type"]) == {"bibliothèque": 164, "autorité": 155}


def test_account_listed_twice_counts_once(accounts: pd.DataFrame) -> None:
    names = accounts["compte"].str.casefold().where(accounts["compte"] != UNSEEN)
    again = names.duplicated() & names.notna()
    assert (accounts["doublon"] == again.map({True: "true", False: "false"})).all()
    # The dossier names four; the other two differ by capitals only.
    assert set(names[again]) == {
        "poolelibraries",
        "bedslibraries",
        "herefordlibrary",
        "bracknell_lib",
        "barnetlibraries",
        "thehiveworcs",
    }
    assert ((accounts["abonnes"] != UNSEEN) & ~again).sum() == 291


def test_british_figures_of_the_dossier_are_those_of_all_lines(
    figures: pd.DataFrame, accounts: pd.DataFrame
) -> None:
    value = numbers(figures["nombre"])
    followers = numbers(accounts["abonnes"]).groupby(accounts["type"])
    assert followers.median()["autorité"] == value["uk-autorites-mediane-2016"]
    assert followers.sum()["autorité"] == value["uk-autorites-total-2016"]
    libraries = accounts[accounts["type"] == "bibliothèque"]
    libraries = libraries.drop("uk-bib-britishlibrary")
    median = numbers(libraries["abonnes"]).median()
    assert median == value["uk-bibliotheques-mediane-2016"]


def test_lists_of_2019_are_those_of_the_figures(figures: pd.DataFrame) -> None:
    lists = table("listes-twitter-uk-2019")
    value = figures["nombre"]
    public = lists.loc["liste-uk-public-libraries"]
    academic = lists.loc["liste-uk-academic-libraries"]
    assert public["comptes"] == value["uk-public-libraries-comptes-2019"]
    assert public["abonnes_mediane"] == value["uk-public-libraries-mediane-2019"]
    assert academic["abonnes_mediane"] == value["uk-academic-libraries-mediane-2019"]


def test_national_count_adds_up_to_the_figures_of_the_dossier(
    figures: pd.DataFrame,
) -> None:
    france = table("bibliotheques-france")
    count = numbers(france["nombre"])
    status, kind = (
        count.groupby(france["statut"]),
        count.groupby(france["type_adresse"]),
    )
    value = numbers(figures["nombre"])
    assert count.sum() == value["fr-fichier-lignes"] == 15_882
    assert status.sum()["Bibliothèque municipale"] == value["fr-fichier-municipales"]
    found = status.sum()["Bibliothèque intercommunale"]
    assert found == value["fr-fichier-intercommunales"]
    found = status.sum()["Bibliothèque municipale classée"]
    assert found == value["fr-fichier-classees"]
    assert kind.sum()[OPEN] == value["fr-fichier-batiments-ouverts"]


# -- worked out -------------------------------------------------------------------


def test_a_name_means_one_value_only(figures: pd.DataFrame) -> None:
    assert not set(figures.index) & set(table("derives").index)


@pytest.mark.parametrize("row", table("derives").index)
def test_formula_gives_a_number(row: str) -> None:
    assert float(resolve_value(row, EditionPaths(ROOT)).number) > 0


def test_formulas_agree_with_pandas(
    places: pd.DataFrame, accounts: pd.DataFrame
) -> None:
    is_open = places["type_adresse"] == OPEN
    surface, followers = numbers(places["surface_m2"]), numbers(accounts["abonnes"])
    once = accounts["doublon"] == "false"
    authority = accounts["type"] == "autorité"
    library = ~authority & (accounts.index != "uk-bib-britishlibrary")
    wanted = {
        "nombre-chiffres": 280,
        "nombre-chiffres-etude": 30,
        "nombre-constats": len(table("constats")),
        "nombre-temoins": len(table("sources")),
        "nombre-reperes": 59,
        "nombre-termes": 48,
        "paris-lieux-ouverts": (is_open & (places["ville"] == "Paris")).sum(),
        "paris-surface-ouverte": surface[is_open & (places["ville"] == "Paris")].sum(),
        "uk-2016-comptes-distincts": (once & followers.notna()).sum(),
        "uk-2016-mediane-autorites-distinctes": followers[authority & once].median(),
        "uk-2016-mediane-bibliotheques-distinctes": followers[library & once].median(),
        "gallica-visites-baisse-calculee": 10.9,
    }
    paths = EditionPaths(ROOT)
    found = {row: float(resolve_value(row, paths).number) for row in wanted}
    assert found == wanted


def test_every_unit_is_used_and_has_a_plural() -> None:
    units = table("unites")
    used = {*table("chiffres")["unite"], *table("derives")["unite"]}
    for path in (ROOT / "data" / "schema").glob("*.json"):
        text = path.read_text(encoding="utf-8")
        used |= set(re.findall(r'"edition:unit": "([^"]+)"', text))
    assert set(units.index) == used
    written = units["position"] != "aucune"
    assert ((units["espace"] == "insécable") == written).all()
