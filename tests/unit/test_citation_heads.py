"""The head of a page for programs: what each vocabulary says, and what none may say."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest

from edition.citation.heads import head_html
from edition.citation.json_ld import data_block, linked_data
from edition.citation.metadata import CitationMetadata
from edition.citation.names import Name
from edition.citation.page_head import File, Head, Kind, Table
from edition.citation.references import Reference
from edition.citation.work import edition_work, page_work
from edition.settings import Settings
from support.zotero_reading import Creator, read_page

DAY = date(2031, 3, 1)
ENTITY = Name("Contributrices et contributeurs de l'édition")
PERSON = Name.of_person(given="Ada", family="Lovelace")
BASE = "https://exemple.fr/livre"
CC = "https://creativecommons.org/licenses/by/4.0/"
STUDY = Reference(
    "Des tweets",
    (Name.of_person(given="Louise", family="Martin"),),
    "book",
    year="2017",
    publisher="Éditions d'essai",
    isbn="978-2-84246-231-4",
    doi="10.4000/essai",
    url="https://exemple.org/etude",
)
TABLE = Table(
    description="Ce que l'on a compté.",
    licences=("https://exemple.org/licence",),
    columns=("Identifiant", "Valeur"),
    files=(File("../donnees/tables/x.csv", "text/csv"),),
    schemas=(File("../donnees/schema/x.json", "application/json"),),
)
HOSTILE = [
    'Un "titre" & l\'autre',
    "</script><script>alert(1)</script>",
    "<b>Gras</b> <!-- rien -->",
    "Deux\u2028lignes\u2029et\nune\ttroisième",
    "{{ accolades }} {% raw %} ${x}",
    "\\u003c \\ \x00 \x1f",
    "content=x onload=y",
]


def edition(settings: Settings | None = None, *, release: str = "0.2", **changes: Any):
    metadata = CitationMetadata("Un livre", (ENTITY,), "0.2", "CC-BY-4.0", released=DAY)
    return edition_work(
        replace(metadata, **changes),
        settings or Settings(publisher="Nous", public_address=BASE),
        release=release,
    )


def chapter(title: str = "L'enquête", **options: Any) -> Head:
    """Return a chapter; options are those of the head, of the page or of the edition."""
    page = {name: options.pop(name) for name in ("doi", "language") if name in options}
    whole = options.pop("whole", None) or edition()
    work = page_work(whole, title=title, path="chapters/enquete.html", **page)
    given = {"kind": Kind.CHAPTER, "names": (ENTITY,), "licence": f"{CC}deed.fr"}
    return Head(work=work, home="../index.html", **(given | options))


def home(whole: Any = None, **options: Any) -> Head:
    return Head(
        work=whole or edition(),
        kind=Kind.BOOK,
        names=(ENTITY,),
        licence=f"{CC}deed.fr",
        home="#",
        **options,
    )


class Tags(HTMLParser):
    """The elements of a head, and the text between them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.data: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.data.append(data)

    def metas(self, kind: str = "name") -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for tag, given in self.tags:
            if tag == "meta" and kind in given:
                found.setdefault(given[kind], []).append(given["content"])
        return found

    def links(self, rel: str) -> list[str]:
        return [
            given["href"]
            for tag, given in self.tags
            if tag == "link" and rel in given["rel"].split()
        ]


def read(head: Head) -> Tags:
    return Tags(head_html(head))


def block(head: Head) -> dict[str, Any]:
    """Return the data of a head, as a program reads them."""
    (text,) = read(head).data
    return json.loads(text)


# -- what a chapter says ---------------------------------------------------------------


def test_a_chapter_is_a_section_of_a_book_in_the_words_of_highwire():
    assert {
        name: said
        for name, said in read(chapter()).metas().items()
        if name.startswith("citation_")
    } == {
        "citation_title": ["L’enquête"],
        "citation_inbook_title": ["Un livre"],
        "citation_author": ["Contributrices et contributeurs de l’édition,"],
        "citation_publication_date": ["2031/03/01"],
        "citation_publisher": ["Nous"],
        "citation_language": ["fr"],
        "citation_public_url": [f"{BASE}/chapters/enquete.html?ed=0.2"],
    }


