"""Timelines, divided by year, decade or century."""

from __future__ import annotations

import pytest

from generator.dates.parse import parse_date
from generator.drawings.periods import by_period
from generator.facts.entries import Entry


def test_entries_are_grouped_by_the_decade_they_begin_in() -> None:
    texts = ["1899", "1961", "1969/1971", "196X", "1970", "2001?", "../1955"]
    entries = [Entry(parse_date(text), text) for text in texts]

    groups = by_period(entries)

    assert [
        (period.label, [entry.note for entry in group]) for period, group in groups
    ] == [
        ("1890s", ["1899"]),
        ("1960s", ["1961", "1969/1971", "196X"]),
        ("1970s", ["1970"]),
        ("2000s", ["2001?"]),
        ("1950s", ["../1955"]),
    ]


@pytest.mark.parametrize(
    ("texts", "labels"),
    [
        (["2019", "2024-06-19"], ["2019", "2024"]),
        (["2019", "2029-06-19"], ["2010s", "2020s"]),
        (["1776", "2024/.."], ["1770s", "2020s"]),
        (["1648", "2024"], ["1600-1699", "2000-2099"]),
        (["1000/2024", "2024"], ["1000-1099", "2000-2099"]),
        ([], []),
    ],
)
def test_a_timeline_is_divided_as_finely_as_it_can_be_taken_in(
    texts: list[str], labels: list[str]
) -> None:
    entries = [Entry(parse_date(text), text) for text in texts]

    assert [period.label for period, _ in by_period(entries)] == labels
