"""A time known to the day, week, month or year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.when import PRECISIONS, When, iso_time, when

WHENS = st.builds(When.of, st.dates(), st.sampled_from(PRECISIONS))


@pytest.mark.parametrize(
    ("precision", "first", "last", "iso"),
    [
        ("day", date(2025, 12, 31), date(2025, 12, 31), "2025-12-31"),
        ("week", date(2025, 12, 29), date(2026, 1, 4), "2026-W01"),
        ("month", date(2025, 12, 1), date(2025, 12, 31), "2025-12"),
        ("year", date(2025, 1, 1), date(2025, 12, 31), "2025"),
    ],
)
def test_a_time_has_a_first_and_a_last_day_and_a_written_form(precision, first, last, iso):
    found = When.of(date(2025, 12, 31), precision)
    assert (found.first, found.last, str(found)) == (first, last, iso)


@pytest.mark.parametrize("precision", ["week", "month", "year"])
def test_a_day_in_the_middle_begins_no_period(precision):
    with pytest.raises(ValueError, match="no beginning"):
        When(date(2025, 11, 14), precision)


def test_the_coarser_stands_before_the_finer_that_begins_with_it():
    first = date(2024, 1, 1)  # a Monday
    ordered = [When(first, precision) for precision in reversed(PRECISIONS)]
    assert sorted(When(first, precision) for precision in PRECISIONS) == ordered


def test_a_time_holds_what_lies_in_it_and_meets_what_it_shares_days_with():
    november, week = When(date(2025, 11, 1), "month"), When(date(2025, 10, 27), "week")
    assert november.holds(When(date(2025, 11, 30)))
    assert not november.holds(When(date(2025, 12, 1)))
    assert november.meets(week)
    assert not november.holds(week)


@given(WHENS, WHENS)
def test_times_agree_whatever_the_calendar(one: When, other: When):
    assert one.first <= one.last <= one.first + timedelta(days=min(365, (date.max - one.first).days))
    assert one.holds(one)
    assert one.meets(other) == other.meets(one)
    assert not one.holds(other) or one.meets(other)
    assert (one < other) + (other < one) + (one == other) == 1


@given(WHENS)
def test_what_is_written_is_read_back(one: When):
    assert iso_time(str(one)) == one
    assert when(one.first, one.precision) == one


@pytest.mark.parametrize(
    "text", ["", "2025-13", "2025-02-30", "2025-W54", "0000", "Mai 2025", "2025-11-14T10:00"]
)
def test_other_text_is_no_time(text):
    assert iso_time(text) is None
    assert when(None, None) is None
