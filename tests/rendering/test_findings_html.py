"""Marks, notes and ways back to the book, as a reader's browser gets them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from edition.paths import EditionPaths
from edition.tables.source import TableSource
from edition.tables.values import resolve_value
from edition.text.files import docname_of
from edition.text.passages import read_document
from edition_sphinx.anchors.read import read_passages
from support.small_chapter import SMALL_EDITION, copy_edition

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

    from edition.text.roles import Use

NBSP, NARROW = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"
JOINER = "\N{WORD JOINER}"
CHAPTER = "chapters/strategies"
LINES = """(sec-lines)=
# Lignes

(p-bb222)=
Un mot seul\\
{finding}`constat-01`.
À la ligne
{finding}`constat-01`.
Un mot *{finding}`constat-01`*, et *un autre* {finding}`constat-01`
 {finding}`constat-02`.
"""
WORDED = re.compile(r'<svg role="img" aria-label="([^"]*)".*?</svg>', re.DOTALL)
SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> SphinxTestApp:
    """The small edition, built once."""
    from sphinx.testing.util import SphinxTestApp

    folder = tmp_path_factory.mktemp("constats")
    paths = copy_edition(folder / "édition")
    # No text of ours is cut so: it is no part of the faultless edition.
    (paths.chapters / "lines.md").write_text(LINES, "utf-8")
    app = SphinxTestApp("html", srcdir=folder / "édition", builddir=folder / "out")
    app.build()
    app.cleanup()
    assert app.warning.getvalue() == ""
    return app


def html(app: SphinxTestApp, docname: str = CHAPTER) -> str:
    """Return a page with the words of its drawings, without what glues them."""
    page = (Path(app.outdir) / f"{docname}.html").read_text("utf-8")
    page = WORDED.sub(r'<span class="visually-hidden"> (\1)</span>', page)
    return SVG.sub("", page).replace(JOINER, "")


def note(page: str, row: str) -> str:
    """Return the words of a note."""
    (found,) = re.findall(rf'<li id="note-{row}">(.*?)</li>', page)
    return re.sub(r"<[^>]+>", "", found)


def level(said: str) -> str:
    return f'<span class="visually-hidden"> ({said})</span>'


def test_a_mark_hangs_on_its_claim_and_leads_to_its_note(app: SphinxTestApp) -> None:
    assert (
        "Aucune équipe n’a de charte"
        '<a class="ed-call" href="#note-constat-01">'
        f"{level('étude vue')}"
        '<span class="visually-hidden"> constat </span>1</a>.\nLe deuxième'
    ) in html(app)


def test_no_line_ends_between_a_claim_and_its_mark(app: SphinxTestApp) -> None:
    page = (Path(app.outdir) / f"{CHAPTER}.html").read_text("utf-8")
    assert f'charte{JOINER}<a class="ed-call' in page
    assert f'<sup>{JOINER}<svg role="img"' in page


def test_a_variant_is_marked_by_its_name(app: SphinxTestApp) -> None:
    assert (
        'Quimperlé<a class="ed-call ed-call-variant" href="#note-variante-01">'
        f"variante{NBSP}1</a>."
    ) in html(app)


def test_a_mark_may_stand_wherever_words_do(app: SphinxTestApp) -> None:
    page = html(app, "chapters/places")
    mark = '<a class="ed-call'
    for before in (
        "l’un après l’autre",
        "Collé",
        "<em>italique",
        "après <em>italique</em>",
        "Dans une citation",
        "Dans une définition",
        "Dans un aparté",
        "Dans une légende",
    ):
        assert f"{before}{mark}" in page, before
    assert len(re.findall('id="note-constat-01"', page)) == 1


@pytest.mark.parametrize(
    "before", ["Un mot seul", "À la ligne", "et <em>un autre</em>"]
)
def test_a_mark_hangs_on_its_claim_over_the_end_of_a_line(
    app: SphinxTestApp, before: str
) -> None:
    assert f'{before}<a class="ed-call' in html(app, "chapters/lines")


@pytest.mark.parametrize(
    "name", ["strategies", "places", "lines", "summary", "annexes/lacunes"]
)
def test_both_floors_read_the_same_words(app: SphinxTestApp, name: str) -> None:
    source = TableSource(EditionPaths(Path(app.srcdir)))

    def resolve(use: Use) -> str | None:
        is_value = use.name == "data-value"
        return resolve_value(use.argument, source).text if is_value else None

    path = Path(app.srcdir) / f"chapters/{name}.md"
    document = read_document(
        path, docname=docname_of(f"chapters/{name}.md"), resolve=resolve
    )
    found = [p.words for p in read_passages(app.env.get_doctree(f"chapters/{name}"))]
    assert found == [passage.words for passage in document.passages]
    assert any(found)


def test_a_note_says_statement_part_witnesses_reason_and_caution(
    app: SphinxTestApp,
) -> None:
    page = html(app)
    assert note(page, "constat-01") == (
        f"Constat{NBSP}1 (étude vue) Les équipes n’ont pas de charte. Chapitre 1"
        f" Témoins{NBSP}: Étude, chapitre 1 (étude vue), Gazette (tiers vu, réception)"
    )
    # A single witness is as sure as what it attests.
    assert note(page, "constat-02") == (
        f"Constat{NBSP}2 (intitulé seul) «{NARROW}Brest{NARROW}» ouvre le récit en 2004."
        f" Chapitre 1, «{NARROW}Brest 2004-2016{NARROW}»"
        f" Témoin{NBSP}: Étude, sommaire Intitulé seul."
    )
    assert note(page, "constat-03").endswith(
        f"Témoin{NBSP}: Gazette"
        f" Ici{NBSP}: le chapitre 2 «{NARROW}répond{NARROW}» au premier"
    )
    assert "plaisent &lt;b&gt;plus&lt;/b&gt; que" in page


def test_a_note_leads_to_the_rows_of_finding_and_witness(app: SphinxTestApp) -> None:
    page = html(app)
    data = "annexes/donnees"
    assert (
        f'<a href="{data}/constats.html#constats.constat-01">Constat{NBSP}1</a>' in page
    )
    assert f'<a href="{data}/sources.html#sources.gazette">Gazette</a>' in page


def test_a_variant_shows_its_readings_with_their_witnesses(app: SphinxTestApp) -> None:
    page = html(app)
    assert note(page, "variante-01") == (
        f"Variante{NBSP}1 Ville du terrain A{NBSP}: Quimperlé"
        " (Étude, chapitre 1 (étude vue), Étude, sommaire (intitulé seul))"
        f", leçon retenue B{NBSP}: Quimper (Gazette (tiers vu, réception))"
        " Erreur de presse."
    )
    # A reading that no witness gives has no empty parentheses.
    assert note(page, "variante-02") == (
        f"Variante{NBSP}2 Nom propre A{NBSP}: Bezat Leçon unique."
        f" Ici{NBSP}: l’annexe le donne À revoir."
    )


def test_notes_come_in_the_order_of_their_table_and_once(app: SphinxTestApp) -> None:
    page = html(app)
    assert re.findall(r'<li id="note-([\w-]+)"', page) == [
        "constat-01",
        "constat-02",
        "constat-03",
        "constat-04",
        "variante-01",
        "variante-02",
    ]
    assert "<h2>Constats de ce chapitre</h2>" in page
    assert "<h2>Variantes de ce chapitre</h2>" in page


def test_a_page_without_marks_has_no_notes(app: SphinxTestApp) -> None:
    page = html(app, "chapters/annexes/bibliographie")
    assert "de ce chapitre" not in page
    assert "note-" not in page


def test_the_key_explains_the_marks_of_the_page(app: SphinxTestApp) -> None:
    key = re.search(r'<ul class="ed-key">(.*?)</ul>', html(app, "chapters/places"))
    assert key is not None
    assert re.findall(r"<li>(.*?)</li>", key[1]) == [
        "étude vue",
        "tiers vu, réception",
        "intitulé seul",
    ]


@pytest.mark.parametrize(
    ("section", "said"),
    [
        (
            "sec-strategies-charte",
            f"chapitre 1, «{NARROW}Les stratégies{NARROW}»"
            f" · page{NBSP}2108 d’OpenEdition · DOI{NBSP}: non vu · vu{NBSP}: début",
        ),
        (
            "sec-strategies-suites",
            f"chapitre 2, «{NARROW}Les publications{NARROW}»"
            f" · page{NBSP}: non vu · DOI{NBSP}: non vu · texte non vu"
            f"annexe 1, titre non vu"
            f" · page{NBSP}: non vu · DOI{NBSP}: non vu · texte non vu",
        ),
    ],
)
def test_a_section_shows_the_way_back_to_the_book(
    app: SphinxTestApp, section: str, said: str
) -> None:
    text = html(app).partition(f'<section id="{section}">')[2]
    shown = re.search(r'<div class="ed-part">(.*?)</div>', text)
    assert shown is not None
    words = re.sub(r"<[^>]+>", "", shown[1].replace("<br>", ""))
    assert words == f"Dans le livre {said}"


def test_the_way_back_is_a_link_where_it_is_known(app: SphinxTestApp) -> None:
    page = html(app)
    assert f'<a href="https://exemple.fr/2108">page{NBSP}2108 d’OpenEdition' in page
    assert "https://doi.org/non" not in page


def test_a_citation_bears_the_level_of_its_witness(app: SphinxTestApp) -> None:
    page = html(app)
    for cited, said in (
        ("Gazette 2018", "tiers vu, réception"),
        ("Martin, Durand et Petit 2017a", "étude vue"),
    ):
        after = page.partition(f">{cited}</a>)")[2]
        assert after.startswith(f"<sup>{level(said)}</sup>")
    # A book that is no witness has none.
    assert re.search(r"Sansligne 2019</a>\)\.", page)


def test_a_mark_is_no_word_of_titles_search_or_contents(app: SphinxTestApp) -> None:
    page = html(app, "chapters/annexes/donnees/constats")
    assert "note-constat" not in page
    index = (Path(app.outdir) / "index.html").read_text("utf-8")
    assert "ed-call" not in index


def test_the_page_of_the_findings_says_who_marks_them(app: SphinxTestApp) -> None:
    page = html(app, "chapters/annexes/donnees/constats")
    used = page.partition("Emplois dans l’édition")[2]
    assert re.search(r'strategies\.html">Les stratégies</a>[^<]*4 lignes citées', used)
    assert re.search(r'lacunes\.html">Lacunes</a>[^<]*1 ligne citée', used)


def test_an_english_page_keeps_its_words_and_the_french_apparatus(
    app: SphinxTestApp,
) -> None:
    page = html(app, "chapters/summary")
    assert 'No team has a charter<a class="ed-call' in page
    assert '<span class="ed-part-term">Dans le livre</span>' in page


def test_plain_text_has_numbers_and_the_way_back(
    tmp_path: Path, make_app: Callable[..., SphinxTestApp]
) -> None:
    app = make_app("text", srcdir=SMALL_EDITION, builddir=tmp_path)
    app.build()
    assert app.warning.getvalue() == ""
    text = " ".join((tmp_path / f"text/{CHAPTER}.txt").read_text("utf-8").split())
    assert "Aucune équipe n’a de charte [constat 1]. Le" in text
    assert "Le terrain est Quimperlé [variante 1]." in text
    assert "Dans le livre : chapitre 2, « Les publications » ; annexe 1" in text
    places = (tmp_path / "text/chapters/places.txt").read_text("utf-8")
    assert "ensemble [constats 1, 2]." in " ".join(places.split())


def test_a_book_without_notes_leads_to_the_rows(
    tmp_path: Path, make_app: Callable[..., SphinxTestApp]
) -> None:
    app = make_app(
        "epub",
        srcdir=SMALL_EDITION,
        builddir=tmp_path,
        confoverrides={"copyright": "Essai"},
    )
    app.build()
    page = (tmp_path / f"epub/{CHAPTER}.xhtml").read_text("utf-8")
    assert 'href="annexes/donnees/constats.xhtml#constats.constat-01"' in page
    assert "#note-" not in page
