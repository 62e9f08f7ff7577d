"""A glossary made of the rows of a table, and the terms that lead to it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp

PAGE = "chapters/annexes/lexique.html"
Build = Callable[..., str]


@pytest.fixture
def copy(tmp_path: Path, rootdir: Path) -> Path:
    """A copy of the small edition, to be spoiled."""
    return Path(shutil.copytree(rootdir / "test-glossary", tmp_path / "edition"))


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


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8", newline="\n")


@pytest.mark.sphinx("html", testroot="glossary", freshenv=True)
def test_terms_stand_in_french_order_with_the_ids_of_their_rows(
    app: SphinxTestApp,
) -> None:
    app.build()
    assert app.warning.getvalue() == ""
    page = (app.outdir / PAGE).read_text("utf-8")
    assert re.findall(r'<dt id="([^"]+)"', page) == [
        "lex-eloge",
        "lex-fil-d-actualite",
        "lex-like",
        "lex-portee",
        "lex-portee-organique",
        "lex-rsn",
    ]
    assert not re.search(r'id="(?:term-|id\d)', page)


@pytest.mark.sphinx("html", testroot="glossary", freshenv=True)
def test_a_term_is_found_by_all_its_names_in_any_case(app: SphinxTestApp) -> None:
    app.build()
    index = (app.outdir / "index.html").read_text("utf-8")
    links = re.findall(rf'href="{PAGE}#([^"]+)"><span[^>]*>([^<]+)<', index)
    assert links == [
        ("lex-portee", "Portée"),
        ("lex-portee", "portée"),
        ("lex-portee", "reach"),
        ("lex-portee", "les portées"),
        ("lex-rsn", "RSN"),
        ("lex-rsn", "réseaux sociaux numériques"),
        ("lex-fil-d-actualite", "fil d’actualité"),
        ("lex-fil-d-actualite", "fil d'actualité"),
        ("lex-like", "like"),
    ]


@pytest.mark.sphinx("html", testroot="glossary", freshenv=True)
def test_a_definition_names_its_witness_or_says_that_it_is_ours(
    app: SphinxTestApp,
) -> None:
    app.build()
    page = (app.outdir / PAGE).read_text("utf-8")
    assert (
        'Source : <a class="reference internal" href="donnees/sources.html#sources.atlas"'
        in page
    )
    assert page.count("Définition de la rédaction.") == 2
    assert '<p class="ed-term-note">Voir aussi le règlement.</p>' in page


@pytest.mark.sphinx("html", testroot="glossary", freshenv=True)
def test_markup_in_a_definition_is_inert(app: SphinxTestApp) -> None:
    app.build()
    page = (app.outdir / PAGE).read_text("utf-8")
    assert "&lt;b&gt;atteintes&lt;/b&gt;" in page
    assert "Part *sans* publicité." in page


def test_an_unknown_term_is_said(copy: Path, build: Build, tmp_path: Path) -> None:
    change(copy / "index.md", "{term}`reach`", "{term}`inconnu`")
    assert "inconnu" in build(tmp_path / "out")


def test_a_changed_definition_is_read_again(
    copy: Path, build: Build, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert build(out) == ""
    table = copy / "data" / "tables" / "lexique.csv"
    change(table, "Geste d’approbation.", "Geste d’assentiment.")
    assert build(out) == ""
    assert "assentiment" in (out / "html" / PAGE).read_text("utf-8")


def test_a_term_that_goes_away_is_missed_where_it_is_used(
    copy: Path, build: Build, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert build(out) == ""
    change(copy / "data" / "tables" / "lexique.csv", "Like (j’aime)", "Approbation")
    change(copy / "index.md", "Une petite", "Une toute petite")
    assert "like" in build(out)


@pytest.mark.parametrize(
    ("argument", "said", "code"),
    [
        ("lexiqe", "tableau « lexiqe » inconnu", "table-unknown"),
        (
            "sources",
            "tableau « sources » sans colonne « definition »",
            "glossary-table",
        ),
        ("", "tableau «  » inconnu", "table-unknown"),
    ],
)
def test_a_table_that_is_no_glossary(
    copy: Path, build: Build, tmp_path: Path, argument: str, said: str, code: str
) -> None:
    change(copy / "chapters" / "annexes" / "lexique.md", "} lexique", f"}} {argument}")
    messages = build(tmp_path / "out")
    assert f"chapters/annexes/lexique.md:3: {said}" in messages
    assert f"[edition.{code}]" in messages


def test_a_term_defined_twice(copy: Path, build: Build, tmp_path: Path) -> None:
    change(copy / "data" / "tables" / "lexique.csv", "Éloge", "portée")
    messages = build(tmp_path / "out")
    assert (
        "data/tables/lexique.csv:7: (id lex-eloge) terme « portée » déjà défini"
        in messages
    )
    assert "[edition.glossary-term]" in messages


def test_two_builds_and_parallel_builds_give_the_same_bytes(
    build: Build, tmp_path: Path
) -> None:
    pages = []
    for name, parallel in (("a", 1), ("b", 1), ("c", 2)):
        assert build(tmp_path / name, parallel=parallel) == ""
        pages.append((tmp_path / name / "html" / PAGE).read_bytes())
    assert pages[0] == pages[1] == pages[2]


@pytest.mark.parametrize("builder", ["text", "epub", "singlehtml"])
def test_every_format_shows_it(build: Build, tmp_path: Path, builder: str) -> None:
    said = build(tmp_path / "out", builder=builder)
    assert "Unknown" not in said
    pages = [
        path.read_text("utf-8")
        for path in (tmp_path / "out" / builder).rglob("*")
        if path.suffix in {".txt", ".xhtml", ".html"}
    ]
    assert any("Geste d’approbation." in page for page in pages)
