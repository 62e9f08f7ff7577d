"""The options of ``data-chart``: what is read, what is refused, and how it is said."""

from __future__ import annotations

import pytest

from edition.charts import ChartType, read_spec
from edition.issues import IssueError, Place

ALT = "Barres : une médiathèque domine les autres."
LINES = ("", "type", "alt", "x", "y", "label", "bins", "filter", "limit")


def at(option: str) -> Place:
    return Place("page.md", 10 + LINES.index(option) if option in LINES else 99)


def faults(**options: str) -> list[str]:
    given = {"type": "bar", "y": "surface", "alt": ALT, **options}
    wanted = {name: text for name, text in given.items() if text != "-"}
    with pytest.raises(IssueError) as caught:
        read_spec("lieux", wanted, at=at)
    return [str(issue) for issue in caught.value.issues]


def test_a_whole_chart_is_read() -> None:
    options = {
        "type": "dot",
        "x": "nom",
        "y": "surface",
        "label": "ville",
        "filter": 'ville = "Brest"',
        "sort": "-surface",
        "limit": "12",
        "highlight": "capucins, Brest",
        "alt": f" {ALT} ",
        "caption": "Une médiathèque domine.",
        "name": "f-m2q8x",
    }
    spec = read_spec("lieux", options, at=at)
    assert spec.type is ChartType.DOT
    assert (spec.x, spec.y, spec.label) == ("nom", "surface", "ville")
    assert spec.alt == ALT
    assert spec.highlight == ("capucins", "Brest")
    assert spec.request.table == "lieux"
    assert spec.request.limit == 12
    assert spec.request.sort[0].descending


def test_an_unknown_type_names_the_nearest() -> None:
    assert faults(type="bars") == [
        (
            "page.md:11: type de graphique « bars » inconnu ; attendu : bar, line, dot, "
            "histogram, timeline. Conseil : vouliez-vous « bar » ? [edition.chart-type]"
        )
    ]


def test_a_chart_without_type() -> None:
    assert faults(type="-")[0].startswith("page.md:10: graphique sans type ; attendu")


@pytest.mark.parametrize(
    ("alt", "said"),
    [
        ("-", "page.md:10: graphique sans texte de remplacement"),
        ("", "page.md:12: graphique sans texte de remplacement"),
        ("Barres.", "page.md:12: texte de remplacement trop court : « Barres. »"),
    ],
)
def test_whoever_cannot_see_the_chart_is_not_forgotten(alt: str, said: str) -> None:
    (message,) = faults(alt=alt)
    assert message.startswith(said)
    assert "[edition.chart-alt]" in message


def test_a_caption_is_no_alternative_text() -> None:
    (message,) = faults(alt=ALT, caption=ALT)
    assert "texte de remplacement pareil à la légende" in message


@pytest.mark.parametrize(
    ("kind", "option", "expected"),
    [
        ("bar", "bins", "x, y"),
        ("bar", "label", "x, y"),
        ("line", "bins", "x, y, label"),
        ("histogram", "label", "x, bins"),
    ],
)
def test_an_option_without_effect(kind: str, option: str, expected: str) -> None:
    message = faults(type=kind, x="date", **{option: "5"})
    said = f"option « {option} » sans effet sur un graphique « {kind} »"
    assert any(f"{said} ; attendu : {expected}" in found for found in message)


@pytest.mark.parametrize(
    ("kind", "missing"), [("bar", "y"), ("dot", "y"), ("line", "x"), ("histogram", "x")]
)
def test_an_option_that_is_needed(kind: str, missing: str) -> None:
    messages = faults(type=kind, y="-")
    assert any(f"graphique « {kind} » sans option « {missing} »" in m for m in messages)


@pytest.mark.parametrize(
    "bins",
    ["beaucoup", "1", "41", "-3", "2.5", "0", "10, 5", "0, 0, 5", "0, nan, 5", "0, 5"],
)
def test_classes_that_cannot_be(bins: str) -> None:
    messages = faults(type="histogram", x="abonnes", y="-", bins=bins)
    assert messages[0].startswith(f"page.md:16: classes « {bins} » illisibles")
    assert "[edition.chart-bins]" in messages[0]


@pytest.mark.parametrize(
    ("bins", "read"),
    [("", (0, ())), ("8", (8, ())), ("0, 250, 1000", (0, (0, 250, 1000)))],
)
def test_classes_by_number_or_by_limits(bins: str, read: object) -> None:
    options = {"type": "histogram", "x": "abonnes", "alt": ALT}
    if bins:
        options["bins"] = bins
    spec = read_spec("comptes", options, at=at)
    assert (spec.bins, spec.edges) == read


def test_an_empty_option() -> None:
    assert any("option « y » vide" in message for message in faults(y=""))


def test_faults_of_the_view_are_told_with_the_others() -> None:
    messages = faults(type="bars", limit="zéro", filter="ville =")
    assert len(messages) == 3
    assert any("limit « zéro » illisible" in message for message in messages)
