"""Citations in the text and the grouped bibliography, built from a small edition."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

PAGE = "chapters/bibliographie.html"


@pytest.fixture
def copy(tmp_path: Path, rootdir: Path) -> Path:
    """A copy of the small edition, to be spoiled."""
    folder = tmp_path / "edition"
    shutil.copytree(rootdir / "test-sources", folder)
    return folder


def read(app: SphinxTestApp, name: str) -> str:
    return (
        (app.outdir / name)
        .read_text("utf-8")
        .replace("\u00a0", "~")
        .replace("\u202f", "~")
    )


def text_of(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


@pytest.mark.sphinx("html", testroot="sources", freshenv=True)
def test_the_text_cites_by_author_and_year(app: SphinxTestApp) -> None:
    app.build()
    assert app.warning.getvalue() == ""
    page = read(app, "index.html")
    text = text_of(page)
    assert "(Rimaud et Wiart 2017a)" in text
    assert "(Rimaud et Wiart 2017a, p. 12~; Rimaud et Wiart 2017b)" in text
    assert "Taylor &amp; Francis (2014)" in text
    assert "« Grand prix : Louise-Michel, Paris » (voir 2018, p. 3)" in text
    assert "(Zickuhr et al. 2013)" in text
    assert f'href="{PAGE}#ref-rimaud-tweets-2017"' in page
    assert not re.search(r'id="id\d', page)


@pytest.mark.sphinx("html", testroot="sources", freshenv=True)
def test_each_group_lists_its_references_once_with_ids_of_ours(
    app: SphinxTestApp,
) -> None:
    app.build()
    page = read(app, PAGE)
    lists = re.findall(r'<ul class="ed-references simple">.*?</ul>', page, re.DOTALL)
    ids = [re.findall(r'<li id="([^"]+)"', listing) for listing in lists]
    assert ids[0] == ["ref-rimaud-tweets-2017", "ref-rimaud-partie-2017"]
    assert len(ids[1]) == 9
    assert not set(ids[0]) & set(ids[1])
    assert '<span class="ed-family">Rimaud</span> Mathilde' in lists[0]
    assert '<span class="ed-reference-note">Début du texte vu.</span>' in lists[0]
    assert '<span lang="en"><em>Libraries</em></span>' in lists[1]
    assert "doc-biblioentry" not in page
    assert "title=" not in "".join(lists)


@pytest.fixture
def build(copy: Path, make_app: Callable[..., SphinxTestApp]) -> Callable[..., str]:
    """Build the copy into a folder and return what was said."""

    def run(out: Path, *, parallel: int = 0) -> str:
        app = make_app("html", srcdir=copy, builddir=out, parallel=parallel)
        try:
            app.build()
        finally:
            app.cleanup()
        return app.warning.getvalue()

    return run


def test_a_reference_that_no_group_takes_is_named(
    copy: Path, build, tmp_path: Path
) -> None:
    page = copy / "chapters" / "bibliographie.md"
    page.write_text(page.read_text("utf-8").replace("recension, ", ""), "utf-8")
    said = build(tmp_path / "out")
    assert (
        "chapters/bibliographie.md:11: référence « bbf_2018 » dans aucun groupe" in said
    )
    assert "[edition.reference-unlisted]" in said


def test_an_unknown_keyword_names_the_nearest(
    copy: Path, build, tmp_path: Path
) -> None:
    page = copy / "chapters" / "bibliographie.md"
    page.write_text(
        page.read_text("utf-8").replace("contexte", "contexte contxte"), "utf-8"
    )
    said = build(tmp_path / "out")
    assert "mot-clé « contxte » inconnu" in said
    assert "vouliez-vous « contexte »" in said


def test_a_bad_file_stops_the_build_before_any_page(
    copy: Path, build, tmp_path: Path
) -> None:
    from edition_sphinx.report import EditionFault

    (copy / "data" / "references.bib").write_text("@misc{a, title={T}", "utf-8")
    with pytest.raises(EditionFault, match=r"references\.bib:1: BibTeX illisible"):
        build(tmp_path / "out")
    assert not (tmp_path / "out" / "html" / "index.html").exists()


def test_pages_that_cite_follow_a_label_that_changes(
    copy: Path, build, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert build(out) == ""
    bib = copy / "data" / "references.bib"
    bib.write_text(
        bib.read_text("utf-8").replace("year = {2014}", "year = {2015}"), "utf-8"
    )
    assert build(out) == ""
    assert ">2015</a>)" in (out / "html" / "index.html").read_text("utf-8")


def test_two_builds_and_parallel_builds_give_the_same_bytes(
    build, tmp_path: Path
) -> None:
    pages = []
    for name, parallel in (("a", 1), ("b", 1), ("c", 2)):
        assert build(tmp_path / name, parallel=parallel) == ""
        pages.append((tmp_path / name / "html" / PAGE).read_bytes())
    assert pages[0] == pages[1] == pages[2]
