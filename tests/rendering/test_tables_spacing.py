"""The fast way round French spacing in cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.text.spacing import french
from edition_sphinx.tables.words import spaced

if TYPE_CHECKING:
    pass


@given(st.text(alphabet='aé1 2;:!?«»%§.°M\n\tIVXempn°,()"\u00a0\u202f', max_size=30))
def test_the_fast_way_round_french_spacing_changes_nothing(text: str) -> None:
    assert spaced(text) == french(text)


@pytest.mark.parametrize(
    "text",
    [
        "n° 5",
        "p. 12",
        "M. Dupont",
        "Mme Rimaud",
        "12 %",
        "10 000",
        "5 mars",
        "XXe siècle",
        "§ 3",
    ],
)
def test_what_needs_a_space_gets_it(text: str) -> None:
    assert spaced(text) != text
