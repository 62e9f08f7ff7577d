"""The gate, passage by passage; the simulation asks it about whole pull requests."""

from __future__ import annotations

import pytest

from edition.releases.changes import ChangeKind, change_of, value_changes
from edition.releases.gate import FaultKind, Located, compare
from edition.releases.items import Item, ItemKind
from edition.releases.ledger import AnchorRecord, AnchorState, Ledger
from edition.releases.likeness import likeness

ONE = "Les tweets sont mesurés pendant un mois d’été et un mois de rentrée."
TWO = "Un agent publie seul, un autre relit ; le ton se règle entre eux chaque semaine."
NEW = "Aucune de ces bibliothèques ne tient le compte exact de ses visiteurs du soir."


def item(
    anchor: str, words: str, *, section: str = "sec-a", skeleton: str = ""
) -> Item:
    kind = ItemKind.PARAGRAPH
    if anchor.startswith("sec-"):
        kind, section = ItemKind.SECTION, anchor
    if "." in anchor:
        kind = ItemKind.ROW
    return Item(anchor, kind, section=section, words=words, skeleton=skeleton)


def state(*items: Item, page: str = "a") -> dict[str, Located]:
    return {found.id: (page, found) for found in items}


def published(*items: Item) -> Ledger:
    return Ledger(
        {
            i.id: AnchorRecord(i.id, i.kind, "a", "0.1", "0.1", i.checksum)
            for i in sorted(items, key=lambda found: found.id)
        }
    )


def faults(before: list[Item], after: list[Item]) -> list[tuple[str, str, str]]:
    found = compare(published(*before), state(*before), state(*after))
    return [(str(fault.kind), fault.id, fault.other) for fault in found]


BASE = [item("p-22222", ONE), item("p-33333", TWO)]


def test_what_is_the_same_passes() -> None:
    assert faults(BASE, BASE) == []


def test_what_is_gone_is_lost() -> None:
    assert faults(BASE, BASE[:1]) == [("lost", "p-33333", "")]


def test_other_words_are_told() -> None:
    after = [BASE[0], item("p-33333", NEW)]
    assert faults(BASE, after) == [("other", "p-33333", "")]


def test_exchanged_words_are_told_on_both_sides() -> None:
    after = [item("p-22222", TWO), item("p-33333", ONE)]
    assert faults(BASE, after) == [
        ("taken", "p-22222", "p-33333"),
        ("taken", "p-33333", "p-22222"),
    ]


def test_passages_that_are_alike_are_told_apart_after_an_edit() -> None:
    one = (
        "À Brest, la page réunit surtout des habitants de la ville, et la messagerie "
        "reçoit chaque semaine quelques questions sur les horaires du centre."
    )
    other = (
        "À Metz, la page réunit surtout des étudiants de passage, et la messagerie "
        "reçoit chaque semaine beaucoup de questions sur les horaires du quai."
    )
    assert likeness(one, other) > 0.4  # alike enough to pass for an edit of itself
    before = [item("p-22222", one), item("p-33333", other)]
    after = [
        item("p-22222", other.replace("beaucoup de", "bien des")),
        item("p-33333", one.replace("quelques", "des")),
    ]
    assert {fault[:2] for fault in faults(before, after)} == {
        ("taken", "p-22222"),
        ("taken", "p-33333"),
    }


def test_a_passage_that_repeats_another_is_told_as_other_words() -> None:
    after = [item("p-22222", TWO), BASE[1]]
    assert [fault[:2] for fault in faults(BASE, after)] == [("other", "p-22222")]


def test_a_new_figure_leaves_a_passage_itself() -> None:
    frame = "Brest [r.brest] et Metz [r.metz]."
    before = item("p-22222", "Brest 819 et Metz 12.", skeleton=frame)
    after = item("p-22222", "Brest 4 310 et Metz 7.", skeleton=frame)
    assert faults([before], [after]) == []


def test_a_section_may_change_its_title_or_its_passages_but_not_both() -> None:
    before = [item("sec-a", "Les terrains"), *BASE]
    assert faults(before, [item("sec-a", "Quatre villes"), *BASE]) == []
    gone = [
        item("sec-a", "Les terrains"),
        *(item(i.id, i.words, section="sec-b") for i in BASE),
    ]
    assert faults(before, gone) == []


def test_exchanged_sections_are_told() -> None:
    titles = {"sec-a": "Les terrains", "sec-b": "La méthode"}
    before = [
        item("sec-a", titles["sec-a"]),
        item("p-22222", ONE, section="sec-a"),
        item("sec-b", titles["sec-b"]),
        item("p-33333", TWO, section="sec-b"),
    ]
    after = [
        item("sec-b", titles["sec-a"]),
        item("p-22222", ONE, section="sec-b"),
        item("sec-a", titles["sec-b"]),
        item("p-33333", TWO, section="sec-a"),
    ]
    assert {fault[1] for fault in faults(before, after)} == {"sec-a", "sec-b"}


