"""Charts in built pages: numbers, figures behind them, what is read again, formats."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp

from edition_sphinx.report import EditionFault

PAGE = "chapters/graphiques.html"
Build = Callable[..., str]


@pytest.fixture
def copy(tmp_path: Path, rootdir: Path) -> Path:
    """A copy of the small edition, to be spoiled."""
    return Path(shutil.copytree(rootdir / "test-charts", tmp_path / "edition"))


@pytest.fixture
def build(copy: Path, make_app: Callable[..., SphinxTestApp]) -> Build:
    """Build the copy into a folder and return what was said."""

    def run(out: Path, *, builder: str = "html", parallel: int = 0) -> str:
        app = make_app(builder, srcdir=copy, builddir=out, parallel=parallel)
        try:
            app.build()
        finally:
            app.cleanup()
        return app.warning.getvalue()

    return run


def figure(page: str, name: str) -> str:
    found = re.search(rf'<figure [^>]*id="{name}".*?</figure>', page, re.DOTALL)
    assert found
    return found[0]


def set_options(copy: Path, old: str, new: str) -> None:
    page = copy / "chapters" / "graphiques.md"
    text = page.read_text("utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), "utf-8", newline="\n")


@pytest.mark.sphinx("html", testroot="charts", freshenv=True)
def test_charts_are_numbered_with_the_figures_and_referred_to(
    app: SphinxTestApp,
) -> None:
    app.build()
    assert app.warning.getvalue() == ""
    page = (app.outdir / PAGE).read_text("utf-8")
    numbers = re.findall(r'<span class="ed-caption-number">Figure (\d)</span>', page)
    assert numbers == ["1", "2", "3", "4", "5"]
    index = (app.outdir / "index.html").read_text("utf-8")
    assert (
        f'href="{PAGE}#f-frise"><span class="std std-numref">Figure 5</span>' in index
    )


@pytest.mark.sphinx("html", testroot="charts", freshenv=True)
def test_a_chart_has_two_drawings_a_caption_and_its_figures(app: SphinxTestApp) -> None:
    app.build()
    page = (app.outdir / PAGE).read_text("utf-8")
    shown = figure(page, "f-bars2")
    assert shown.count("<svg ") == 2
    assert "ed-chart-large" in shown
    assert "ed-chart-etroit" in shown
    assert "Une médiathèque domine le réseau, <em>et de loin</em>." in shown
    assert "<summary>Données du graphique</summary>" in shown
    row = "annexes/donnees/lieux.html#lieux.capucins"
    assert f'<th scope="row"><a href="{row}">' in shown
    assert re.search(r'<td class="ed-missing[^>]*>non vu<', shown)
    assert "Sources\u00a0: Atlas, Presse locale" in shown
    assert 'href="../donnees/vues/f-bars2.csv"' in shown
    assert (
        'href="annexes/donnees/lieux.html">Tableau entier\u00a0: Lieux de lecture'
        in shown
    )
    assert (app.outdir / "donnees" / "vues" / "f-bars2.csv").is_file()


@pytest.mark.sphinx("html", testroot="charts", freshenv=True)
def test_paper_gets_the_address_of_the_figures(app: SphinxTestApp) -> None:
    app.build()
    shown = figure((app.outdir / PAGE).read_text("utf-8"), "f-bars2")
    assert (
        '<p class="ed-chart-address">Données du graphique\u00a0: '
        "donnees/vues/f-bars2.csv, parmi les fichiers de l’édition.</p>" in shown
    )


@pytest.mark.sphinx(
    "html",
    testroot="charts",
    freshenv=True,
    confoverrides={"html_baseurl": "https://exemple.org/livre/"},
)
def test_the_address_is_public_when_the_edition_has_one(app: SphinxTestApp) -> None:
    app.build()
    shown = figure((app.outdir / PAGE).read_text("utf-8"), "f-bars2")
    assert ": https://exemple.org/livre/donnees/vues/f-bars2.csv.</p>" in shown.replace(
        "\u00a0", " "
    )


def test_a_chart_is_drawn_again_only_when_it_shows_something_else(
    copy: Path, build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from edition_sphinx.charts import drawings

    drawn: list[str] = []
    draw = drawings.draw_chart

    def noted(*args: object, **options: str) -> str:
        drawn.append(options["prefix"])
        return draw(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(drawings, "draw_chart", noted)
    out = tmp_path / "out"
    build(out)
    first = (out / "html" / PAGE).read_text("utf-8")
    assert drawn.count("f-bars2") == 2
    drawn.clear()
    page = copy / "chapters" / "graphiques.md"
    page.write_text(page.read_text("utf-8") + "\nUn mot de plus.\n", "utf-8")
    build(out)
    again = (out / "html" / PAGE).read_text("utf-8")
    assert "Un mot de plus." in again
    assert drawn == []
    assert figure(again, "f-bars2") == figure(first, "f-bars2")
    table = copy / "data/tables/lieux.csv"
    rows = table.read_text("utf-8")
    assert "8980" in rows
    table.write_text(rows.replace("8980", "8780"), "utf-8", newline="\n")
    build(out)
    assert "f-bars2" in drawn
    changed = (out / "html" / PAGE).read_text("utf-8")
    assert figure(changed, "f-bars2") != figure(first, "f-bars2")


@pytest.mark.sphinx("html", testroot="charts", freshenv=True)
def test_a_histogram_gives_its_classes_and_not_hundreds_of_rows(
    app: SphinxTestApp,
) -> None:
    app.build()
    shown = figure((app.outdir / PAGE).read_text("utf-8"), "f-histo")
    assert '<th scope="row">de 0 à 300</th><td class="ed-num">' in shown
    assert shown.count("<tr>") == 1 + 5
    assert "3 lignes sans valeur ne sont pas comptées." in shown


@pytest.mark.sphinx("html", testroot="charts", freshenv=True)
def test_ids_are_unique_and_ours_and_nothing_is_inline(app: SphinxTestApp) -> None:
    app.build()
    page = (app.outdir / PAGE).read_text("utf-8")
    figures = "".join(re.findall(r"<figure .*?</figure>", page, re.DOTALL))
    ids = re.findall(r'\bid="([^"]+)"', figures)
    assert len(ids) == len(set(ids))
    assert all(found.startswith("f-") for found in ids)
    assert not re.search(r"<style|<script|\bstyle=|\bon\w+=|url\(", figures)
    assert "&lt;b&gt;rive droite&lt;/b&gt; $x$" in figures


@pytest.mark.sphinx("html", testroot="charts", freshenv=True)
def test_the_node_carries_names_and_options_only(app: SphinxTestApp) -> None:
    app.build()
    doctree = app.env.get_doctree("chapters/graphiques")
    xml = doctree.pformat()
    assert "<data_chart" in xml
    assert "Bellevue" not in xml
    assert str(app.srcdir / "data") not in xml


def test_a_changed_cell_reads_exactly_the_pages_that_show_it(
    copy: Path, make_app: Callable[..., SphinxTestApp], tmp_path: Path
) -> None:
    table = copy / "data" / "tables" / "evenements.csv"
    said = []
    for text in (
        table.read_text("utf-8"),
        table.read_text("utf-8").replace("2004-", "2003-"),
    ):
        table.write_text(text, "utf-8", newline="\n")
        app = make_app("html", srcdir=copy, builddir=tmp_path)
        app.build()
        app.cleanup()
        said.append(app.status.getvalue())
    assert "0 added, 1 changed, 0 removed" in said[1]
    page = (tmp_path / "html" / PAGE).read_text("utf-8")
    assert 'data-sort="2003-02-04"' in figure(page, "f-frise")


def test_two_builds_and_parallel_builds_give_the_same_bytes(
    build: Build, tmp_path: Path
) -> None:
    pages = []
    for name, parallel in (("a", 1), ("b", 1), ("c", 2)):
        assert build(tmp_path / name, parallel=parallel) == ""
        pages.append((tmp_path / name / "html" / PAGE).read_bytes())
    assert pages[0] == pages[1] == pages[2]


FAULTS = """# Fautes