def test_it_says_the_same_in_dublin_core_and_open_graph():
    said = read(chapter())
    assert {
        name: found for name, found in said.metas().items() if name.startswith("DC.")
    } == {
        "DC.title": ["L’enquête"],
        "DC.creator": ["Contributrices et contributeurs de l’édition"],
        "DC.publisher": ["Nous"],
        "DC.date": ["2031-03-01"],
        "DC.language": ["fr"],
        "DC.type": ["Text"],
        "DC.identifier": [f"{BASE}/chapters/enquete.html"],
    }
    assert said.links("schema.DC") == ["http://purl.org/dc/elements/1.1/"]
    assert said.links("DC.rights") == [CC]
    assert said.metas("property") == {
        "og:title": ["L’enquête"],
        "og:site_name": ["Un livre"],
        "og:url": [f"{BASE}/chapters/enquete.html"],
        "og:type": ["article"],
        "og:locale": ["fr_FR"],
    }


def test_typed_links_lead_on():
    said = read(chapter(notice="guide/mentions-legales.html"))
    page = f"{BASE}/chapters/enquete.html"
    assert said.links("canonical") == [page]
    assert said.links("cite-as") == [f"{page}?ed=0.2"]
    assert said.links("type") == ["https://schema.org/Chapter"]
    assert said.links("license") == [CC]
    assert said.links("author") == [f"{BASE}/chapters/guide/mentions-legales.html"]
    assert said.links("collection") == [f"{BASE}/"]


def test_it_says_what_it_is_part_of_in_the_words_of_schema_org():
    assert block(chapter()) == {
        "@context": "https://schema.org",
        "@type": "Chapter",
        "@id": f"{BASE}/chapters/enquete.html",
        "name": "L’enquête",
        "inLanguage": "fr",
        "author": {
            "@type": "Organization",
            "name": "Contributrices et contributeurs de l’édition",
        },
        "publisher": {"name": "Nous"},
        "datePublished": "2031-03-01",
        "version": "0.2",
        "license": CC,
        "isPartOf": {"@type": "Book", "@id": f"{BASE}/", "name": "Un livre"},
    }


def test_a_page_in_english_says_so():
    head = chapter("In English", language="en")
    assert read(head).metas()["citation_language"] == ["en"]
    assert read(head).metas()["DC.language"] == ["en"]
    assert block(head)["inLanguage"] == "en"
    # Open Graph takes English for granted.
    assert "og:locale" not in read(head).metas("property")


# -- addresses -------------------------------------------------------------------------


def test_without_public_address_none_is_said_and_links_are_relative():
    head = chapter(whole=edition(Settings()), notice="guide/mentions-legales.html")
    said = read(head)
    assert "exemple.fr" not in head_html(head)
    assert not said.links("canonical") + said.links("cite-as")
    assert not {"citation_public_url", "DC.identifier"} & said.metas().keys()
    assert "og:url" not in said.metas("property")
    assert said.links("collection") == ["../index.html"]
    assert said.links("author") == ["guide/mentions-legales.html"]
    assert "@id" not in block(head)
    assert block(head)["isPartOf"]["@id"] == "../index.html"


def test_between_two_releases_one_address_is_page_and_citation():
    head = chapter(whole=edition(release="", released=None))
    page = f"{BASE}/chapters/enquete.html"
    assert f'<link rel="canonical cite-as" href="{page}">' in head_html(head)
    assert not re.search("date|Date", head_html(head))
    assert "?ed=" not in head_html(head)


def test_a_doi_is_what_is_cited_and_the_page_stays_canonical():
    head = chapter(doi="10.1234/ab<c")
    said = read(head)
    assert said.links("cite-as") == ["https://doi.org/10.1234/ab<c"]
    assert said.links("canonical") == [f"{BASE}/chapters/enquete.html"]
    assert said.metas()["citation_doi"] == ["10.1234/ab<c"]
    assert said.metas()["citation_public_url"] == [
        f"{BASE}/chapters/enquete.html?ed=0.2"
    ]
    assert block(head)["identifier"] == "https://doi.org/10.1234/ab<c"
    # That of the edition is not that of its chapters.
    whole = edition(Settings(doi="10.1234/tout", public_address=BASE))
    assert "10.1234" not in head_html(chapter(whole=whole))
    assert "10.1234/tout" in head_html(home(whole))


