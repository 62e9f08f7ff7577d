"""What every page of the real edition tells programs: what it is, whose, under which terms."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from edition.citation.metadata import load_citation
from edition.citation.work import typeset
from edition.settings import load_settings
from support.site_pages import CHAPTER, TOOLS, every_page
from support.zotero_reading import Creator, read_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from edition.paths import EditionPaths

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
ADDED = re.compile(
    r'<meta (?:name="(?:citation_|DC\.)|property=)[^>]*>\n|'
    r'<link rel="(?:author|canonical|cite-as|collection|describedby|item|license|'
    r"schema\.DC|type)\b[^>]*>\n|" + BLOCK.pattern + r"\n"
)
OURS = Creator("Contributrices et contributeurs de l’édition")
BOOK = (
    "Autour de « Des tweets et des likes en bibliothèque » : édition numérique annotée "
    "d’une synthèse d’enquête"
)
DATA = "chapters/annexes/donnees/"
KNOWN = [r"schema\.org", r"creativecommons\.org", r"purl\.org/dc", r"doi\.org"]


def public_address(paths: EditionPaths) -> str:
    """Return where the edition is read, with a slash at its end; empty when not fixed."""
    address = load_settings(paths).public_address
    return f"{address.rstrip('/')}/" if address else ""


def cited(site: Path) -> list[str]:
    return [name for name in every_page(site) if name not in TOOLS]


def page(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def head(site: Path, name: str) -> str:
    return page(site, name).partition("<body")[0]


def data(site: Path, name: str) -> Any:
    (found,) = BLOCK.findall(head(site, name))
    return json.loads(found)


def plain(text: str) -> str:
    return re.sub(r"\s", " ", text)


@pytest.mark.parametrize(
    ("name", "title", "language"),
    [
        (CHAPTER, "Les établissements", "fr"),
        ("chapters/en.html", "In English", "en"),
        ("chapters/annexes/lexique.html", "Lexique", "fr"),
    ],
)
def test_zotero_keeps_a_section_of_our_book_by_our_entity(
    site: Path, name: str, title: str, language: str
):
    item = read_page(page(site, name), location=f"http://127.0.0.1/{name}")
    assert (item.kind, item.title, plain(item.book)) == ("bookSection", title, BOOK)
    assert item.creators == (OURS,)
    assert item.language == language
    # Without a public address the page is kept where it was read.
    assert item.url.endswith(f"/{name}")


def test_zotero_keeps_the_edition_as_a_book(site: Path):
    item = read_page(page(site, "index.html"))
    assert (item.kind, plain(item.title), item.book) == ("book", BOOK, "")
    assert item.creators == (OURS,)


def test_no_page_makes_the_authors_of_the_study_ours(site: Path, paths: EditionPaths):
    (study,) = load_citation(paths).references
    theirs = {name.family for name in study.names}
    assert theirs == {"Audouard", "Rimaud", "Wiart"}
    for name in cited(site):
        said = data(site, name)
        about = said.pop("about", None)
        assert (about is not None) == (name == "index.html")
        told = BLOCK.sub("", head(site, name)) + json.dumps(said, ensure_ascii=False)
        assert not re.search("|".join(theirs), told), name
    about = data(site, "index.html")["about"]
    assert [author["name"] for author in about["author"]] == [
        typeset(name.said) for name in study.names
    ]
    assert about["isbn"] == study.isbn


def test_every_page_says_what_it_is_and_what_it_is_part_of(
    site: Path, paths: EditionPaths
):
    base = public_address(paths)
    kinds = {name: data(site, name)["@type"] for name in cited(site)}
    assert kinds["index.html"] == "Book"
    assert kinds[f"{DATA}index.html"] == "DataCatalog"
    for name, kind in kinds.items():
        text = page(site, name)
        assert (kind == "Dataset") == ("ed-data-page" in text), name
        if name == "index.html":
            continue
        part = data(site, name)["isPartOf"]
        home = Path(os.path.relpath(site / "index.html", (site / name).parent))
        assert part["@id"] == (base or home.as_posix()), name
    listed = data(site, "index.html")["hasPart"]
    parts = [part["@id"].removeprefix(base) for part in listed]
    assert len(parts) == len(set(parts))
    chapters = {name for name, kind in kinds.items() if kind == "Chapter"}
    assert set(parts) == chapters | {f"{DATA}index.html"}


def test_an_address_is_told_where_one_is_fixed_and_nowhere_else(
    site: Path, paths: EditionPaths
):
    base = public_address(paths)
    addressed = "canonical|og:url|DC.identifier|_url"
    named = [*KNOWN, re.escape(base)] if base else KNOWN
    hosts = rf"https?://(?:{'|'.join(named)})"
    for name in cited(site):
        said, told = data(site, name), head(site, name)
        assert bool(re.search(addressed, BLOCK.sub("", told))) == bool(base), name
        assert ("@id" in said) == bool(base), name
        # Other hosts are named for what others made: the study, the data of a table.
        for found in ("isBasedOn", "license", "about"):
            said.pop(found, None)
        told = BLOCK.sub("", re.sub(r'<link rel="license[^>]*>', "", told))
        told += json.dumps(said)
        assert not re.search("https?://", re.sub(hosts, "", told)), name


def test_a_table_offers_its_files_under_its_own_licence(site: Path, root: Path):
    package = json.loads((root / "data/datapackage.json").read_text(encoding="utf-8"))
    terms = {
        resource["name"]: resource.get("licenses", package["licenses"])
        for resource in package["resources"]
    }
    seen = 0
    for name in cited(site):
        said = data(site, name)
        if said["@type"] != "Dataset":
            continue
        seen += 1
        for file in said["distribution"]:
            path = f"donnees/{file['contentUrl'].rpartition('/donnees/')[2]}"
            assert (site / path).is_file(), name
        licence = terms[Path(name).stem][0]["path"].removesuffix("deed.fr")
        assert said["license"] == licence
        assert 50 <= len(said["description"]) <= 5000, name
        assert len(said["variableMeasured"]) > 1
    assert seen == len(list((root / "data/tables").glob("*.csv")))


def test_data_that_others_made_name_them(site: Path):
    said = data(site, f"{DATA}comptes-twitter-uk-2016.html")
    assert said["contributor"][0]["name"] == "Libraries Hacked"
    assert "creator" not in said
    assert "creator" in data(site, f"{DATA}chiffres.html")


def test_a_head_stays_light(site: Path):
    weights = {
        name: sum(len(found[0].encode()) for found in ADDED.finditer(head(site, name)))
        for name in cited(site)
    }
    assert min(weights.values()) > 1_000
    text = {name for name in weights if not name.startswith(DATA)} - {"index.html"}
    assert max(weights[name] for name in text) <= 2_600
    assert max(weights.values()) <= 5_000


@pytest.mark.parametrize("name", [CHAPTER, "index.html", f"{DATA}sources.html"])
def test_the_content_policy_has_nothing_against_data(
    visit: Callable[[str], Page], name: str
):
    """Any word on the console is a fault of the fixture: a violation would be one."""
    opened = visit(name)
    block = opened.locator('script[type="application/ld+json"]')
    assert json.loads(block.text_content() or "")["@context"] == "https://schema.org"
