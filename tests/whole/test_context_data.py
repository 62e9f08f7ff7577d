"""What the editors hold true of the figures, the places, the dates and the words.

Counts come from the dossier that the data were made from; a change here is a change
of the edition and deserves a reason.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

import pandas as pd
import pytest

from edition.tables.edtf import parse_edtf
from support.frames import TABLES, UNSEEN, numbers, table

OURS = (
    "chiffres",
    "unites",
    "derives",
    "chronologie",
    "lexique",
    "bibliotheques",
    "comptes-twitter-uk-2016",
    "listes-twitter-uk-2019",
    "bibliotheques-france",
)

# How many figures each part of the dossier has; the order of its numbers is ours.
DOSSIER = {
    "usages-rsn": 37,
    "bibliotheques-france": 33,
    "bibliotheques-rsn": 7,
    "collectivites": 5,
    "international": 31,
    "plateformes": 16,
    "site-brest": 17,
    "site-metz": 9,
    "site-quimperle": 6,
    "site-louise-michel": 5,
}
# The same measure, place, value, date and source, in both papers of the dossier.
GIVEN_TWICE = {
    "brest-habitants-2014": "C050;site-brest-02",
    "brest-communication-2012": "C051;site-brest-16",
    "brest-communication-2013": "C052;site-brest-17",
    "brest-fonctionnement-2012": "C053;site-brest-13",
    "brest-fonctionnement-2013": "C055;site-brest-14",
    "brest-fonctionnement-2014": "C057;site-brest-15",
    "paris-inscrits-avant-2011": "C074;site-louise-michel-03",
}


# -- the dossier is whole ---------------------------------------------------------


def test_each_of_the_287_figures_of_the_dossier_stands_in_exactly_one_row(
    figures: pd.DataFrame,
) -> None:
    wanted = [f"C{number:03d}" for number in [*range(1, 82), *range(101, 141)]]
    for name, count in DOSSIER.items():
        wanted += [f"{name}-{number:02d}" for number in range(1, count + 1)]
    found = [number for cell in figures["id_dossier"] for number in cell.split(";")]
    assert len(wanted) == 287
    assert Counter(found) == Counter(wanted)


def test_a_figure_given_twice_in_the_dossier_is_one_row_that_keeps_both_numbers(
    figures: pd.DataFrame,
) -> None:
    twice = figures.loc[figures["id_dossier"].str.contains(";"), "id_dossier"]
    assert twice.to_dict() == GIVEN_TWICE
    assert len(figures) == 287 - len(GIVEN_TWICE)


def test_no_two_rows_say_the_same_of_the_same_thing(figures: pd.DataFrame) -> None:
    columns = ["mesure", "lieu", "perimetre", "valeur_lue", "date_lue", "source"]
    assert not figures.duplicated(columns).any()


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("chronologie", 59),
        ("lexique", 48),
        ("bibliotheques", 87),
        ("comptes-twitter-uk-2016", 319),
        ("listes-twitter-uk-2019", 9),
        ("bibliotheques-france", 190),
    ],
)
def test_table_has_every_row_of_the_dossier(name: str, rows: int) -> None:
    assert len(table(name)) == rows


# -- how far to trust a figure ----------------------------------------------------


def test_the_figures_of_the_study_are_told_from_those_of_its_context(
    figures: pd.DataFrame,
) -> None:
    about = figures[figures["portee"] != "contexte"]
    assert set(about["id_dossier"]) == {f"C{number:03d}" for number in range(1, 32)}
    assert (about["theme"] == "Étude").all()
    # The pages of an article on the study are a fact about its reception.
    reception = about[about["portee"] == "reception"]
    assert set(reception["id_dossier"]) == {"C026"}


def test_a_figure_of_the_study_is_seen_only_in_a_witness_of_the_study(
    figures: pd.DataFrame,
) -> None:
    sources = table("sources")["portee"]
    seen = figures[(figures["portee"] == "etude") & (figures["niveau"] == "primaire")]
    assert set(sources.loc[seen["source"]]) == {"etude"}


def test_forty_figures_of_context_are_primary_in_their_own_right(
    figures: pd.DataFrame,
) -> None:
    primary = figures[figures["niveau"] == "primaire"]
    assert Counter(primary["portee"]) == {"contexte": 40, "etude": 15, "reception": 1}


def test_a_period_read_in_a_heading_alone_is_not_primary(figures: pd.DataFrame) -> None:
    headings = figures.index[figures["niveau"] == "titre"]
    assert set(headings) == {
        "brest-recit-periode",
        "metz-recit-periode",
        "quimperle-recit-periode",
        "louise-michel-recit-periode",
    }


def test_uncertain_figures_all_say_why(figures: pd.DataFrame) -> None:
    uncertain = figures[figures["niveau"] == "incertain"]
    assert len(uncertain) == 16
    assert not (uncertain["note"] == "").any()


# -- values -----------------------------------------------------------------------


def test_number_is_the_one_that_was_read(figures: pd.DataFrame) -> None:
    for row, cells in figures.iterrows():
        read = cells["valeur_lue"]
        if not cells["nombre"] or cells["nombre_max"] or cells["unite"] == "dixieme":
            continue
        said = re.search(r"\d[\d ]*(?:,\d+)?", read)
        assert said, row
        value = float(said.group().replace(" ", "").replace(",", "."))
        if "million" in read:
            value = round(value * 1_000_000)
        assert value == float(cells["nombre"]), row


def test_qualifier_is_the_word_that_was_read(figures: pd.DataFrame) -> None:
    qualified = figures[figures["qualificatif"] != ""]
    # The source leaves a doubt; the edition's own « environ » stands for it (E34).
    qualified = qualified.drop("gallica-facebook-fans-2016")
    for row, cells in qualified.iterrows():
        assert cells["valeur_lue"].startswith(cells["qualificatif"]), row


def test_only_dates_and_composed_values_have_no_number(figures: pd.DataFrame) -> None:
    without = figures[figures["nombre"] == ""]
    assert set(without.index[without["unite"] != "date"]) == {
        "brest-sites-2011",
        "metz-reseau-composition",
        "metz-reseau-composition-ancienne",
        "sillon-lorrain-limedia-reponses-2020",
    }
    assert set(without.index[without["unite"] == "date"]) == {
        "etude-mise-en-ligne-date",
        "louise-michel-ouverture-date",
    }


def test_ranges_and_periods_end_after_they_begin(figures: pd.DataFrame) -> None:
    ends = figures[figures["nombre_max"] != ""]
    assert (numbers(ends["nombre"]) < numbers(ends["nombre_max"])).all()


def test_percentages_lie_between_0_and_100(figures: pd.DataFrame) -> None:
    shares = numbers(figures.loc[figures["unite"] == "pour-cent", "nombre"])
    assert len(shares) == 87
    assert shares.between(0, 100).all()


def test_years_are_years_of_our_time(figures: pd.DataFrame) -> None:
    years = figures.loc[figures["unite"] == "annee", "nombre"]
    assert numbers(years).between(2000, dt.date.today().year).all()


@pytest.mark.parametrize(
    ("parts", "total"),
    [
        (["femmes-2013", "hommes-2013", "sexe-inconnu-2013"], 100),
        # Exactly the share of women: why these six are « incertain ».
        (
            [
                "18-24-ans-2013",
                "25-34-ans-2013",
                "35-44-ans-2013",
                "45-54-ans-2013",
                "55-34-ans-2013",
                "plus-65-ans-2013",
            ],
            58,
        ),
    ],
)
def test_shares_of_the_fans_of_brest_add_up(
    figures: pd.DataFrame, parts: list[str], total: int
) -> None:
    rows = [f"brest-facebook-{part}" for part in parts]
    assert numbers(figures.loc[rows, "nombre"]).sum() == total


def test_users_of_1997_add_up(figures: pd.DataFrame) -> None:
    value = numbers(figures["nombre"])
    users = value["fr-bm-inscrits-1997"] + value["fr-bm-non-inscrits-1997"]
    assert users == pytest.approx(value["fr-bm-frequentation-1997"])
    assert users + value["fr-bm-non-usagers-1999"] == pytest.approx(100)


# -- dates ------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["chiffres", "chronologie"])
def test_dates_are_edtf_and_none_lies_in_the_future(name: str) -> None:
    dates = table(name)["date"]
    today = dt.date.today()
    for row, date in dates[dates != UNSEEN].items():
        first = parse_edtf(date).earliest
        assert first <= (today.year, today.month, today.day), row


def test_figure_without_a_date_says_so_in_words(figures: pd.DataFrame) -> None:
    undated = figures.loc[figures["date"] == UNSEEN, "date_lue"]
    assert len(undated) == 25
    assert undated.str.startswith(
        ("non daté", "date non", "version archivée", "millésime non")
    ).all()


def test_chronology_runs_in_the_order_of_time() -> None:
    dates = [parse_edtf(date).sort_text for date in table("chronologie")["date"]]
    assert dates == sorted(dates)


def test_four_dates_of_the_chronology_are_about_the_study() -> None:
    events = table("chronologie")
    study = events[events["portee"] == "etude"]
    assert list(study["date"]) == ["2015", "2016", "2017-12-11", "2018"]
    assert (study["categorie"] == "Étude").all()


# -- words ------------------------------------------------------------------------


def test_definition_without_a_witness_is_ours_and_has_no_level() -> None:
    terms = table("lexique")
    ours = terms["origine"] == "rédaction"
    assert set(terms["terme"][ours]) == {
        "Réseau social numérique",
        "Empreinte numérique",
        "Follower",
    }
    assert ((terms["source"] == "") == ours).all()
    assert ((terms["niveau"] == "") == ours).all()


def test_terms_differ_by_more_than_capitals() -> None:
    assert table("lexique")["terme"].str.casefold().is_unique


@pytest.mark.parametrize("name", OURS)
def test_words_are_typed_for_readers(name: str) -> None:
    text = (TABLES / f"{name}.csv").read_text(encoding="utf-8")
    assert "'" not in text, "apostrophe droite"
    assert not re.search("[\u00a0\u202f\u2009]", text), "espace posée à la main"
    assert not re.search(r"«\S|\S»", text), "espace qui manque dans « »"
    assert not re.search(r"[^\W\d] ?[a-zà-ÿ][;!?](?=\s)", text), "espace devant ; ! ?"
    assert "..." not in text
