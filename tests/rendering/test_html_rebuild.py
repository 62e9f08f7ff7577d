"""A second build: it writes what has changed, all of it, and leaves nothing behind."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from edition_sphinx.html.leftovers import LIST

if TYPE_CHECKING:
    from collections.abc import Callable

    Builder = Callable[[], str]

ROOT = Path(__file__).parents[1] / "roots" / "test-html"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A copy of the small edition, to be changed."""
    return shutil.copytree(ROOT, tmp_path / "livre")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Where its pages are built."""
    return tmp_path / "essai" / "html"


@pytest.fixture
def build(book: Path, tmp_path: Path) -> Builder:
    """Return a function that builds it as it stands and gives what Sphinx said."""
    from sphinx.testing.util import SphinxTestApp

    def run() -> str:
        app = SphinxTestApp("html", srcdir=book, builddir=tmp_path / "essai")
        try:
            app.build()
            assert app.warning.getvalue() == ""
            return app.status.getvalue()
        finally:
            app.cleanup()

    return run


def edit(page: Path, before: str, after: str) -> None:
    text = page.read_text("utf-8")
    assert before in text
    page.write_text(text.replace(before, after), "utf-8")


def test_a_build_with_nothing_to_do_finds_the_settings_unchanged(
    build: Builder,
) -> None:
    build()
    again = build()
    assert "html_static_path" not in again
    assert "0 added, 0 changed, 0 removed" in again


def test_the_sheet_of_sphinx_design_is_copied_all_the_same(
    build: Builder, site: Path
) -> None:
    for _ in range(2):
        build()
        assert (site / "_static/sphinx-design.min.css").is_file()


def test_a_page_that_is_gone_leaves_the_output(
    build: Builder, book: Path, site: Path
) -> None:
    build()
    assert (site / "chapters/cartes.html").is_file()
    (book / "chapters/cartes.md").unlink()
    edit(book / "index.md", "chapters/cartes\n", "")
    build()
    assert not (site / "chapters/cartes.html").exists()
    assert "cartes" not in (site / LIST).read_text("utf-8")
    assert "cartes" not in (site / "_static/search/index.js").read_text("utf-8")
    pages = [page.read_text("utf-8") for page in site.rglob("*.html")]
    assert not any("cartes.html" in page for page in pages)


def test_a_folder_that_has_become_empty_goes_too(
    build: Builder, book: Path, site: Path
) -> None:
    build()
    shutil.move(book / "chapters/guide/mentions-legales.md", book / "chapters")
    edit(book / "index.md", "chapters/guide/", "chapters/")
    build()
    assert (site / "chapters/mentions-legales.html").is_file()
    assert not (site / "chapters/guide").exists()


def test_an_image_that_no_page_shows_leaves_the_output(
    build: Builder, book: Path, site: Path
) -> None:
    (book / "chapters/plan.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    figure = "\n```{figure} plan.png\n:alt: Un plan\n```\n"
    with (book / "chapters/texte.md").open("a", encoding="utf-8") as page:
        page.write(figure)
    build()
    assert (site / "_images/plan.png").is_file()
    edit(book / "chapters/texte.md", figure, "")
    build()
    assert not (site / "_images").exists()


def test_what_we_did_not_write_is_never_removed(
    build: Builder, book: Path, site: Path
) -> None:
    build()
    theirs = [site / "chapters/autre.html", site / "CNAME", site.parent / "voisin.html"]
    for path in theirs:
        path.write_text("à quelqu'un", "utf-8")
    with (site / LIST).open("a", encoding="utf-8") as record:
        record.write("../voisin.html\n")
    (book / "chapters/cartes.md").unlink()
    edit(book / "index.md", "chapters/cartes\n", "")
    build()
    assert all(path.is_file() for path in theirs)


def test_a_build_that_fails_removes_nothing(
    build: Builder, book: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    (book / "chapters/cartes.md").unlink()
    edit(book / "index.md", "chapters/cartes\n", "")
    with monkeypatch.context() as patch:
        patch.setattr(
            "sphinx.builders.html.StandaloneHTMLBuilder.finish",
            lambda _self: (_ for _ in ()).throw(RuntimeError("panne")),
        )
        with pytest.raises(RuntimeError, match="panne"):
            build()
    assert (site / "chapters/cartes.html").is_file()
    build()
    assert not (site / "chapters/cartes.html").exists()


@pytest.mark.parametrize(
    ("page", "before", "after"),
    [
        ("chapters/cartes.md", "# Les cartes", "# Les plans"),
        (
            "index.md",
            "chapters/texte\nchapters/cartes",
            "chapters/cartes\nchapters/texte",
        ),
        ("index.md", "Le texte", "Lire"),
        ("chapters/texte.md", "un essai.", "un autre."),
    ],
)
def test_a_second_build_gives_the_same_pages_as_a_first(
    page: str, before: str, after: str, build: Builder, book: Path, site: Path
) -> None:
    """Titles, order and descriptions stand on pages that nobody has edited."""
    build()
    edit(book / page, before, after)
    build()
    second = {path.name: path.read_bytes() for path in site.rglob("*.html")}
    shutil.rmtree(site.parent)
    build()
    assert second == {path.name: path.read_bytes() for path in site.rglob("*.html")}


def test_a_change_of_words_alone_is_written_on_its_page_alone(
    build: Builder, book: Path, site: Path
) -> None:
    build()
    before = (site / "chapters/cartes.html").stat().st_mtime_ns
    edit(book / "chapters/texte.md", "Fin.", "La fin des fins.")
    build()
    assert "La fin des fins." in (site / "chapters/texte.html").read_text("utf-8")
    assert (site / "chapters/cartes.html").stat().st_mtime_ns == before