def test_an_edition_with_a_doi_alone_is_cited_by_it():
    said = read(home(edition(Settings(doi="10.1234/tout"))))
    assert said.links("cite-as") == ["https://doi.org/10.1234/tout"]
    assert said.links("canonical") == []


# -- the other pages -------------------------------------------------------------------


def test_the_title_page_is_the_book_its_parts_and_what_it_is_about():
    head = home(
        references=(STUDY,), parts=("chapters/enquete.html", "chapters/bilan.html")
    )
    said = block(head)
    assert (said["@type"], said["@id"], said["name"]) == (
        "Book",
        f"{BASE}/",
        "Un livre",
    )
    assert "isPartOf" not in said
    assert said["hasPart"] == [
        {"@id": f"{BASE}/chapters/enquete.html"},
        {"@id": f"{BASE}/chapters/bilan.html"},
    ]
    assert said["about"] == {
        "@type": "Book",
        "name": "Des tweets",
        "author": {"@type": "Person", "name": "Louise Martin"},
        "publisher": {"@type": "Organization", "name": "Éditions d’essai"},
        "datePublished": "2017",
        "isbn": "978-2-84246-231-4",
        "url": "https://exemple.org/etude",
        "sameAs": "https://doi.org/10.4000/essai",
    }
    assert "citation_inbook_title" not in read(head).metas()
    assert read(head).links("type") == [
        "https://schema.org/Book",
        "https://schema.org/AboutPage",
    ]


def test_a_study_of_which_little_is_known_says_only_that():
    head = home(references=(Reference("Un site", (ENTITY,), "website"),))
    assert block(head)["about"] == {
        "@type": "CreativeWork",
        "name": "Un site",
        "author": {
            "@type": "Organization",
            "name": "Contributrices et contributeurs de l’édition",
        },
    }


def test_the_page_of_a_table_is_a_dataset_under_its_own_licence():
    head = chapter("Relevés", kind=Kind.DATASET, table=TABLE)
    said = block(head)
    assert said["@type"] == "Dataset"
    assert said["license"] == "https://exemple.org/licence"
    assert said["creator"]["name"] == "Contributrices et contributeurs de l’édition"
    assert said["description"] == "Ce que l’on a compté."
    assert said["variableMeasured"] == ["Identifiant", "Valeur"]
    assert said["distribution"] == [
        {
            "@type": "DataDownload",
            "encodingFormat": "text/csv",
            "contentUrl": f"{BASE}/donnees/tables/x.csv",
        }
    ]
    assert not {"author", "isBasedOn", "includedInDataCatalog"} & said.keys()
    tags = read(head)
    assert tags.links("item") == [f"{BASE}/donnees/tables/x.csv"]
    assert tags.links("describedby") == [f"{BASE}/donnees/schema/x.json"]
    assert tags.links("license") == ["https://exemple.org/licence"]
    assert tags.metas()["DC.type"] == ["Dataset"]
    assert CC not in head_html(head)


def test_data_that_others_made_are_not_said_to_be_ours():
    table = replace(
        TABLE,
        makers=("Un ministère", "Nous"),
        sources=("https://exemple.org/a", "https://exemple.org/b"),
        catalogue="index.html",
    )
    said = block(chapter(kind=Kind.DATASET, table=table))
    assert said["contributor"] == [{"name": "Un ministère"}, {"name": "Nous"}]
    assert not {"creator", "author"} & said.keys()
    assert said["isBasedOn"] == ["https://exemple.org/a", "https://exemple.org/b"]
    assert said["includedInDataCatalog"] == {
        "@type": "DataCatalog",
        "@id": f"{BASE}/chapters/index.html",
    }


def test_a_licence_without_address_is_not_guessed():
    head = chapter(licence="")
    assert read(head).links("license") == []
    assert "license" not in block(head)


