from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.text.ordinals import split_ordinals


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("le 1er juillet", ["le 1", "er", " juillet"]),
        ("dans le 20e arrondissement", ["dans le 20", "e", " arrondissement"]),
        ("le XXIe siècle", ["le XXI", "e", " siècle"]),
        ("la 1re et la 2de", ["la 1", "re", " et la 2", "de", ""]),
        ("François Ier, 2e", ["François I", "er", ", 2", "e", ""]),
    ],
)
def test_endings_of_ordinals_stand_apart(text: str, runs: list[str]) -> None:
    assert split_ordinals(text) == runs


@pytest.mark.parametrize(
    "text",
    [
        "Ce livre",
        "Le Vers",
        "Vie",
        "3.2e-1",
        "a1e",
        "p-2e",
        "1era",
        "#2e",
        "Xe",
        "10 ers",
    ],
)
def test_what_only_looks_like_an_ordinal_is_left_alone(text: str) -> None:
    assert split_ordinals(text) == [text]


@given(st.text(alphabet="19IVXers. -e"))
def test_nothing_is_lost(text: str) -> None:
    runs = split_ordinals(text)
    assert "".join(runs) == text
    assert len(runs) % 2 == 1
