"""Dates in sentences: where they stand, what they mean, and nothing that is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates.find import find_dates
from generator.dates.parse import parse_date

DAY = parse_date("2024-06-20")  # a Thursday
MONTH = parse_date("2024-06")


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("five years ago", "2019"),
        ("three months ago", "2024-03"),
        ("7 months later", "2025-01"),
        ("two days ago", "2024-06-18"),
        ("a week ago", "2024-06-10/2024-06-16"),
        ("last month", "2024-05"),
        ("this year", "2024"),
        ("next year", "2025"),
        ("yesterday", "2024-06-19"),
        ("in February", "2024-02"),
        ("in September", "2023-09"),
        ("last June", "2023-06"),
        ("this June", "2024-06"),
        ("next May", "2025-05"),
        ("on Wednesday", "2024-06-19"),
        ("on Thursday", "2024-06-20"),
        ("last Thursday", "2024-06-13"),
        ("next Monday", "2024-06-24"),
    ],
)
def test_a_relative_date_is_told_from_the_day_of_writing(
    text: str, expected: str
) -> None:
    assert found(f"They met {text}, he said.", "2024-06-20") == [(text, expected)]
    assert found(f"They met {text}, he said.") == []


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        ("five years ago", "2024", ["2019"]),
        ("five years ago", "2023/2024", []),
        ("last month", "2024-06", ["2024-05"]),
        ("last month", "2024", []),
        ("yesterday", "2024-06", []),
        ("on Monday", "2024-06", []),
        ("in February", "2024", []),
        ("last month", "since 2024", []),
    ],
)
def test_a_relative_date_is_no_more_precise_than_its_anchor(
    text: str, anchor: str, expected: list[str]
) -> None:
    assert [edtf for _, edtf in found(f"They met {text}.", anchor)] == expected


@pytest.mark.parametrize(
    "text", ["999999999999 days ago", "9999999 weeks later", "99999 years ago"]
)
def test_a_date_beyond_the_calendar_is_none(text: str) -> None:
    assert found(f"They met {text}.", "2024-06-20") == []


@given(st.text())
def test_no_text_breaks_the_finder_and_dates_do_not_overlap(text: str) -> None:
    items = list(find_dates(text, DAY))

    assert all(0 <= item.start < item.end <= len(text) for item in items)
    assert all(one.end <= two.start for one, two in pairwise(items))
