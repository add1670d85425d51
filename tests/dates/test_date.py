"""Dates as values: their order, and whether they are open."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.dates.parse import parse_date


def test_dates_sort_by_their_first_day_and_the_vaguer_first() -> None:
    ordered = (
        "../1950 1961/.. 1961/1963 1961 1961-01 1961-01-01 1961-07 1961-08-02 1962"
    )
    dates = [parse_date(text) for text in ordered.split()]

    assert all(one.sort_key < other.sort_key for one, other in pairwise(dates))


@pytest.mark.parametrize(
    ("text", "is_open"),
    [("1961/..", True), ("../1961", True), ("1961", False), ("199X", False)],
)
def test_only_an_interval_without_an_end_is_open(text: str, *, is_open: bool) -> None:
    assert parse_date(text).is_open is is_open


def test_a_date_prints_as_its_edtf() -> None:
    assert str(parse_date("6 July 1961")) == "1961-07-06"
