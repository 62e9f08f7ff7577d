"""The index of the search: what can be found, where it leads, what it weighs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from edition_sphinx.search.domain import get_search
from edition_sphinx.search.index import build_index, write_index
from edition_sphinx.search.read import Found, Kind
from edition_sphinx.search.words import stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.testing.util import SphinxTestApp

ROOT = Path(__file__).parents[1] / "roots" / "test-html"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SphinxTestApp]:
    """The small edition, built once."""
    from sphinx.testing.util import SphinxTestApp

    folder = tmp_path_factory.mktemp("essai")
    app = SphinxTestApp("html", srcdir=ROOT, builddir=folder, freshenv=True)
    app.build()
    yield app
    app.cleanup()


@pytest.fixture(scope="module")
def index(app: SphinxTestApp) -> dict[str, Any]:
    """The published index."""
    text = (Path(app.outdir) / "_static/search/index.js").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(
        text.removeprefix("globalThis.editionIndex=").rstrip(";\n")
    )
    return data


def find(index: dict[str, Any], word: str) -> list[tuple[int, str, str]]:
    """Return kind, address and title of what holds a word, as the script does."""
    (stem,) = stems_of(word)
    found: dict[int, None] = {}
    place = 0
    for step in index["stems"].get(stem, []):
        place += step
        found[place // 2] = None
    hits = []
    for number in found:
        kind, page, anchor, title, _ = index["entries"][number]
        url = index["pages"][page][0]
        hits.append((kind, f"{url}#{anchor}" if anchor else url, title))
    return hits


def test_a_word_leads_to_the_section_that_holds_it(index: dict[str, Any]):
    assert find(index, "oeuvre")[0] == (
        Kind.SECTION,
        "chapters/texte.html#sec-texte-un",
        "Les œuvres",
    )


def test_the_first_section_of_a_page_is_the_page(index: dict[str, Any]):
    assert (Kind.SECTION, "chapters/texte.html", "Le texte") in find(index, "édition")


def test_a_word_of_a_subsection_does_not_lead_to_the_page(index: dict[str, Any]):
    assert [title for _, _, title in find(index, "fin")] == ["La fin"]


def test_a_term_leads_to_the_glossary(index: dict[str, Any]):
    (hit,) = [hit for hit in find(index, "temoin") if hit[0] == Kind.TERM]
    assert hit[1].startswith("chapters/annexes/lexique.html#")
    assert hit[2] == "témoin"


def test_the_meaning_of_a_term_is_found_once(index: dict[str, Any]):
    assert [kind for kind, _, _ in find(index, "document")] == [Kind.TERM]


def test_a_row_leads_to_itself_on_the_page_of_its_table(index: dict[str, Any]):
    assert (
        Kind.ROW,
        "chapters/annexes/donnees/lieux.html#lieux.cafe",
        "Café de l’Œuvre",
    ) in find(index, "oeuvre")


def test_what_was_not_seen_is_not_a_word_of_a_row(index: dict[str, Any]):
    texts = [entry[4] for entry in index["entries"] if entry[0] == Kind.ROW]
    assert texts == ["Ouvert le soir", ""]


def test_the_words_of_a_card_are_found(index: dict[str, Any]):
    assert find(index, "carte")


def test_an_index_is_sorted_and_says_no_absolute_path(app: SphinxTestApp):
    text = (Path(app.outdir) / "_static/search/index.js").read_text(encoding="utf-8")
    assert str(ROOT) not in text
    stems = list(json.loads(text[len("globalThis.editionIndex=") : -2])["stems"])
    assert stems == sorted(stems)


def test_a_page_that_is_read_again_is_not_found_twice(app: SphinxTestApp):
    domain = get_search(app.env)
    before = list(domain.pages["chapters/texte"])
    domain.clear_doc("chapters/texte")
    assert "chapters/texte" not in domain.pages
    domain.note("chapters/texte", before)
    assert domain.pages["chapters/texte"] == before


def test_what_parallel_readers_found_is_merged(app: SphinxTestApp):
    domain = get_search(app.env)
    found = [Found(Kind.SECTION, "autre", "", "Autre", "mots")]
    domain.merge_domaindata({"autre"}, {"pages": {"autre": found, "tiers": found}})
    assert domain.pages["autre"] == found
    assert "tiers" not in domain.pages
    domain.clear_doc("autre")


def test_places_are_differences_and_mark_titles():
    index = build_index(
        [
            Found(Kind.SECTION, "a", "", "Brest", "une ville"),
            Found(Kind.ROW, "b", "t.x", "Metz", "autre ville"),
        ],
        titles={"a": "A", "b": "B"},
        url=lambda name: f"{name}.html",
    )
    assert index["stems"] == {
        "autr": [2],
        "brest": [1],
        "metz": [3],
        "vill": [0, 2],
    }


def test_an_index_is_inert_script():
    found = Found(Kind.SECTION, "a", "", "</script>\u2028", "`${x}`")
    text = write_index(build_index([found], titles={}, url=lambda name: name))
    assert text.startswith("globalThis.editionIndex={")
    assert "\u2028" not in text
    assert text.count("\n") == 1
