"""Dates told from the day of writing: what they mean, and when that cannot be known."""

from __future__ import annotations

import pytest

from generator.dates.find import find_dates
from generator.dates.parse import parse_date


def found(text: str, anchor: str = "") -> list[tuple[str, str]]:
    day = parse_date(anchor) if anchor else None
    return [
        (text[item.start : item.end], item.date.edtf) for item in find_dates(text, day)
    ]


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
