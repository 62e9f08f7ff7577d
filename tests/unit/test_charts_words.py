"""Room for words: widths, lines, and labels that must not overlap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.charts.words import spread, width_of, wrap

SIZE = 14.0


def test_a_longer_text_is_wider_and_twice_the_size_twice_as_wide() -> None:
    assert width_of("Médiathèque", SIZE) > width_of("Média", SIZE) > 0
    assert width_of("Brest", 28) == pytest.approx(2 * width_of("Brest", 14), rel=0.05)


def test_a_dollar_is_a_sign_like_any_other() -> None:
    assert width_of("$x$", SIZE) > width_of("xx", SIZE)


def test_lines_fit_and_say_all_the_words() -> None:
    text = "Enquête sur la présence de quatre bibliothèques de lecture publique"
    lines = wrap(text, 180, SIZE, most=9)
    assert " ".join(lines) == text
    assert all(width_of(line, SIZE) <= 180 for line in lines)


def test_a_number_stays_by_its_unit() -> None:
    assert all(
        "m²" not in line or "980\u00a0m²" in line
        for line in wrap("une surface de 8\u202f980\u00a0m² en tout", 90, SIZE, most=9)
    )


def test_too_many_lines_end_in_an_ellipsis() -> None:
    lines = wrap("un deux trois quatre cinq six sept huit neuf dix", 60, SIZE, most=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert width_of(lines[-1], SIZE) <= 60


def test_a_word_wider_than_the_line_is_cut() -> None:
    (line,) = wrap("anticonstitutionnellement", 60, SIZE)
    assert line.endswith("…")


def test_labels_that_do_not_touch_stay_where_they_are() -> None:
    assert spread([10.0, 50.0], [10.0, 10.0], 0.0, 100.0) == [10.0, 50.0]


def test_labels_that_touch_are_moved_apart_in_their_order() -> None:
    assert spread([52.0, 50.0], [10.0, 10.0], 0.0, 100.0) == [60.0, 50.0]


@given(st.lists(st.floats(0, 100), min_size=1, max_size=6))
def test_no_label_overlaps_another_or_leaves_the_drawing(wanted: list[float]) -> None:
    rooms = [12.0] * len(wanted)
    placed = spread(wanted, rooms, 0.0, 100.0)
    assert all(5.99 <= centre <= 94.01 for centre in placed)
    gaps = zip(sorted(placed), sorted(placed)[1:], strict=False)
    assert all(right - left >= 11.99 for left, right in gaps)
