"""The drawn timeline: rows, marks, what their form tells."""

from __future__ import annotations

import re

import pytest

from generator.dates.parse import parse_date
from generator.drawings.marks import RADIUS, ROW_WIDTH, rows
from generator.drawings.timeline import MIN_ENTRIES, draw
from generator.facts.entries import Entry


def entries(*texts: str) -> list[Entry]:
    dates = [parse_date(text) for text in texts]
    return sorted(
        (Entry(date, f"n{place}") for place, date in enumerate(dates)),
        key=lambda entry: entry.date.sort_key,
    )


@pytest.mark.parametrize(
    ("text", "form", "is_unsure"),
    [
        ("1961-07-06", "day", False),
        ("1961-07", "within", False),
        ("1961", "within", False),
        ("196X", "within", False),
        ("[1961,1962]", "within", False),
        ("1961-07-06/1961-08-01", "lasting", False),
        ("1961-07-06?", "day", True),
        ("1961~", "within", True),
        ("before 1961", "within", False),
        ("1961/..", "lasting", False),
    ],
)
def test_the_form_of_a_mark_tells_how_much_is_known(
    text: str,
    form: str,
    is_unsure: bool,  # noqa: FBT001 - a column of the table
) -> None:
    marks = [mark for row in rows(entries(text)) for mark in row.marks]

    assert {(mark.form, mark.is_unsure) for mark in marks} == {(form, is_unsure)}


def test_every_date_of_an_entry_on_which_sources_differ_is_drawn_as_unsure() -> None:
    entry = Entry(parse_date("1995"), "end", also=(parse_date("1996-09-10"),))

    first, second = rows([entry])

    marks = [*first.marks, *second.marks]
    assert [(mark.form, mark.is_unsure) for mark in marks] == [
        ("within", True),
        ("day", True),
    ]


def test_marks_stand_where_their_days_lie_in_the_row() -> None:
    row, *_ = rows(entries("1960-01-01", "1965-01-01", "1969-12-31", "1980"))

    assert row.period.label == "1960s"
    assert [round(mark.left + RADIUS) for mark in row.marks] == [
        round(RADIUS),
        ROW_WIDTH // 2,
        round(ROW_WIDTH - RADIUS),
    ]


def test_what_spans_several_periods_has_a_mark_in_each() -> None:
    drawn = rows(entries("1961-02/1963-03", "1965"))

    assert [row.period.label for row in drawn] == ["1961", "1962", "1963", "1965"]
    firsts = [row.marks[0] for row in drawn[:3]]
    assert [(round(mark.left), round(mark.right)) for mark in firsts] == [
        (33, 400),
        (0, 400),
        (0, 99),
    ]


def test_no_mark_covers_another() -> None:
    (row,) = rows(entries(*["2024-06-19"] * 5, "2024", "2024-06", "2024-01/2024-12"))

    for one in row.marks:
        for other in row.marks:
            if one is not other and one.lane == other.lane:
                assert one.right < other.left or other.right < one.left


@pytest.mark.parametrize(
    "texts", [["0001/9998", "2024"], ["0001", "9998"], ["0001/9998"] * 30]
)
def test_the_longest_timeline_has_no_more_rows_than_there_are_centuries(
    texts: list[str],
) -> None:
    assert len(rows(entries(*texts))) <= 100


def test_few_entries_are_not_drawn() -> None:
    assert draw(entries(*["1961"] * (MIN_ENTRIES - 1)), str) == ""
    assert draw([], str) == ""


def test_every_mark_leads_into_the_list_and_nothing_written_becomes_markup() -> None:
    of_day = entries(*(f"196{digit}-07-06" for digit in range(MIN_ENTRIES)))

    drawing = draw(of_day, lambda _: '<script>"&')

    assert set(re.findall(r'href="#t-(\w+)"', drawing)) == {
        entry.id for entry in of_day
    }
    assert "<script" not in drawing
    assert "&lt;script&gt;&quot;&amp;" in drawing
    assert f"{MIN_ENTRIES} entries, 1960 to 1965; 1965 has the most (1)" in drawing
    assert "exact day" in drawing
    assert "sources differ" not in drawing


def test_what_has_no_beginning_and_what_has_no_end_is_drawn_where_its_known_end_lies() -> (
    None
):
    drawn = rows(entries("../1955-03", "1999-05/.."))

    assert [(row.period.label, len(row.marks)) for row in drawn] == [
        ("1950s", 1),
        ("1990s", 1),
    ]
