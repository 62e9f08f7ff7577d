"""From the rows of a table to the marks of a chart, on a small edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.charts import Chart, build_chart, check_marks, read_spec
from edition.issues import IssueError, Place, Severity
from edition.paths import EditionPaths
from edition.tables.source import TableSource

ROOT = Path(__file__).parents[1] / "roots" / "test-charts"
ALT = "Ce que le graphique montre à qui le voit."


def at(option: str) -> Place:
    return Place("page.md", len(option) + 1)


def build(table: str, **options: str) -> Chart:
    spec = read_spec(table, {"alt": ALT, **options}, at=at)
    return build_chart(spec, TableSource(EditionPaths(ROOT)), at=at)


def faults(table: str, **options: str) -> list[str]:
    with pytest.raises(IssueError) as caught:
        build(table, **options)
    return [str(issue) for issue in caught.value.issues]


# -- bars and dots ---------------------------------------------------------------


def test_bars_keep_the_order_that_was_asked_for() -> None:
    chart = build("lieux", type="bar", y="surface_m2", sort="-surface_m2", limit="3")
    assert [mark.row for mark in chart.marks] == ["capucins", "verlaine", "pontiffroy"]
    assert [mark.value for mark in chart.marks] == [8980, 5200, 3200]


def test_values_are_said_in_french_with_their_symbol() -> None:
    chart = build("lieux", type="bar", y="surface_m2", limit="1")
    assert chart.marks[0].said == "8\u202f980\u00a0m²"
    assert chart.measure == "Surface, en m²"


def test_a_unit_in_words_stands_in_the_first_line_alone() -> None:
    chart = build("chiffres", type="dot", y="nombre", filter='unite = "abonne"')
    assert chart.measure == "Nombre d’abonnés"
    assert chart.marks[2].said == "80"


def test_what_is_missing_is_said_and_never_zero() -> None:
    chart = build("lieux", type="bar", y="surface_m2")
    said = {mark.row: (mark.value, mark.said) for mark in chart.marks}
    assert said["quatre-moulins"] == (None, "non vu")
    assert said["bibliobus"] == (None, "sans objet")
    assert len(chart.seen) == len(chart.marks) - 2


def test_doubts_are_kept() -> None:
    chart = build("chiffres", type="dot", y="nombre", filter='unite = "abonne"')
    about, between = chart.marks[0], chart.marks[1]
    assert (about.uncertain, about.said) == (True, "plus de 2\u202f400")
    assert (between.value, between.most, between.said) == (300, 450, "300 à 450")
    level = build("lieux", type="bar", y="surface_m2", filter='niveau = "incertain"')
    assert level.marks[0].uncertain


def test_years_that_differ_are_said_with_each_label() -> None:
    chart = build("chiffres", type="dot", y="nombre", filter='unite = "abonne"')
    assert chart.marks[0].label == "Abonnés de la page 0 (2013)"
    assert chart.marks[4].label == "Abonnés de la page 4 (sans date)"


def test_one_year_is_said_once() -> None:
    chart = build("chiffres", type="bar", y="nombre", filter='date = "2015"')
    assert chart.measure == "Nombre d’abonnés, 2015"
    assert chart.marks[0].label == "Abonnés de la page 3"


def test_a_row_a_series_or_a_lane_stands_out() -> None:
    bars = build("lieux", type="bar", y="surface_m2", highlight="capucins")
    assert [mark.row for mark in bars.marks if mark.accent] == ["capucins"]
    dots = build("lieux", type="dot", y="salaries", label="ville", highlight="Metz")
    assert {mark.series for mark in dots.marks if mark.accent} == {"Metz"}


# -- lines -----------------------------------------------------------------------


def line(**options: str) -> Chart:
    options = {"filter": 'unite = "pour-cent"', "label": "plateforme", **options}
    return build("chiffres", type="line", x="date", y="nombre", **options)


def test_a_line_goes_through_time_whatever_the_order_of_the_rows() -> None:
    chart = line(sort="-date")
    assert chart.series == ("Facebook", "Twitter")
    starts = [mark.start for mark in chart.marks if mark.series == "Facebook"]
    assert starts == [2010, 2011, 2012, 2013, 2014]


def test_a_line_has_a_gap_where_nothing_was_seen() -> None:
    gap = next(mark for mark in line().marks if mark.value is None)
    assert (gap.row, gap.said) == ("twitter-2012", "non vu")


def test_a_line_of_percentages_has_its_symbol_on_the_scale() -> None:
    chart = line()
    assert chart.symbol == "\u00a0%"
    assert chart.measure == "En %"
    assert chart.dated


def test_a_point_without_date_is_left_out_and_that_is_said() -> None:
    chart = line(filter='unite = "abonne"', label="plateforme")
    assert chart.notes == ("Une valeur sans date n’est pas montrée.",)


# -- histograms ------------------------------------------------------------------


def test_classes_hold_every_value_once() -> None:
    chart = build("comptes", type="histogram", x="abonnes")
    assert sum(mark.value or 0 for mark in chart.marks) == 37
    assert chart.notes == ("3 lignes sans valeur ne sont pas comptées.",)
    widths = {mark.end - mark.start for mark in chart.marks}
    assert len(widths) == 1


def test_about_as_many_classes_as_asked_with_round_limits() -> None:
    chart = build("comptes", type="histogram", x="abonnes", bins="5")
    assert [mark.start for mark in chart.marks] == [0, 300, 600, 900, 1200]
    assert chart.marks[0].label == "de 0 à 300"


def test_unequal_classes_are_said_to_be_so() -> None:
    chart = build("comptes", type="histogram", x="abonnes", bins="0, 100, 500, 1500")
    assert chart.axis == "Abonnés (classes inégales)"
    assert len(chart.marks) == 3


def test_a_limit_belongs_to_the_class_above_it_and_the_last_to_its_own() -> None:
    # The account 0 has no follower at all.
    chart = build("comptes", type="histogram", x="abonnes", bins="-100, 0, 1477")
    assert chart.marks[0].value == 0


def test_each_year_is_a_class() -> None:
    chart = build("comptes", type="histogram", x="date_creation", highlight="2009")
    assert [mark.label for mark in chart.marks] == [str(y) for y in range(2007, 2015)]
    assert {mark.value for mark in chart.marks} == {5}
    assert [mark.label for mark in chart.marks if mark.accent] == ["2009"]


def test_values_outside_the_classes_are_a_fault() -> None:
    (message,) = faults("comptes", type="histogram", x="abonnes", bins="0, 10, 20")
    assert "valeurs hors des classes ; attendu : de 0 à" in message
    assert "[edition.chart-bins]" in message


# -- timelines -------------------------------------------------------------------


def test_a_timeline_has_lanes_and_says_what_it_leaves_out() -> None:
    chart = build("evenements", type="timeline", x="date", group="categorie")
    assert chart.series == ("Plateformes", "Étude")
    assert chart.notes == ("Une ligne sans date n’est pas montrée.",)
    assert len(chart.seen) == 7


def test_precision_and_doubts_of_dates_are_kept() -> None:
    chart = build("evenements", type="timeline", x="date")
    marks = {mark.row: mark for mark in chart.marks}
    assert marks["naissance"].start == marks["naissance"].end
    assert marks["ouverture"].end - marks["ouverture"].start == 1
    assert marks["peut-etre"].uncertain
    assert marks["avant"].open_start
    assert marks["depuis"].open_end


# -- faults ----------------------------------------------------------------------


def test_an_unknown_table_names_the_nearest() -> None:
    (message,) = faults("lieus", type="bar", y="surface_m2")
    assert message.startswith("page.md:1: tableau « lieus » inconnu")
    assert "vouliez-vous « lieux »" in message


def test_an_unknown_column_names_the_nearest() -> None:
    (message,) = faults("lieux", type="bar", y="surfaces")
    assert message.startswith("page.md:2: colonne « surfaces » inconnue")
    assert "vouliez-vous « surface_m2 »" in message
    assert "[edition.chart-column]" in message


def test_words_have_no_length() -> None:
    (message,) = faults("lieux", type="bar", y="ville")
    assert message == (
        "page.md:2: colonne « ville » d'une autre nature dans « y » ; attendu : une "
        "colonne de nombres (surface_m2, salaries). [edition.chart-column]"
    )


def test_words_are_no_dates() -> None:
    (message,) = faults("evenements", type="timeline", x="titre")
    assert "attendu : une colonne de dates (date)" in message


def test_a_table_without_the_kind_of_column() -> None:
    (message,) = faults("lieux", type="timeline", x="ville")
    assert "attendu : une colonne de dates (ce tableau n'en a pas)" in message


def test_units_do_not_share_a_scale() -> None:
    (message,) = faults("chiffres", type="dot", y="nombre")
    assert "unités mêlées sur la même échelle : « abonne », « pour-cent »" in message
    assert 'Conseil : retenir une unité par « filter » : unite = "abonne"' in message


def test_no_row_at_all() -> None:
    (message,) = faults("lieux", type="bar", y="surface_m2", filter='ville = "Brets"')
    assert "[edition.view-empty]" in message
    assert "vouliez-vous « Brest »" in message


def test_rows_without_any_value() -> None:
    (message,) = faults(
        "lieux", type="bar", y="surface_m2", filter='id = "quatre-moulins"'
    )
    assert "aucune valeur à montrer : toutes manquent" in message


def test_nothing_to_highlight() -> None:
    (message,) = faults("lieux", type="bar", y="surface_m2", highlight="capucin")
    assert "« capucin » ne désigne rien dans le graphique" in message
    assert "vouliez-vous « capucins »" in message


def test_more_series_than_can_be_told_apart() -> None:
    (message,) = faults("comptes", type="dot", y="abonnes", label="nom", limit="9")
    assert message.startswith("page.md:6: 9 séries dans le même graphique")


def test_more_bars_than_a_page_bears(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(build_chart.__globals__["MOST"], "bar", 30)
    (message,) = faults("comptes", type="bar", y="abonnes")
    assert message.startswith(
        "page.md:1: graphique de 40 marques ; attendu : au plus 30"
    )


def test_fewer_than_five_marks_are_a_sentence() -> None:
    chart = build("lieux", type="bar", y="surface_m2", limit="3")
    (issue,) = check_marks(chart, at=at)
    assert issue.severity is Severity.WARNING
    assert str(issue) == (
        "page.md:1: graphique de 3 marques ; attendu : au moins 5. Conseil : le dire en "
        "une phrase, ou par la directive « data-table ». [edition.chart-too-few]"
    )


def test_a_missing_value_is_no_mark() -> None:
    chart = build("lieux", type="bar", y="surface_m2", filter='ville = "Brest"')
    assert len(chart.marks) == 7
    assert check_marks(chart, at=at) == []
    fewer = build(
        "lieux", type="bar", y="surface_m2", filter='ville = "Brest"', limit="6"
    )
    assert len(check_marks(fewer, at=at)) == 1
