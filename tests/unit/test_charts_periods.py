"""Dates on a scale of years, no more precise than their source."""

from __future__ import annotations

import pytest

from edition.charts.periods import decimal_years
from edition.tables.edtf import EdtfError


def test_a_day_is_a_point() -> None:
    span = decimal_years("2013-07-02")
    assert span.start == span.end == pytest.approx(2013.5, abs=0.01)
    assert span.precise


def test_a_month_is_a_point_in_its_middle() -> None:
    span = decimal_years("2013-01")
    assert span.start == span.end == pytest.approx(2013.042, abs=0.005)
    assert span.precise


def test_a_year_is_as_long_as_it_is() -> None:
    span = decimal_years("2016")
    assert (span.start, span.end, span.precise) == (2016.0, 2017.0, False)


def test_a_period_goes_from_its_first_day_to_its_last() -> None:
    span = decimal_years("2004/2016")
    assert (span.start, span.end) == (2004.0, 2017.0)
    assert not span.uncertain


def test_a_leap_day_is_in_its_year() -> None:
    assert 2012 < decimal_years("2012-12-31").end < 2013


@pytest.mark.parametrize("text", ["2009~", "2009?", "2009~/2012"])
def test_an_approximate_or_uncertain_date_says_so(text: str) -> None:
    assert decimal_years(text).uncertain


def test_an_open_period_stands_at_the_end_that_is_known() -> None:
    before, after = decimal_years("../2011"), decimal_years("2018/..")
    assert before.open_start
    assert before.start == before.end == 2012.0
    assert after.open_end
    assert after.start == after.end == 2018.0


@pytest.mark.parametrize("text", ["", "non vu", "hier", "2013-13"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(EdtfError):
        decimal_years(text)
