"""Dates in sentences: where they stand, what they mean, and nothing that is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates.find import find_dates
from generator.dates.parse import parse_date

DAY = parse_date("2024-06-20")  # a Thursday


def found(text: str, anchor: str = "") -> list[tuple[str, str]]:
    day = parse_date(anchor) if anchor else None
    return [
        (text[item.start : item.end], item.date.edtf) for item in find_dates(text, day)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Signed on 6 July 1961 in Moscow.", [("6 July 1961", "1961-07-06")]),
        ("Signed July 6, 1961, in Moscow.", [("July 6, 1961", "1961-07-06")]),
        ("Signed 1961-07-06.", [("1961-07-06", "1961-07-06")]),
        ("In July 1961, and in 1962.", [("July 1961", "1961-07"), ("1962", "1962")]),
        (
            "From 6-11 July 1961 they met.",
            [("6-11 July 1961", "1961-07-06/1961-07-11")],
        ),
        ("In spring 2019 it ended.", [("spring 2019", "2019-21")]),
        (
            "In the 1990s and the 19th century.",
            [("1990s", "199X"), ("19th century", "18XX")],
        ),
        ("It lasted 1950-53.", [("1950-53", "1950/1953")]),
        ("It was about 1961 or so.", [("about 1961", "1961~")]),
        ("It was before 1996.", [("before 1996", "[..1995]")]),
        ("Some 1,500 men, 2024,5 tons, 19611 men, 961 more.", []),
        ("On 31 June 1961 nothing happened.", []),
        ("In May he came. The march began.", []),
    ],
)
def test_dates_are_found_where_they_stand(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text) == expected


@given(st.text())
def test_no_text_breaks_the_finder_and_dates_do_not_overlap(text: str) -> None:
    items = list(find_dates(text, DAY))

    assert all(0 <= item.start < item.end <= len(text) for item in items)
    assert all(one.end <= two.start for one, two in pairwise(items))
