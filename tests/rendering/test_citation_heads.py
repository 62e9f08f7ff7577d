"""The heads of the pages of a small edition that has an address, a DOI and a release."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from support.site_pages import TOOLS
from support.small_chapter import copy_edition
from support.zotero_reading import Creator, Item, read_page

BASE = "https://exemple.fr/livre"
SETTINGS = f"""publisher = "Les Éditions d'essai"
public_address = "{BASE}/"
doi = "10.1234/tout"

[chapter_doi]
"chapters/strategies" = "10.1234/strategies"
"""
STUDY = """date-released: "2031-03-01"
references:
  - type: book
    title: "L'étude"
    authors:
      - family-names: Bezatte
        given-names: Zoé
    year: 2017
"""
DATA = "chapters/annexes/donnees/"
HOSTILE = """(sec-hostile)=
# L’essai "entre `<b>`" {accolades} & `</script>`

(p-zz234)=
Rien n’est affirmé ici.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small edition with a hostile title, built once."""
    from sphinx.testing.util import SphinxTestApp

    folder = tmp_path_factory.mktemp("tetes")
    paths = copy_edition(folder / "source")
    paths.settings.write_text(SETTINGS, "utf-8", newline="\n")
    with paths.citation.open("a", encoding="utf-8", newline="\n") as file:
        file.write(STUDY)
    (paths.chapters / "hostile.md").write_text(HOSTILE, "utf-8", newline="\n")
    app = SphinxTestApp("html", srcdir=paths.root, builddir=folder / "out")
    app.build()
    app.cleanup()
    assert app.warning.getvalue() == ""
    return Path(app.outdir)


def head(site: Path, name: str) -> str:
    text = (site / f"{name}.html").read_text(encoding="utf-8")
    return text.partition("<head>")[2].partition("</head>")[0]


def data(site: Path, name: str) -> Any:
    (found,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', head(site, name)
    )
    return json.loads(found)


def links(site: Path, name: str, rel: str) -> list[str]:
    found = re.findall(r'<link rel="([^"]*)" href="([^"]*)"', head(site, name))
    return [href for rels, href in found if rel in rels.split()]


def read(site: Path, name: str) -> Item:
    return read_page((site / f"{name}.html").read_text(encoding="utf-8"))


def pages(site: Path) -> list[str]:
    found = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    return sorted(name.removesuffix(".html") for name in found.difference(TOOLS))


def test_zotero_keeps_a_chapter_whole(site: Path):
    item = read(site, "chapters/strategies")
    assert item == Item(
        kind="bookSection",
        title="Les stratégies",
        book="Petits constats : édition d’essai",
        creators=(Creator("Les essayeurs"),),
        date="2031/03/01",
        language="fr",
        url=f"{BASE}/chapters/strategies.html",
        publisher="Les Éditions d’essai",
        doi="10.1234/strategies",
        abstract=item.abstract,
    )


def test_the_english_page_says_en(site: Path):
    assert read(site, "chapters/summary").language == "en"
    assert data(site, "chapters/summary")["inLanguage"] == "en"


def test_the_doi_of_a_chapter_is_cited_in_its_head_its_foot_and_its_file(site: Path):
    cited = "https://doi.org/10.1234/strategies"
    assert links(site, "chapters/strategies", "cite-as") == [cited]
    page = (site / "chapters/strategies.html").read_text(encoding="utf-8")
    assert f"{cited}.</p>" in page
    file = site / "_static/citations/chapters/strategies.js"
    assert f'"address":"{cited}"' in file.read_text(encoding="utf-8")
    # A passage is on the page, which the DOI may not lead to.
    url = f'"url":"{BASE}/chapters/strategies.html"'
    assert url in file.read_text(encoding="utf-8")
    assert "10.1234" not in head(site, "chapters/places")


def test_every_page_knows_its_address_and_its_book(site: Path):
    for name in pages(site):
        said = data(site, name)
        place = f"{BASE}/" if name == "index" else f"{BASE}/{name}.html"
        assert said["@id"] == place, name
        assert links(site, name, "canonical") == [place]
        if name == "index":
            continue
        assert said["isPartOf"]["@id"] == f"{BASE}/"
        assert links(site, name, "collection") == [f"{BASE}/"]


def test_the_book_names_its_parts_by_their_own_ids_and_what_it_is_about(site: Path):
    said = data(site, "index")
    parts = [part["@id"] for part in said["hasPart"]]
    ids = {data(site, name)["@id"]: data(site, name)["@type"] for name in pages(site)}
    assert {ids[part] for part in parts} <= {"Chapter", "DataCatalog"}
    assert f"{BASE}/chapters/strategies.html" in parts
    assert said["about"]["author"] == {"@type": "Person", "name": "Zoé Bezatte"}
    for name in pages(site):
        told = json.dumps(data(site, name) | {"about": ""}, ensure_ascii=False)
        rest = re.sub(r"<script type=.*?</script>", told, head(site, name))
        assert "Bezatte" not in rest, name


def test_the_page_of_a_table_offers_its_files_and_says_whose_it_is(site: Path):
    name = f"{DATA}constats"
    said = data(site, name)
    assert said["@type"] == "Dataset"
    offered = [file["contentUrl"] for file in said["distribution"]]
    assert offered == links(site, name, "item")
    for address in offered + links(site, name, "describedby"):
        assert (site / address.removeprefix(f"{BASE}/")).is_file(), address
    # The address of the page is the one that it asks to be cited by.
    page = (site / f"{name}.html").read_text(encoding="utf-8")
    assert f"{BASE}/{name}.html." in page.partition('class="ed-citation"')[2]


def test_a_hostile_title_stays_words(site: Path):
    title = data(site, "chapters/hostile")["name"]
    assert title == 'L’essai "entre <b>" {accolades} & </script>'
    assert read(site, "chapters/hostile").title == title
    assert head(site, "chapters/hostile").count("</script>") == head(
        site, "chapters/hostile"
    ).count("<script")


def test_the_page_of_the_search_is_nothing_to_cite(site: Path):
    found = head(site, "recherche")
    assert "citation_" not in found
    assert "ld+json" not in found
    assert "canonical" not in found