# -- hostile words ---------------------------------------------------------------------


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_leaves_its_place(title: str):
    head = chapter(title, whole=edition(title=title))
    said = read(head)
    # The same elements as for a tame title, in the same order, and one text: the data.
    tame = read(chapter())
    assert [(tag, list(given)) for tag, given in said.tags] == [
        (tag, list(given)) for tag, given in tame.tags
    ]
    assert said.metas()["citation_title"] == [head.work.title]
    assert said.metas()["citation_inbook_title"] == [head.work.book]
    data = block(head)
    assert data["name"] == head.work.title
    assert data["isPartOf"]["name"] == head.work.book
    html = head_html(head)
    assert html.count("<script") == html.count("</script") == 1
    assert not re.search("<!--|\u2028|\u2029|\x00", html)


def test_a_block_of_data_holds_no_sign_that_html_or_a_line_ends_at():
    signs = "</script><!--\u2028\u2029&"
    found = data_block({"name": signs})
    inner = found.removeprefix('<script type="application/ld+json">')
    inner = inner.removesuffix("</script>")
    assert not set(inner) & set("<>&\u2028\u2029")
    assert json.loads(inner) == {"name": signs}


def test_what_is_not_known_is_left_out():
    bare = replace(chapter(), names=(), licence="")
    bare = replace(bare, work=replace(bare.work, publisher="", issued=None, base=""))
    assert set(linked_data(bare)) == {
        "@context",
        "@type",
        "name",
        "inLanguage",
        "version",
        "isPartOf",
    }
    assert 'content=""' not in head_html(bare)
    assert 'href=""' not in head_html(bare)


def test_a_head_costs_a_chapter_at_most_1600_bytes_and_2600_with_all_settings():
    title, book = "T" * 30, "B" * 120
    bare = chapter(
        title, whole=edition(Settings(), title=book, released=None), notice="g/m.html"
    )
    assert len(head_html(bare).encode()) <= 1_600
    settings = Settings(publisher="P" * 40, public_address=f"{BASE}/{'x' * 20}")
    full = chapter(
        title, whole=edition(settings, title=book), doi="10.1234/x", notice="g/m.html"
    )
    assert len(head_html(full).encode()) <= 2_600


# -- as Zotero reads it ----------------------------------------------------------------


def test_zotero_keeps_a_section_with_its_book_its_entity_and_its_address():
    item = read_page(head_html(chapter()))
    assert (item.kind, item.title, item.book) == (
        "bookSection",
        "L’enquête",
        "Un livre",
    )
    assert item.creators == (Creator("Contributrices et contributeurs de l’édition"),)
    assert (item.date, item.language) == ("2031/03/01", "fr")
    assert item.url == f"{BASE}/chapters/enquete.html?ed=0.2"
    assert item.publisher == "Nous"


def test_zotero_keeps_the_edition_as_a_book():
    item = read_page(head_html(home(references=(STUDY,))))
    assert (item.kind, item.title, item.book) == ("book", "Un livre", "")
    assert item.creators == (Creator("Contributrices et contributeurs de l’édition"),)
    assert item.url == f"{BASE}/?ed=0.2"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        (PERSON, Creator("Lovelace", "Ada")),
        (
            Name.of_person(given="Jean-Pierre", family="de la Tour"),
            Creator("de la Tour", "Jean-Pierre"),
        ),
        (Name.of_person(given="", family="Voltaire"), Creator("Voltaire")),
        (Name("Une équipe"), Creator("Une équipe")),
        (Name("Équipe"), Creator("Équipe")),
        (Name("Bpi (Paris)"), Creator("Bpi (Paris)")),
    ],
)
def test_zotero_parts_persons_and_leaves_entities_whole(name: Name, kept: Creator):
    assert read_page(head_html(chapter(names=(name,)))).creators == (kept,)


def test_zotero_keeps_several_authors_apart():
    item = read_page(head_html(chapter(names=(PERSON, ENTITY))))
    assert item.creators == (
        Creator("Lovelace", "Ada"),
        Creator("Contributrices et contributeurs de l’édition"),
    )


def test_without_the_comma_zotero_would_cut_our_name_in_two():
    """Shows why the comma stands there."""
    html = head_html(chapter()).replace("de l’édition,", "de l’édition")
    (creator,) = read_page(html).creators
    assert creator == Creator("l’édition", "Contributrices et contributeurs de")
