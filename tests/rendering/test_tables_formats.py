"""Views and values outside the HTML pages: nodes, plain text, EPUB, one long page."""

from __future__ import annotations

import pickle
import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from edition_sphinx.tables.nodes import data_table, data_value
from support.table_builds import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

EPUB = {"version": "1", "copyright": "La rédaction", "epub_show_urls": "no"}


@pytest.fixture
def workshop(
    tmp_path: Path, rootdir: Path, make_app: Callable[..., SphinxTestApp]
) -> Workshop:
    return Workshop(rootdir / "test-tables", tmp_path, make_app)


@pytest.mark.sphinx("dummy", testroot="tables", freshenv=True)
def test_a_node_has_names_and_options_never_rows_or_paths(app: SphinxTestApp) -> None:
    app.build()
    tree = app.env.get_doctree("chapters/vues")
    views = list(tree.findall(data_table))
    assert [view["ids"] for view in views] == [["t-aaaaa"], ["t-k3m9x"], ["t-p4q7z"]]
    assert views[1].attributes.keys() - {
        "ids",
        "names",
        "classes",
        "dupnames",
        "backrefs",
    } == {
        "table",
        "options",
        "title",
        "docname",
    }
    assert views[1]["options"]["sort"] == "ville, -surface"
    pickled = pickle.dumps(views[1].attributes)
    assert b"Capucins" not in pickled
    assert str(app.srcdir).encode() not in pickle.dumps(
        [value.attributes for value in tree.findall(data_value)]
    )
    assert str(app.srcdir) not in repr(app.env.get_domain("tables").data)


def test_plain_text_has_the_rows_and_the_values(workshop: Workshop) -> None:
    built = workshop.build("text")
    assert built.said == ""
    text = (built.out / "chapters/vues.txt").read_text("utf-8")
    assert (
        "Tableau 2 – Les *lieux* ouverts\u202f; soit 2\u00a0bibliothèques à Brest"
        in text
    )
    assert re.search(
        r"\| Les Capucins +\| 9\u202f700 +\| 43,5 +\| 7\u00a0janvier\u00a02017", text
    )
    assert re.search(r"\| Arles +\|", text)
    values = (built.out / "chapters/valeurs.txt").read_text("utf-8")
    assert "Plus de quatre" in values
    assert "non vu" in values
    listed = (built.out / "chapters/annexes/donnees/index.txt").read_text("utf-8")
    assert "* Lieux" in listed


def test_an_epub_is_well_formed_and_carries_no_script_data_or_file(
    workshop: Workshop,
) -> None:
    built = workshop.build("epub", **EPUB)
    assert built.said == ""
    (book,) = built.out.glob("*.epub")
    with zipfile.ZipFile(book) as archive:
        names = archive.namelist()
        pages = {
            name: archive.read(name).decode()
            for name in names
            if name.endswith(".xhtml")
        }
    for name, page in pages.items():
        ET.fromstring(page.replace("&nbsp;", " ")), name
    views = next(page for name, page in pages.items() if name.endswith("vues.xhtml"))
    assert 'id="t-k3m9x.capucins"' in views
    assert "data-table-tools" not in views
    assert "download" not in views
    assert "data-note" not in "".join(pages.values())
    assert not [name for name in names if name.endswith((".csv", ".json"))]
    links = re.findall(r'href="([^"#]*)#(sources\.[a-z]+)"', views)
    assert links
    assert links[0][0].endswith("sources.xhtml")


def test_one_long_page_has_all_rows_and_links_inside_itself(workshop: Workshop) -> None:
    built = workshop.build("singlehtml")
    page = built.page("index.html")
    assert 'href="#sources.journal"' in page
    assert page.count('id="sources.journal"') == 1
    assert '<span class="ed-caption-number">Tableau 2</span>' in page


def test_pages_in_folders_find_rows_and_files(workshop: Workshop) -> None:
    built = workshop.build("dirhtml")
    page = built.page("chapters/vues/index.html")
    assert 'href="../annexes/donnees/sources/#sources.journal"' in page
    assert 'href="../../donnees/vues/t-k3m9x.csv"' in page
