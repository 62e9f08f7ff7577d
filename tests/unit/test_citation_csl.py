"""``edition.citation.csl``: the styles of libraries, exactly as a reader gets them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from edition.citation.csl import STYLES, render
from edition.citation.forms import fill_form, forms_of
from edition.citation.metadata import CitationMetadata
from edition.citation.names import Name
from edition.citation.signs import SLANT, Passage, plain
from edition.citation.work import Work, edition_work, page_work
from edition.settings import Settings

DAY = date(2031, 11, 1)
EDITION = CitationMetadata(
    title="Autour d'un livre : édition annotée",
    names=(Name("Contributrices et contributeurs de l'édition"),),
    version="0.2",
    licence_id="CC-BY-4.0",
    released=date(2030, 3, 1),
)
FIXED = Settings(publisher="Les Essayeurs", public_address="https://exemple.fr/livre")
NOBODY = Settings()

NOTE, AUTHOR_DATE, CHICAGO, PLAIN = range(4)


def edition(settings: Settings = FIXED, *, release: str = "0.2") -> Work:
    return edition_work(EDITION, settings, release=release)


def chapter(settings: Settings = FIXED, *, title: str = "L'enquête") -> Work:
    return page_work(edition(settings), title=title, path="chapters/enquete.html")


def cited(work: Work, form: int, passage: Passage | None = None) -> str:
    """Return a citation as a reader copies it, ordinary spaces in place of ours."""
    given = passage or Passage(day=DAY)
    said = plain(fill_form(forms_of(work)[form], work, given))
    return said.replace("\u00a0", " ").replace("\u202f", " ")


def at(locator: str, code: str, words: str = "") -> Passage:
    return Passage(locator, code, words, DAY)


def test_the_edition_in_each_style():
    work = edition()
    assert cited(work, NOTE) == (
        "CONTRIBUTRICES ET CONTRIBUTEURS DE L’ÉDITION. Autour d’un livre : édition "
        "annotée [en ligne]. Édition 0.2. [S. l.] : Les Essayeurs, 1er mars 2030. "
        "[Consulté le 1er novembre 2031]. Disponible à l’adresse : "
        "https://exemple.fr/livre/?ed=0.2."
    )
    assert cited(work, AUTHOR_DATE) == (
        "(Contributrices et contributeurs de l’édition 2030)\n"
        "CONTRIBUTRICES ET CONTRIBUTEURS DE L’ÉDITION, 2030. Autour d’un livre : "
        "édition annotée [en ligne]. Édition 0.2. Les Essayeurs. Disponible à "
        "l’adresse : https://exemple.fr/livre/?ed=0.2 [Consulté le 1er novembre 2031]."
    )
    assert cited(work, CHICAGO) == (
        "Contributrices et contributeurs de l’édition, Autour d’un livre : édition "
        "annotée, édition 0.2 (Les Essayeurs, 2030). https://exemple.fr/livre/?ed=0.2."
    )
    assert cited(work, PLAIN) == (
        "Contributrices et contributeurs de l’édition, Autour d’un livre : édition "
        "annotée, édition 0.2, https://exemple.fr/livre/?ed=0.2 "
        "(consulté le 1er novembre 2031)."
    )


def test_a_chapter_in_each_style():
    work = chapter()
    where = "https://exemple.fr/livre/chapters/enquete.html?ed=0.2"
    assert cited(work, NOTE) == (
        "CONTRIBUTRICES ET CONTRIBUTEURS DE L’ÉDITION. L’enquête. Dans : Autour d’un "
        "livre : édition annotée [en ligne]. Édition 0.2. [S. l.] : Les Essayeurs, "
        f"1er mars 2030. [Consulté le 1er novembre 2031]. Disponible à l’adresse : {where}."
    )
    assert cited(work, AUTHOR_DATE) == (
        "(Contributrices et contributeurs de l’édition 2030)\n"
        "CONTRIBUTRICES ET CONTRIBUTEURS DE L’ÉDITION, 2030. L’enquête. In : Autour "
        "d’un livre : édition annotée [en ligne]. Édition 0.2. Les Essayeurs. "
        f"Disponible à l’adresse : {where} [Consulté le 1er novembre 2031]."
    )
    assert cited(work, CHICAGO) == (
        "Contributrices et contributeurs de l’édition. « L’enquête », dans Autour d’un "
        f"livre : édition annotée, édition 0.2 (Les Essayeurs, 2030). {where}."
    )
    assert cited(work, PLAIN) == (
        "Contributrices et contributeurs de l’édition, « L’enquête », dans Autour d’un "
        f"livre : édition annotée, édition 0.2, {where} (consulté le 1er novembre 2031)."
    )


@pytest.mark.parametrize(
    ("locator", "code"),
    [
        ("§ 12", "p-m2q8x"),
        ("ligne brest", "bibliotheques.brest"),
        ("tableau 3", "t-k3m9x"),
        ("figure 2", "f-k7w2m"),
        ("section 2.3", "sec-terrains"),
        ("tableau 3, ligne brest", "t-k3m9x.brest"),
    ],
)
def test_a_passage_of_a_chapter_in_each_style(locator: str, code: str):
    work = chapter()
    where = f"https://exemple.fr/livre/chapters/enquete.html?ed=0.2#{code}"
    passage = at(locator, code)
    note = cited(work, NOTE, passage)
    assert f"Les Essayeurs, 1er mars 2030, {locator}. [Consulté" in note
    assert note.endswith(f"Disponible à l’adresse : {where}.")
    call, reference = cited(work, AUTHOR_DATE, passage).split("\n")
    assert call == f"(Contributrices et contributeurs de l’édition 2030, {locator})"
    assert reference.endswith(
        f"Disponible à l’adresse : {where} [Consulté le 1er novembre 2031]."
    )
    chicago = cited(work, CHICAGO, passage)
    assert chicago.endswith(f"édition 0.2 (Les Essayeurs, 2030), {locator}. {where}.")
    assert f"édition 0.2, {locator}, {where} (cons" in cited(work, PLAIN, passage)


def test_an_edition_without_address_date_or_publisher_says_so():
    work = page_work(
        edition_work(
            CitationMetadata("Un livre", (Name("Nous"),), "0.1.dev0", "MIT"), NOBODY
        ),
        title="Le terrain",
        path="chapters/terrain.html",
    )
    passage = at("§ 2", "p-22222")
    where = "chapters/terrain.html#p-22222"
    assert cited(work, NOTE, passage) == (
        "NOUS. Le terrain. Dans : Un livre [en ligne]. Édition 0.1.dev0. [S. l.] : "
        "[s. n.], [s. d.], § 2. [Consulté le 1er novembre 2031]. Adresse publique non "
        f"fixée : {where}."
    )
    assert cited(work, AUTHOR_DATE, passage) == (
        "(Nous [sans date], § 2)\nNOUS, [sans date]. Le terrain. In : Un livre [en "
        f"ligne]. Édition 0.1.dev0. Adresse publique non fixée : {where} [Consulté le "
        "1er novembre 2031]."
    )
    assert cited(work, CHICAGO, passage) == (
        "Nous. « Le terrain », dans Un livre, édition 0.1.dev0, § 2, consulté le 1er "
        f"novembre 2031. Adresse publique non fixée : {where}."
    )
    assert cited(work, PLAIN, passage) == (
        "Nous, « Le terrain », dans Un livre, édition 0.1.dev0, § 2, adresse publique "
        f"non fixée : {where} (consulté le 1er novembre 2031)."
    )


def test_the_whole_edition_without_address_has_none_to_show():
    work = edition(NOBODY)
    assert cited(work, NOTE).endswith("]. Adresse publique non fixée.")
    assert "adresse publique non fixée (consulté" in cited(work, PLAIN)


def test_the_doi_of_the_edition_is_its_address_but_not_that_of_a_chapter():
    settings = Settings(doi="10.1234/abcd", public_address="https://exemple.fr/")
    assert "https://doi.org/10.1234/abcd." in cited(edition(settings), NOTE)
    assert "doi.org" not in cited(chapter(settings), NOTE)
    assert "https://exemple.fr/chapters/" in cited(chapter(settings), NOTE)


def test_a_chapter_with_a_doi_is_cited_by_it_and_its_passages_by_their_page():
    work = replace(chapter(), doi="10.1234/un")
    assert "https://doi.org/10.1234/un" in cited(work, NOTE, Passage())
    assert "https://exemple.fr/livre/chapters/" in cited(
        work, NOTE, at("§ 2", "p-22222")
    )


def test_an_address_asks_for_no_edition_between_two_releases():
    assert "?ed=" not in cited(edition(release=""), NOTE)


def test_without_a_browser_the_day_of_access_is_left_open():
    assert "[Consulté le …]" in cited(chapter(), NOTE, Passage())


def test_words_quoted_stand_before_the_citation():
    quoted = at("§ 12", "p-m2q8x", "un «\u202fmot\u202f»\n  de trop")
    for form in (NOTE, AUTHOR_DATE, CHICAGO, PLAIN):
        said = cited(chapter(), form, quoted)
        assert said.startswith("« un “mot” de trop »\n")
        assert said.partition("\n")[2] == cited(chapter(), form, at("§ 12", "p-m2q8x"))


def test_a_title_is_set_the_french_way_and_keeps_its_own_signs():
    work = chapter(title="Le <i>réel</i> & « l'autre » : pour quoi ?")
    assert cited(work, NOTE).startswith(
        "CONTRIBUTRICES ET CONTRIBUTEURS DE L’ÉDITION. Le <i>réel</i> & « l’autre » : "
        "pour quoi ? Dans : "
    )
    # Chicago has guillemets of its own.
    assert "« Le <i>réel</i> & “l’autre” : pour quoi ? », dans" in cited(work, CHICAGO)


def test_titles_of_books_are_in_italics():
    for style in STYLES:
        _, slanted, _ = render(chapter(), style).split(SLANT)
        assert slanted == "Autour d’un livre\u00a0: édition annotée"


def test_the_authors_are_the_entity_whole_and_never_turned_round():
    for form in (NOTE, AUTHOR_DATE, CHICAGO, PLAIN):
        said = cited(chapter(), form).casefold()
        assert "contributrices et contributeurs de l’édition" in said
