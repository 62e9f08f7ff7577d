"""Drawings: complete, reproducible, readable on a phone, free of what a page refuses."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from edition.charts import (
    NARROW,
    WIDE,
    Chart,
    ChartType,
    Size,
    build_chart,
    draw_chart,
    read_spec,
)
from edition.charts.words import width_of
from edition.issues import Place
from edition.paths import EditionPaths
from edition.tables.source import TableSource

ROOT = Path(__file__).parents[1] / "roots" / "test-charts"
ALT = "Ce que le graphique montre à qui le voit."
SVG = "{http://www.w3.org/2000/svg}"

CHARTS = {
    "bar": ("lieux", {"y": "surface_m2", "highlight": "capucins"}),
    "dot": ("chiffres", {"y": "nombre", "filter": 'unite = "abonne"'}),
    "dot of several": ("lieux", {"y": "salaries", "label": "ville"}),
    "line": ("chiffres", {"x": "date", "y": "nombre", "label": "plateforme"}),
    "histogram": ("comptes", {"x": "abonnes"}),
    "histogram of years": ("comptes", {"x": "date_creation"}),
    "timeline": ("evenements", {"x": "date", "group": "categorie"}),
}


def at(option: str) -> Place:
    return Place("page.md")


def build(name: str) -> Chart:
    table, options = CHARTS[name]
    if name == "line":
        options = {**options, "filter": 'unite = "pour-cent"'}
    given = {"type": name.split()[0], "alt": ALT, **options}
    spec = read_spec(table, given, at=at)
    return build_chart(spec, TableSource(EditionPaths(ROOT)), at=at)


def draw(name: str, size: Size = WIDE) -> str:
    return draw_chart(build(name), size, prefix="f-m2q8x", description=ALT)


def texts(svg: str) -> list[ET.Element]:
    return list(ET.fromstring(svg).iter(f"{SVG}text"))


every_chart = pytest.mark.parametrize("name", CHARTS)
both_sizes = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])


@every_chart
@both_sizes
def test_nothing_that_the_content_policy_refuses(name: str, size: Size) -> None:
    svg = draw(name, size)
    assert not re.search(r"style|script|onload|xlink|href|url\(|font-family|#0000", svg)
    assert not re.search(r'<svg[^>]* (?:width|height)="', svg)
    ids = re.findall(r' id="([^"]+)"', svg)
    assert ids == [f"f-m2q8x-{size.name}-titre", f"f-m2q8x-{size.name}-texte"]


@every_chart
def test_the_drawing_is_named_and_described(name: str) -> None:
    root = ET.fromstring(draw(name))
    assert root.get("role") == "img"
    title, description = root[0], root[1]
    assert title.text == build(name).type.french
    assert description.text == ALT
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


@every_chart
@both_sizes
def test_no_text_leaves_the_drawing(name: str, size: Size) -> None:
    for text in texts(draw(name, size)):
        width = width_of(text.text or "", float(text.get("font-size", "0")))
        x = float(text.get("x", "0"))
        anchor = text.get("text-anchor", "start")
        left = x - {"start": 0, "middle": 0.5, "end": 1}[anchor] * width
        assert left >= -1, text.text
        assert left + width <= size.width + 1, text.text


@every_chart
@both_sizes
def test_no_text_lies_on_another(name: str, size: Size) -> None:
    boxes: list[tuple[float, float, float, str]] = []
    for text in texts(draw(name, size)):
        width = width_of(text.text or "", float(text.get("font-size", "0")))
        anchor = text.get("text-anchor", "start")
        left = float(text.get("x", "0"))
        left -= {"start": 0, "middle": 0.5, "end": 1}[anchor] * width
        y = float(text.get("y", "0"))
        for other_left, other_right, other_y, said in boxes:
            apart = left >= other_right or left + width <= other_left
            assert apart or abs(y - other_y) >= 12, (text.text, said)
        boxes.append((left, left + width, y, text.text or ""))


@every_chart
def test_text_is_as_large_on_a_phone_as_on_a_desk(name: str) -> None:
    for size in (WIDE, NARROW):
        sizes = {float(text.get("font-size", "0")) for text in texts(draw(name, size))}
        assert min(sizes) >= 12.5
    box = ET.fromstring(draw(name, NARROW)).get("viewBox", "").split()
    assert float(box[2]) <= 350


@every_chart
def test_all_labels_and_figures_are_there(name: str) -> None:
    chart = build(name)
    said = " ".join(text.text or "" for text in texts(draw(name)))
    assert all(word in said for mark in chart.marks for word in mark.label.split()[:1])
    if chart.type in {ChartType.BAR, ChartType.HISTOGRAM}:
        assert all(mark.said in said for mark in chart.marks)


def test_uncertain_values_are_hollow_and_the_sign_is_explained() -> None:
    svg = draw("dot")
    assert "ed-fill-paper" in svg
    assert "valeur approchée ou incertaine" in svg


def test_a_chart_without_doubts_explains_no_sign() -> None:
    assert "incertaine" not in draw("histogram")


def test_what_stands_out_is_the_only_thing_in_its_colour() -> None:
    svg = draw("bar")
    assert svg.count("ed-fill-accent") == 1
    assert "ed-fill-quiet" in svg
    assert "ed-fill-1" not in svg


def test_series_whose_names_begin_alike_stay_distinct_on_a_phone() -> None:
    chart = build("line")
    marks = tuple(
        replace(mark, series=f"Part des internautes inscrits sur {mark.series}")
        for mark in chart.marks
    )
    svg = draw_chart(
        replace(chart, marks=marks), NARROW, prefix="f-m2q8x", description=ALT
    )
    assert "Facebook</text>" in svg
    assert "Twitter</text>" in svg
    assert "…" not in svg


def test_series_differ_by_shape_and_not_by_colour_alone() -> None:
    svg = draw("line")
    assert "<circle" in svg
    assert "translate(" in svg
    assert "stroke-dasharray" in svg


def test_bars_begin_at_zero() -> None:
    lefts = {
        re.match(r"M([\d.]+)", found)[1]  # type: ignore[index]
        for found in re.findall(
            r'<path d="([^"]+)" class="ed-fill-(?:quiet|accent)', draw("bar")
        )
    }
    assert len(lefts) == 1


def test_markup_and_formulas_in_a_label_are_inert() -> None:
    svg = draw("bar")
    assert "&lt;b&gt;rive droite&lt;/b&gt; $x$" in svg.replace("</text>\n", " ") or (
        "&lt;b&gt;rive" in svg
    )
    assert "<b>" not in svg


def test_the_settings_of_a_machine_change_nothing() -> None:
    import matplotlib as mpl

    plain = draw("line")
    with mpl.rc_context(
        {"lines.linewidth": 9, "svg.fonttype": "path", "font.size": 40}
    ):
        assert draw("line") == plain


SCRIPT = """
import hashlib, sys
sys.path[:0] = {path!r}
from test_charts_draw import CHARTS, NARROW, WIDE, draw
text = "".join(draw(name, size) for name in CHARTS for size in (WIDE, NARROW))
print(hashlib.sha256(text.encode()).hexdigest())
"""


def test_other_processes_and_hash_seeds_give_the_same_bytes() -> None:
    here = Path(__file__).parent
    script = SCRIPT.format(path=[str(here), str(here.parents[1] / "_ext")])
    found = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1
