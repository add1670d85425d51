"""What happened when: for the site, and for each note."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates.parse import parse_date
from generator.facts.site import Site
from tests.facts.conftest import FILES
from tests.rendered import site_of


@pytest.mark.parametrize(
    ("note", "events"),
    [
        ("kim", ["pact", "first", "second"]),
        ("korea", ["pact", "first"]),
        ("pact", ["pact", "second"]),
        ("second", ["third"]),
        ("story", ["pact", "first"]),
        ("of-pact", ["pact", "second"]),
    ],
)
def test_a_timeline_holds_the_events_that_name_a_note_or_belong_to_a_story(
    site: Site, note: str, events: list[str]
) -> None:
    assert [entry.note for entry in site.timelines.by_note[note]] == events


def test_the_timeline_of_all_begins_with_the_oldest_and_vaguest(site: Site) -> None:
    assert [entry.note for entry in site.timelines.entries] == [
        "pact",
        "third",
        "first",
        "second",
    ]


def test_an_event_stands_at_the_date_that_is_preferred() -> None:
    date = "- {value: 1950, rank: deprecated}\n- 1970\n- {value: 1963, rank: preferred}"
    site, _ = site_of(
        {**FILES, "content/events/first.md": f"---\ndate:\n{date}\n---\nx"}
    )

    assert [
        str(entry.date) for entry in site.timelines.entries if entry.note == "first"
    ] == ["1963"]


def test_an_event_whose_every_date_is_deprecated_is_on_no_timeline() -> None:
    date = "{value: 1950, rank: deprecated}"
    site, _ = site_of(
        {**FILES, "content/events/first.md": f"---\ndate: {date}\n---\nx"}
    )

    assert "first" not in [entry.note for entry in site.timelines.entries]


DATES = st.sampled_from(
    [
        "1961",
        "1961?",
        "1961-07",
        "1961-07-06",
        "196X",
        "1961/..",
        "../1961",
        "1960/1962",
        "1962",
    ]
)
NAMES = st.lists(st.sampled_from(["Kim", "Korea", "Club"]), unique=True)


@given(st.lists(st.tuples(DATES, NAMES), max_size=6))
def test_timelines_are_sorted_and_hold_each_event_of_a_note_once(
    events: list[tuple[str, list[str]]],
) -> None:
    files = {
        path: text
        for path, text in FILES.items()
        if not re.match("content/(e|t)", path)
    }
    for number, (date, names) in enumerate(events):
        front = f"date: {date}\nactors: [{', '.join(names)}]"
        files[f"content/events/e{number}.md"] = f"---\n{front}\n---\nx"

    site, _ = site_of(files)

    for entries in (site.timelines.entries, *site.timelines.by_note.values()):
        keys = [(entry.date.sort_key, entry.note) for entry in entries]
        assert keys == sorted(set(keys))
    assert len(site.timelines.entries) == len(events)
    for name in ("Kim", "Korea", "Club"):
        expected = {
            f"e{number}" for number, (_, names) in enumerate(events) if name in names
        }
        assert {
            entry.note for entry in site.timelines.by_note.get(name.lower(), ())
        } == expected
    assert all(
        entry.date in {parse_date(date) for date, _ in events}
        for entry in site.timelines.entries
    )
