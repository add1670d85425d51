"""The calendar, read back as another program reads it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates.parse import parse_date
from generator.exports.calendar import calendar
from generator.exports.events import ExportedEvent

WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=300
)


def events(text: str) -> dict[str, icalendar.Component]:
    """Return each event of a calendar by its id."""
    found = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return {str(event["UID"]): event for event in found}


def event(
    title: str = "A day", summary: str = "So.", when: str = "1961-07-06"
) -> ExportedEvent:
    found = parse_date(when)
    return ExportedEvent("day", found, found.label, title, summary)


def test_each_event_lasts_as_long_as_its_date_may_mean(
    downloaded: dict[str, str],
) -> None:
    found = {
        id_: (one.decoded("DTSTART"), one.decoded("DTEND"), str(one["DESCRIPTION"]))
        for id_, one in events(downloaded["events/timeline.ics"]).items()
    }

    assert found == {  # the event without an end is left out
        "day@explainers": (date(1961, 7, 6), date(1961, 7, 7), "6 July 1961. So."),
        "year@explainers": (date(1961, 1, 1), date(1962, 1, 1), "about 1961. "),
        "span@explainers": (
            date(1961, 3, 1),
            date(1962, 6, 1),
            "March 1961 to May 1962. ",
        ),
        "pact-signed-1961@explainers": (
            date(1961, 1, 1),
            date(1962, 1, 1),
            "1961 or 1962. ",
        ),
        "pact-in-force-1963@explainers": (date(1963, 1, 1), date(1964, 1, 1), "1963. "),
    }


def test_the_same_events_give_the_same_bytes_on_any_day() -> None:
    text = calendar([event()])

    assert text == calendar([event()])
    (found,) = events(text).values()
    assert found.decoded("DTSTAMP") == datetime(1961, 7, 6, tzinfo=UTC)


def test_lines_end_and_are_no_longer_than_the_format_allows() -> None:
    text = calendar([event("é" * 200, "x" * 500)])

    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


@pytest.mark.parametrize(
    "title", ["A day; then, more", "back\\slash", "BEGIN:VEVENT", 'a "b": c']
)
def test_marks_of_the_format_are_text(title: str) -> None:
    (found,) = events(calendar([event(title)])).values()

    assert str(found["SUMMARY"]) == title


@given(WORDS, WORDS)
def test_any_words_come_back(title: str, summary: str) -> None:
    (found,) = events(calendar([event(title, summary)])).values()

    assert str(found["SUMMARY"]) == title
    assert str(found["DESCRIPTION"]) == f"6 July 1961. {summary}"