def test_exchanged_rows_are_told_though_rows_are_alike() -> None:
    before = [
        item("v.brest", "brest | Brest | Bretagne | 139 000"),
        item("v.metz", "metz | Metz | Lorraine | 117 000"),
    ]
    after = [
        item("v.brest", "brest | Metz | Lorraine | 117 000"),
        item("v.metz", "metz | Brest | Bretagne | 139 000"),
    ]
    assert {fault[:2] for fault in faults(before, after)} == {
        ("taken", "v.brest"),
        ("taken", "v.metz"),
    }


@pytest.mark.parametrize(
    ("ledger_state", "successors", "standing", "kinds"),
    [
        (AnchorState.RETIRED, (), ["p-33333"], []),
        (AnchorState.RETIRED, (), ["p-22222", "p-33333"], [FaultKind.REVIVED]),
        (AnchorState.MERGED, ("p-33333",), ["p-33333"], []),
        (AnchorState.MERGED, ("p-44444",), ["p-33333"], [FaultKind.HEIRLESS]),
        (AnchorState.SPLIT, ("p-22222", "p-33333"), ["p-22222", "p-33333"], []),
        (AnchorState.SPLIT, ("p-22222", "p-33333"), ["p-33333"], [FaultKind.LOST]),
    ],
)
def test_a_decision_is_held_to_its_word(
    ledger_state: AnchorState,
    successors: tuple[str, ...],
    standing: list[str],
    kinds: list[FaultKind],
) -> None:
    ledger = published(*BASE)
    first = ledger.records["p-22222"]
    decided = AnchorRecord(
        "p-22222",
        first.kind,
        "a",
        "0.1",
        "0.1",
        first.checksum,
        ledger_state,
        successors,
        "Une raison.",
    )
    now = state(*(found for found in BASE if found.id in standing))
    found = compare(ledger.with_records([decided]), state(*BASE), now)
    assert [fault.kind for fault in found] == kinds


def test_a_successor_that_was_retired_later_is_an_end() -> None:
    ledger = published(*BASE)
    merged = AnchorRecord(
        "p-22222",
        ItemKind.PARAGRAPH,
        "a",
        "0.1",
        "0.1",
        BASE[0].checksum,
        AnchorState.MERGED,
        ("p-33333",),
    )
    retired = AnchorRecord(
        "p-33333",
        ItemKind.PARAGRAPH,
        "a",
        "0.1",
        "0.2",
        BASE[1].checksum,
        AnchorState.RETIRED,
        (),
        "Une raison.",
    )
    assert compare(ledger.with_records([merged, retired]), {}, {}) == []


# -- likeness --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        (ONE, ONE, 1, 1),
        (ONE, ONE.upper(), 1, 1),
        (ONE, f"{ONE} {TWO}", 1, 1),
        (
            ONE,
            "Les tweets sont comptés pendant un mois d’été et un mois de rentrée.",
            0.7,
            1,
        ),
        (ONE, TWO, 0, 0.3),
        ("", "", 1, 1),
        ("", ONE, 0, 0),
        ("Le bilan", "Le bilan provisoire", 0.5, 1),
        ("Brest", "Metz", 0, 0.5),
    ],
)
def test_likeness_is_high_for_the_same_passage(
    one: str, other: str, least: float, most: float
) -> None:
    assert least <= likeness(one, other) <= most
    assert likeness(one, other) == pytest.approx(likeness(other, one), abs=0.1)


# -- what has changed ------------------------------------------------------------------


def test_a_change_of_figures_alone_is_told_apart_from_an_edit() -> None:
    frame = "Brest [r.brest]."
    before = Item(
        "p-22222",
        ItemKind.PARAGRAPH,
        words="Brest 819.",
        skeleton=frame,
        values=(("r.brest", "819"),),
    )
    value = Item(
        "p-22222",
        ItemKind.PARAGRAPH,
        words="Brest 824.",
        skeleton=frame,
        values=(("r.brest", "824"),),
    )
    edited = Item(
        "p-22222",
        ItemKind.PARAGRAPH,
        words="À Brest 824.",
        skeleton="À Brest [r.brest].",
        values=(("r.brest", "824"),),
    )
    assert change_of(before, before) is None
    assert change_of(before, value) is ChangeKind.VALUE
    assert value_changes(before, value) == [("r.brest", "819", "824")]
    assert change_of(before, edited) is ChangeKind.REWORDED
