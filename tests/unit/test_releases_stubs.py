"""What a page keeps of what left it; what an edition brought; the index of all ids."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from edition.releases.history import read_history
from edition.releases.index import anchor_index, index_text, schema_text
from edition.releases.ledger import AnchorState
from edition.releases.shelf import Shelf, read_shelf
from edition.releases.state import EditionState, edition_state
from edition.releases.told import say_edition

if TYPE_CHECKING:
    from edition.paths import EditionPaths
    from edition.releases.stubs import Stub

ESSAI, OLD = "chapters/essai", "chapters/ancien"


@pytest.fixture(scope="module")
def shelf(released_book: EditionPaths) -> Shelf:
    return read_shelf(released_book)


def stubs(shelf: Shelf, page: str) -> dict[str, Stub]:
    return {stub.id: stub for stub in shelf.stubs[page].stubs}


def test_a_page_keeps_what_left_it_in_its_order(shelf: Shelf) -> None:
    found = stubs(shelf, ESSAI)
    assert [*found] == ["p-55558", "p-77778", "p-88888"]
    assert {stub.version for stub in found.values()} == {"0.1"}
    assert found["p-55558"].state is None
    assert found["p-77778"].state is AnchorState.MERGED
    assert found["p-88888"].state is AnchorState.RETIRED


def test_words_that_stand_nowhere_are_kept(shelf: Shelf) -> None:
    found = stubs(shelf, ESSAI)
    assert found["p-55558"].words == ""
    assert found["p-88888"].words.endswith("tenu au printemps, et oublié.")
    assert found["p-88888"].reason == "Le concours n’est pas attesté."


def test_a_page_that_is_no_more_keeps_every_id_it_held(shelf: Shelf) -> None:
    (lost,) = shelf.lost_pages
    assert lost.document == OLD
    assert lost.title == "Ancien nom"
    assert [stub.id for stub in lost.stubs] == ["sec-ancien", "p-bbbb8", "p-cccc8"]
    assert {h.document for stub in lost.stubs for h in stub.heirs} == {
        "chapters/nouveau"
    }


def test_pages_that_nothing_left_have_no_stubs(shelf: Shelf) -> None:
    assert set(shelf.stubs) == {ESSAI, OLD}


def test_the_same_state_is_read_once(released_book: EditionPaths) -> None:
    assert read_shelf(released_book) is read_shelf(released_book)


def test_the_history_says_what_each_edition_brought(shelf: Shelf) -> None:
    last, first = read_history(shelf)
    assert first.version == "0.1"
    assert first.groups == ()
    assert first.said.startswith("Première édition\u00a0: 12 passages, ")
    assert last.title == "Édition 0.2, 14\u00a0septembre\u00a02026"
    shown = {
        (group.title, group.page): [
            (entry.id, entry.said.replace("\u00a0", " ").replace("\u202f", " "))
            for entry in group.entries
        ]
        for group in last.groups
    }
    assert shown == {
        ("Ajouts", "Essai"): [("p-ffff8", ""), ("p-gggg8", "")],
        ("Textes reformulés et contenus modifiés", "Nouveau nom"): [
            ("sec-ancien", "venu de « Ancien nom »")
        ],
        ("Textes reformulés et contenus modifiés", "Essai"): [
            ("p-33338", ""),
            ("p-99998", ""),
        ],
        ("Textes reformulés et contenus modifiés", "Relevés"): [
            ("releves.brest-fans", "")
        ],
        ("Passages dont un chiffre a changé", "Essai"): [("p-44448", "")],
        ("Déplacements d’une page à une autre", "Autre page"): [
            ("p-55558", "venu de « Essai »")
        ],
        ("Déplacements d’une page à une autre", "Nouveau nom"): [
            ("p-bbbb8", "venu de « Ancien nom »"),
            ("p-cccc8", "venu de « Ancien nom »"),
        ],
        ("Partages", "Essai"): [
            ("p-66668", "à lire : « Essai », § 5 et « Essai », § 6")
        ],
        ("Fusions", "Essai"): [("p-77778", "à lire : « Essai », § 7")],
        ("Retraits", "Essai"): [("p-88888", "Le concours n’est pas attesté")],
    }


@pytest.fixture(scope="module")
def index(shelf: Shelf, released_book: EditionPaths) -> dict[str, Any]:
    state = edition_state(released_book)
    return anchor_index(shelf, state, title="Une petite édition", url="{}.html".format)


def test_the_index_keeps_its_contract(index: dict[str, Any]) -> None:
    schema = json.loads(schema_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    read = json.loads(index_text(index))
    assert read == index
    jsonschema.validate(read, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**read, "anchors": [{"id": "p-22228"}]}, schema)


def test_the_index_has_every_id_of_the_ledger_once(
    index: dict[str, Any], shelf: Shelf
) -> None:
    ids = [anchor["id"] for anchor in index["anchors"]]
    assert sorted(ids) == sorted(shelf.book.ledger.records)
    gone = {a["id"]: a for a in index["anchors"] if a["state"] != "active"}
    assert {i: (a["page"], a["state"]) for i, a in gone.items()} == {
        "p-66668": ("chapters/essai.html", "split"),
        "p-77778": ("chapters/essai.html", "merged"),
        "p-88888": ("chapters/essai.html", "retired"),
    }
    assert gone["p-77778"]["successors"] == ["p-99998"]
    assert gone["p-88888"]["reason"] == "Le concours n’est pas attesté."


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (EditionState(), "Édition 0.3.dev0"),
        (
            EditionState("0.2", "2026-09-14", exact=True),
            "Édition 0.2 du 14 septembre 2026",
        ),
        (
            EditionState("0.2", "2026-09-14"),
            "Texte en cours, après l’édition 0.2 du 14 septembre 2026",
        ),
    ],
)
def test_a_reader_is_told_which_edition_it_is(
    state: EditionState, expected: str
) -> None:
    assert say_edition(state, "0.3.dev0", None).replace("\u00a0", " ") == expected
