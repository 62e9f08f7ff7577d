"""What has become, since an edition, of what its reader saw."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from edition.releases.changes import ChangeKind
from edition.releases.past import PagePast, read_past
from edition.releases.shelf import Shelf, read_shelf
from support.released_book import FATES

if TYPE_CHECKING:
    from edition.paths import EditionPaths

ESSAI, AUTRE, OLD = "chapters/essai", "chapters/autre", "chapters/ancien"


@pytest.fixture(scope="module")
def shelf(released_book: EditionPaths) -> Shelf:
    return read_shelf(released_book)


@pytest.fixture(scope="module")
def past(shelf: Shelf) -> dict[str, PagePast]:
    """Today's pages as a reader of 0.1 sees them."""
    return read_past(shelf.editions[0], shelf.book)


def said(pages: dict[str, PagePast], page: str, anchor: str) -> str:
    """Return what is said, with plain spaces and without the edition's day."""
    past = pages[page]
    fate = past.fates.get(anchor)
    text = fate.said if fate else past.unchanged
    plain = re.sub("[\u00a0\u202f]", " ", text)
    return plain.replace("depuis l’édition 0.1 (2 mars 2026)", "DEPUIS")


@pytest.mark.parametrize(
    ("page", "anchor", "expected"),
    [
        (ESSAI, "sec-essai", "Sans changement DEPUIS."),
        (ESSAI, "p-22228", "Sans changement DEPUIS, où c’était le § 1."),
        (ESSAI, "p-33338", "Texte reformulé DEPUIS."),
        (ESSAI, "p-44448", "Un chiffre a changé DEPUIS : « 819 » est devenu « 824 »."),
        (ESSAI, "p-55558", "N’est plus dans cette page DEPUIS."),
        (
            AUTRE,
            "p-55558",
            "Sans changement DEPUIS, où c’était, dans « Essai », le § 4.",
        ),
        (ESSAI, "p-66668", "Texte partagé DEPUIS."),
        (ESSAI, "p-77778", "Ce qui portait ce code a été fondu ailleurs DEPUIS."),
        (
            ESSAI,
            "p-88888",
            "Ce qui portait ce code a été retiré DEPUIS. Raison donnée : Le concours "
            "n’est pas attesté.",
        ),
        (
            ESSAI,
            "p-ffff8",
            "N’était pas dans l’édition 0.1 : ajouté dans l’édition 0.2.",
        ),
        (OLD, "sec-ancien", "N’est plus dans cette page DEPUIS."),
        (
            "chapters/nouveau",
            "sec-ancien",
            "Contenu modifié DEPUIS, où c’était, dans « Ancien nom », la section "
            "« Ancien nom ».",
        ),
        (
            "chapters/annexes/donnees/releves",
            "releves.brest-fans",
            "Contenu modifié DEPUIS.",
        ),
    ],
)
def test_each_thing_is_said_in_a_sentence(
    past: dict[str, PagePast], page: str, anchor: str, expected: str
) -> None:
    assert said(past, page, anchor) == expected


def test_words_are_kept_where_they_are_other_ones(past: dict[str, PagePast]) -> None:
    fates = past[ESSAI].fates
    assert "jamais été écrite" in fates["p-33338"].before
    assert "fut écrite plus tard" in fates["p-33338"].after
    assert fates["p-88888"].before.startswith("Un concours de photographies")
    assert fates["p-88888"].after == ""
    # What moved is compared where it is now; what is the same needs no words.
    assert fates["p-55558"].before == fates["p-22228"].before == ""


def test_what_left_leads_to_where_it_is(past: dict[str, PagePast]) -> None:
    fates = past[ESSAI].fates
    places = {
        anchor: [(heir.document, heir.id, heir.name) for heir in fate.heirs]
        for anchor, fate in fates.items()
        if fate.heirs
    }
    assert places == {
        "p-55558": [(AUTRE, "p-55558", "§\u00a02")],
        "p-66668": [(ESSAI, "p-gggg8", "§\u00a06")],
        "p-77778": [(ESSAI, "p-99998", "§\u00a07")],
    }


def test_a_page_says_what_has_happened_to_it(past: dict[str, PagePast]) -> None:
    assert past[ESSAI].page.replace("\u00a0", " ") == (
        "Dans cette page, depuis l’édition 0.1 (2 mars 2026) : 2 reformulations, "
        "1 passage aux chiffres changés, 1 déplacement, 1 partage, 1 fusion, "
        "1 retrait et 2 ajouts."
    )
    assert "n’a pas changé" in past["index"].page
    assert past["chapters/nouveau"].page == "Cette page n’était pas dans l’édition 0.1."


def test_numbers_are_those_of_the_edition(past: dict[str, PagePast]) -> None:
    assert past[ESSAI].numbers["1"] == "p-22228"
    assert past[OLD].numbers == {"1": "p-bbbb8", "2": "p-cccc8"}


def test_the_last_edition_knows_only_the_work_after_it(shelf: Shelf) -> None:
    past = read_past(shelf.editions[1], shelf.book)
    assert {anchor for page in past.values() for anchor in page.fates} == {"p-dddd8"}
    assert past[AUTRE].fates["p-dddd8"].kind is ChangeKind.REWORDED


def test_every_published_id_that_is_not_the_same_has_a_fate(
    past: dict[str, PagePast],
) -> None:
    pages = dict.fromkeys(FATES, ESSAI) | {"p-dddd8": AUTRE}
    pages |= {"p-bbbb8": OLD, "p-cccc8": OLD}
    told = {anchor for anchor, page in pages.items() if anchor in past[page].fates}
    assert told == {*FATES}  # p-dddd8 was reworded after 0.2