```{data-chart} lieux
:type: bar
:y: surface
:alt: Ce que montre le graphique.
```

```{data-chart} lieux
:type: camembert
:y: surface_m2
:alt: Ce que montre le graphique.
```

```{data-chart} lieux
:type: bar
:y: surface_m2
:couleur: rouge
:alt: Ce que montre le graphique.
```

```{data-chart} ../../etc/passwd
:type: bar
:y: surface_m2
:alt: Ce que montre le graphique.
```

```{data-chart} lieux
:type: bar
:y: surface_m2
:filter: ville = "Bret"
:alt: Ce que montre le graphique.
```

```{data-chart}
:type: bar
:y: surface_m2
```
"""


def test_faults_are_located_told_in_french_and_shown(
    copy: Path, build: Build, tmp_path: Path
) -> None:
    page = copy / "chapters" / "graphiques.md"
    page.write_text(FAULTS, "utf-8", newline="\n")
    said = re.findall(r"WARNING: (chapters/.*)", build(tmp_path / "out"))
    expected = [
        (5, "colonne « surface » inconnue du tableau « lieux »", "chart-column"),
        (10, "type de graphique « camembert » inconnu", "chart-type"),
        (18, "option « couleur » inconnue", "chart-option"),
        (22, "tableau « ../../etc/passwd » inconnu", "table-unknown"),
        (31, "tableau « lieux » : le filtre ne retient aucune", "view-empty"),
        (35, "graphique sans texte de remplacement", "chart-alt"),
    ]
    assert len(said) == len(expected)
    for message, (line, words, code) in zip(said, expected, strict=True):
        assert message.startswith(f"chapters/graphiques.md:{line}: {words}")
        assert f"[edition.{code}]" in message or code == "view-empty"
    html = (tmp_path / "out" / "html" / PAGE).read_text("utf-8")
    assert html.count('<p class="ed-fault">[Non montré') == len(expected)


def test_too_few_marks_are_drawn_and_said_at_each_build(
    copy: Path, build: Build, tmp_path: Path
) -> None:
    set_options(copy, ":sort: -surface_m2", ":limit: 3")
    for _ in range(2):
        said = build(tmp_path / "out")
        assert "chapters/graphiques.md:3: graphique de 3 marques" in said
        assert "[edition.chart-too-few]" in said
    page = (tmp_path / "out" / "html" / PAGE).read_text("utf-8")
    assert "<svg" in figure(page, "f-bars2")


def test_an_electronic_book_gets_one_drawing(build: Build, tmp_path: Path) -> None:
    build(tmp_path / "out", builder="epub")
    (page,) = (tmp_path / "out" / "epub").rglob("graphiques.xhtml")
    shown = figure(page.read_text("utf-8"), "f-bars2")
    assert shown.count("<svg ") == 1
    assert 'xmlns="http://www.w3.org/2000/svg"' in shown


def test_plain_text_says_what_the_drawing_shows(build: Build, tmp_path: Path) -> None:
    assert build(tmp_path / "out", builder="text") == ""
    page = (tmp_path / "out" / "text" / "chapters" / "graphiques.txt").read_text(
        "utf-8"
    )
    words = " ".join(page.split())
    assert "Figure 2 – Facebook devance Twitter." in words
    assert "[Courbe : Deux courbes montent de 2010 à 2014" in words


def test_one_long_page_holds_all_charts(build: Build, tmp_path: Path) -> None:
    assert build(tmp_path / "out", builder="singlehtml") == ""
    page = (tmp_path / "out" / "singlehtml" / "index.html").read_text("utf-8")
    assert "Figure 5</span>" in figure(page, "f-frise")


def test_a_format_without_charts_is_refused(build: Build, tmp_path: Path) -> None:
    with pytest.raises(EditionFault, match="ne sait pas montrer"):
        build(tmp_path / "out", builder="latex")
