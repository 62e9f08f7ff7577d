from __future__ import annotations

import random

import pytest

from edition.anchors.ids import (
    ALPHABET,
    find_ids,
    is_anchor,
    is_section,
    mint,
    prefix_of,
)


@pytest.mark.parametrize("anchor", ["p-m2q8x", "q-22222", "t-k3m9x", "f-zzzzz"])
def test_ids_of_the_form_are_known(anchor: str) -> None:
    assert is_anchor(anchor)
    assert prefix_of(anchor) == anchor[0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "p-",
        "p-m2q8",
        "p-m2q8xx",
        "p-m2q8o",
        "p-m2q81",
        "p-M2q8x",
        "x-m2q8x",
        "p_m2q8x",
    ],
)
def test_anything_else_is_not(text: str) -> None:
    assert not is_anchor(text)
    assert prefix_of(text) == ""


def test_no_sign_is_taken_for_another_and_none_makes_a_word() -> None:
    assert not set(ALPHABET) & set("0o1liaeu")
    assert len(set(ALPHABET)) == len(ALPHABET) == 28


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("sec-terrains", True),
        ("sec-dix-ans-apres", True),
        ("sec-2016", True),
        ("sec-", False),
        ("sec-Été", False),
        ("sec--a", False),
        ("terrains", False),
    ],
)
def test_ids_of_sections_are_readable(text: str, known: bool) -> None:
    assert is_section(text) is known


def test_new_ids_are_of_the_form_and_never_taken() -> None:
    rng = random.Random(7)
    taken: set[str] = set()
    for _ in range(2000):
        anchor = mint("p", taken, rng=rng)
        assert is_anchor(anchor)
        assert anchor not in taken
        taken.add(anchor)


def test_when_nothing_is_free_it_says_so_rather_than_run_for_ever() -> None:
    class Full:
        def __contains__(self, anchor: object) -> bool:
            return True

        def __iter__(self) -> None: ...

        def __len__(self) -> int:
            return 0

    with pytest.raises(RuntimeError, match="no free id"):
        mint("p", Full(), rng=random.Random(1))  # type: ignore[arg-type]


@pytest.mark.parametrize("prefix", ["", "x", "pq", "sec"])
def test_an_unknown_prefix_is_refused(prefix: str) -> None:
    with pytest.raises(ValueError, match="unknown prefix"):
        mint(prefix, set(), rng=random.Random(1))


def test_whatever_looks_like_an_id_is_found() -> None:
    text = "(p-m2q8x)=\n% jadis q-22222\n:name: t-k3m9x\nautour-m2q8x p-m2q8xx"
    assert find_ids(text) == {"p-m2q8x", "q-22222", "t-k3m9x"}
