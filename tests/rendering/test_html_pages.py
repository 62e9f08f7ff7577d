"""The frame around the text: what each page loads, says and leads to."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

    MakeApp = Callable[..., SphinxTestApp]

ROOT = Path(__file__).parents[1] / "roots" / "test-html"
NO_BREAK = "\N{NO-BREAK SPACE}"
ENGLISH = re.compile(
    r"\b(Search|Next|Previous|Navigation menu|Permalink|Link to this|Contents|Table of|"
    r"Copyright|Created using|Last updated|Index|Theme|Toggle|Skip|Show|Hide)\b"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small edition, built once."""
    return build(tmp_path_factory.mktemp("essai"))


def build(folder: Path, **overrides: object) -> Path:
    from sphinx.testing.util import SphinxTestApp

    app = SphinxTestApp(
        "html",
        srcdir=ROOT,
        builddir=folder,
        freshenv=True,
        confoverrides=dict(overrides),
    )
    try:
        app.build()
        assert app.warning.getvalue() == ""
        return Path(app.outdir)
    finally:
        app.cleanup()


def read(site: Path, name: str) -> str:
    return (site / f"{name}.html").read_text(encoding="utf-8")


def sheets(page: str) -> list[str]:
    return re.findall(r'<link rel="stylesheet" href="[^"]*_static/([^"?]+)', page)


def scripts(page: str) -> list[str]:
    return re.findall(r'<script (?:defer )?src="[^"]*_static/([^"?]+)', page)


def test_a_page_of_text_loads_no_sheet_that_it_does_not_use(site: Path):
    assert sheets(read(site, "chapters/annexes/lexique")) == [
        "css/tokens.css",
        "css/text.css",
        "css/frame.css",
        "css/print.css",
    ]
    assert scripts(read(site, "chapters/annexes/lexique")) == [
        "js/theme.js",
        "js/frame.js",
    ]


def test_a_page_with_marks_loads_the_script_that_explains_them(site: Path):
    assert "js/values.js" in scripts(read(site, "chapters/texte"))
    assert "css/values.css" in sheets(read(site, "chapters/texte"))


def test_sphinx_design_is_loaded_only_where_there_are_cards(site: Path):
    loading = {
        page.relative_to(site).as_posix()
        for page in site.rglob("*.html")
        if "sphinx-design" in page.read_text(encoding="utf-8")
    }
    assert loading == {"chapters/cartes.html"}


def test_the_script_of_colours_runs_before_the_first_sheet(site: Path):
    page = read(site, "chapters/texte")
    assert page.index("js/theme.js") < page.index("css/tokens.css")
    assert re.search(r'<script src="[^"]*js/theme\.js', page), "not deferred"


def test_what_no_page_loads_is_not_published(site: Path):
    published = {path.name for path in (site / "_static").rglob("*")}
    assert published.isdisjoint(
        {
            "basic.css",
            "doctools.js",
            "pygments.css",
            "searchtools.js",
            "translations.js",
        }
    )
    assert not (site / "searchindex.js").exists()
    assert not (site / "search.html").exists()


def test_the_address_of_a_sheet_changes_with_the_sheet(site: Path):
    assert re.search(r'css/tokens\.css\?v=[0-9a-f]{8}"', read(site, "index"))


def test_the_content_policy_stands_before_anything_that_it_rules(site: Path):
    page = read(site, "chapters/texte")
    policy = page.index("Content-Security-Policy")
    assert policy < page.index("<script")
    assert "default-src &#39;none&#39;" in page
    assert "unsafe" not in page


def test_a_live_preview_leaves_the_policy_out(tmp_path: Path):
    site = build(tmp_path, edition_content_policy=False)
    assert "Content-Security-Policy" not in read(site, "index")


@pytest.mark.parametrize("name", ["index", "recherche", "chapters/texte"])
def test_a_page_has_nothing_inline(site: Path, name: str):
    page = read(site, name)
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", page)
    # But a block of data, which no browser runs.
    for kind, text in re.findall(r"<script(?![^>]*\ssrc=)([^>]*)>(.*?)</script>", page):
        assert kind == ' type="application/ld+json"'
        assert json.loads(text)
    assert page.count("<script") == page.count("</script>")


@pytest.mark.parametrize("name", ["index", "recherche", "chapters/texte"])
def test_a_page_speaks_french(site: Path, name: str):
    page = read(site, name)
    assert '<html lang="fr"' in page
    shown = re.sub(r"<(script|link|meta)[^>]*>", "", page)
    assert not ENGLISH.findall(shown)


def test_no_title_attribute_stands_between_reader_and_text(site: Path):
    assert " title=" not in read(site, "chapters/texte")


