"""How a page says that it is cited: its foot, its file, and when both are made again."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from edition.releases.state import EditionState
from support.small_chapter import copy_edition

if TYPE_CHECKING:
    from sphinx.testing.util import SphinxTestApp

ADDRESS = 'public_address = "https://exemple.fr/livre"\n'


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The small edition, to be changed between two builds."""
    return copy_edition(tmp_path / "source").root


def build(source: Path) -> SphinxTestApp:
    from sphinx.testing.util import SphinxTestApp

    app = SphinxTestApp("html", srcdir=source, builddir=source.parent / "build")
    app.build()
    app.cleanup()
    assert app.warning.getvalue() == ""
    return app


def page(app: SphinxTestApp, name: str) -> str:
    return Path(app.outdir, f"{name}.html").read_text(encoding="utf-8")


def foot(app: SphinxTestApp, name: str) -> str:
    found = re.search(
        r'<(section|div) class="ed-apparatus"[^>]*data-cite=.*?</\1>\n',
        page(app, name),
        re.DOTALL,
    )
    assert found is not None
    return found[0]


def script(app: SphinxTestApp, name: str) -> Path:
    return Path(app.outdir, "_static", "citations", f"{name}.js")


def data(app: SphinxTestApp, name: str) -> Any:
    text = script(app, name).read_text(encoding="utf-8")
    return json.loads(text.removeprefix("globalThis.editionCitation=").rstrip(";\n"))


def test_a_page_without_script_says_how_to_cite_it_and_its_passages(source: Path):
    app = build(source)
    said = re.sub(r"[\u00a0\u202f]", " ", foot(app, "chapters/strategies"))
    assert '<h2 id="ed-citer">Citer cette page</h2>' in said
    assert (
        "<p>LES ESSAYEURS. Les stratégies. Dans : <i>Petits constats : édition "
        "d’essai</i> [en ligne]. Édition 1.0. [S. l.] : [s. n.], [s. d.]. [Consulté "
        "le …]. Adresse publique non fixée : chapters/strategies.html.</p>"
    ) in said
    assert (
        "Pour un passage, ajouter son numéro (« § 12 ») et, à l’adresse, son code"
        in said
    )

    # The title page is the edition; the page of a table says it in a part of its own.
    assert "Citer l’édition" in foot(app, "index")
    assert "numéro" not in foot(app, "index")
    table = foot(app, "chapters/annexes/donnees/constats")
    assert "<p>" not in table
    assert "data-cite" not in page(app, "recherche")


def test_it_takes_at_most_900_bytes_of_a_page(source: Path):
    app = build(source)
    for docname in app.env.found_docs:
        assert len(foot(app, docname).encode()) <= 900, docname


def test_nothing_is_loaded_but_the_ways_to_the_panel(source: Path):
    app = build(source)
    for docname in app.env.found_docs:
        text = page(app, docname)
        assert re.findall(r"<script[^>]*/(cite|panel)\.js", text) == ["cite"]
        assert "panel.css" not in text
    assert "cite.js" not in page(app, "recherche")


def test_a_view_leads_to_its_own_citation(source: Path):
    text = page(build(source), "chapters/places")
    assert '<li><a class="ed-cite" href="#t-pk555">Citer</a></li></ul>' in text


def test_the_file_of_a_page_is_small_and_holds_seven_forms(source: Path):
    app = build(source)
    for docname in app.env.found_docs:
        assert script(app, docname).stat().st_size < 4_000
    found = data(app, "chapters/strategies")
    assert [form[0] for form in found["forms"]] == [
        "ISO 690, note",
        "ISO 690, auteur-date",
        "Chicago, note",
        "Texte seul",
        "BibTeX",
        "RIS",
        "CSL-JSON",
    ]
    assert not found["public"]


def test_a_public_address_is_in_every_page_at_the_next_build(source: Path):
    build(source)
    (source / "data/edition.toml").write_text(ADDRESS, "utf-8", newline="\n")
    app = build(source)
    where = "https://exemple.fr/livre/chapters/strategies.html"
    assert f"{where}.</p>" in foot(app, "chapters/strategies")
    assert data(app, "chapters/strategies")["url"] == where
    assert data(app, "index")["address"] == "https://exemple.fr/livre/"
    assert f'rel="canonical cite-as" href="{where}"' in page(app, "chapters/strategies")
    doi = '[chapter_doi]\n"chapters/strategies" = "10.1234/un"\n'
    (source / "data/edition.toml").write_text(ADDRESS + doi, "utf-8", newline="\n")
    app = build(source)
    cited = '<link rel="cite-as" href="https://doi.org/10.1234/un">'
    assert cited in page(app, "chapters/strategies")


def test_an_address_asks_for_the_edition_only_while_the_text_is_its_own(
    source: Path, monkeypatch: pytest.MonkeyPatch
):
    said = "edition_sphinx.citation.edition.edition_state"
    monkeypatch.setattr(said, lambda paths: EditionState("0.1", "2030-01-01", True))
    app = build(source)
    assert data(app, "chapters/places")["url"] == "chapters/places.html?ed=0.1"
    monkeypatch.setattr(said, lambda paths: EditionState("0.1", "2030-01-01", False))
    app = build(source)
    assert data(app, "chapters/places")["url"] == "chapters/places.html"


def test_what_has_not_changed_is_not_written_again(source: Path):
    app = build(source)
    before = script(app, "chapters/places").stat().st_mtime_ns
    hook = re.search('data-cite="([^"]*)"', foot(app, "chapters/places"))
    chapter = source / "chapters/places.md"
    chapter.write_bytes(chapter.read_bytes() + b"\n")
    app = build(source)
    assert script(app, "chapters/places").stat().st_mtime_ns == before
    again = re.search('data-cite="([^"]*)"', foot(app, "chapters/places"))
    assert hook is not None
    assert again is not None
    assert again[1] == hook[1]


def test_the_file_of_a_page_leaves_with_it(source: Path):
    app = build(source)
    assert script(app, "chapters/summary").is_file()
    (source / "chapters/summary.md").unlink()
    app = build(source)
    assert not script(app, "chapters/summary").exists()
    assert script(app, "chapters/places").is_file()
