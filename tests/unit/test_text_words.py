from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.text.spacing import french
from edition.text.words import checksum, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  un\n  deux\t trois ", "un deux trois"),
        ("1\u202f234\u00a0fans", "1 234 fans"),
        ("e\u0301", "é"),
        ("", ""),
    ],
)
def test_space_is_folded_and_letters_are_composed(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_the_checksum_is_a_promise() -> None:
    # Published in data/anchors.csv: it never changes for the same words.
    found = checksum("Les bibliothèques publiques.")
    assert found == checksum("Les  bibliothe\u0300ques\npubliques.")
    assert found.startswith("059832c8f841")
    assert len(found) == 64


@settings(deadline=None)
@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(st.text(alphabet="ab «»:12 \u00a0\u202f", max_size=40))
def test_french_spacing_is_no_change_of_signs(text: str) -> None:
    bare = "".join(unicodedata.normalize("NFC", text).split())
    assert "".join(french(text).split()) == bare