def test_the_contents_open_where_the_reader_is(site: Path):
    drawer = read(site, "chapters/texte").partition('id="sommaire"')[2]
    drawer = drawer.partition("</nav>")[0]
    assert '<a href="#" aria-current="page">' in drawer or (
        'aria-current="page">Le texte' in drawer
    )
    assert "Les œuvres" in drawer
    assert "Le texte</h3>" in drawer
    assert "Annexes</h3>" in drawer


def test_a_section_of_another_page_is_not_in_the_contents(site: Path):
    drawer = read(site, "chapters/cartes").partition('id="sommaire"')[2]
    assert "Les œuvres" not in drawer.partition("</nav>")[0]


def test_pages_below_a_page_show_when_it_is_open(site: Path):
    drawer = read(site, "chapters/annexes/donnees/lieux").partition('id="sommaire"')[2]
    assert 'aria-current="page">Lieux' in drawer
    elsewhere = read(site, "chapters/texte").partition('id="sommaire"')[2]
    assert ">Lieux</a>" not in elsewhere.partition("</nav>")[0]


def test_the_margin_lists_the_sections_of_a_page_that_has_several(site: Path):
    assert 'href="#sec-texte-un"' in read(site, "chapters/texte")
    assert "ed-local" in read(site, "chapters/texte")
    assert "ed-local" not in read(site, "chapters/cartes")


def test_neighbours_and_parents_are_named(site: Path):
    page = read(site, "chapters/annexes/donnees/lieux")
    assert 'aria-label="Vous êtes ici"' in page
    assert "Les données</a></nav>" in page
    assert 'rel="next"' in page
    assert 'rel="prev"' in page


def test_a_table_of_the_text_scrolls_in_its_own_box_and_has_no_widths(site: Path):
    page = read(site, "chapters/texte")
    assert re.search(r'<div class="ed-scroll"[^>]*tabindex="0"[^>]*>\s*<table', page)
    assert "<col " not in page


def test_the_permalink_of_a_heading_is_for_every_reader(site: Path):
    link = re.search(r"<h2>Les œuvres(<a[^>]*>)", read(site, "chapters/texte"))
    assert link is not None
    assert 'href="#sec-texte-un"' in link[1]
    assert 'aria-label="Adresse"' in link[1]
    assert "tabindex" not in link[1]
    assert "aria-hidden" not in link[1]


def test_the_foot_of_a_page_explains_the_marks_that_it_shows(site: Path):
    key = read(site, "chapters/texte").partition('id="ed-key-titre"')[2]
    key = key.partition("</ul>")[0]
    assert "étude vue" in key
    assert "incertain, contexte" in key
    assert "seconde main" not in key


def test_a_page_without_marks_has_no_key(site: Path):
    assert "ed-key" not in read(site, "chapters/cartes")


def test_the_title_page_says_the_kind_of_edition_version_and_day(site: Path):
    page = read(site, "index")
    assert "Édition d’essai" in page
    assert "Édition 1.2 du 1er mars 2026" in page.replace(NO_BREAK, " ")
    assert "<title>L&#39;essai" in page


def test_the_description_of_a_chapter_is_in_its_head(site: Path):
    assert '<meta name="description" content="Ce que dit' in read(
        site, "chapters/texte"
    )


def test_the_foot_says_that_the_edition_is_independent_and_under_which_licence(
    site: Path,
):
    foot = read(site, "chapters/texte").partition('<footer class="ed-foot"')[2]
    assert "n’émane ni de la Bpi" in foot
    assert "CC BY 4.0" in foot
    assert "Mentions légales" in foot


def test_the_legal_notice_says_what_is_fixed_and_what_is_not(site: Path):
    page = read(site, "chapters/guide/mentions-legales")
    assert "Maison d’essai" in page
    assert 'href="https://example.org/essai"' in page
    assert "non fixé" in page


def test_the_templates_are_spaced_as_french_is():
    templates = ROOT.parents[2] / "_ext/edition_sphinx/html/theme/edition"
    for path in templates.glob("*.html"):
        text = re.sub(
            r"{%.*?%}|{{.*?}}|{#.*?#}|<[^>]+>", "|", path.read_text("utf-8"), flags=re.S
        )
        assert not re.findall(r"[^\n]*(?: [:;!?»]|« )[^\n]*", text), path.name


def test_two_builds_give_the_same_bytes(site: Path, tmp_path: Path):
    again = build(tmp_path)
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.suffix in {".html", ".js", ".css"}:
            assert (again / path.relative_to(site)).read_bytes() == path.read_bytes()
