"""What follows from the notes: who says what of whom, who cites what, what happened when."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates.parse import parse_date
from generator.facts.site import Site
from tests.rendered import errors, site_of

FILES = {
    "content/actors/kim.md": "---\ntitle: Kim\nmember_of: [Korea, Club]\n---\nOf Korea.\n\nKorea.",
    "content/actors/korea.md": "---\ntitle: Korea\nleader: Kim\n---\nKorea.\n",
    "content/actors/club.md": "---\ntitle: Club\nsummary: Of Kim [@un].\n---\nx\n",
    "content/treaties/pact.md": (
        "---\ntitle: The Pact\nparties: [Korea, {party: Kim, signed_by: Kim}]\n"
        "signed: {value: 1961, source: un#p1}\n---\nBy Kim [@un#p0].\n\nAlso [@un#p1; @us].\n"
    ),
    "content/events/first.md": "---\ndate: 1961-07\nactors: [Kim, Korea]\n---\nx\n",
    "content/events/second.md": "---\ndate: 1962\nactors: Kim\ntreaties: The Pact\n---\nx\n",
    "content/events/third.md": "---\ndate: 1961\nactors: Club\npart_of: Second\n---\nx\n",
    "content/topics/story.md": "---\ntitle: Story\nabout: [Kim, Korea]\n---\nx\n",
    "content/topics/of-pact.md": "---\ntitle: Of it\nabout: [The Pact, Club]\n---\nx\n",
    "seeds/un.md": "---\ntitle: UN\n---\nOne.\n\nTwo, of Kim.\n",
    "seeds/us.md": "---\ntitle: US\n---\nOne.\n",
}


@pytest.fixture(scope="module")
def site() -> Site:
    site, problems = site_of(FILES)
    assert not errors(problems)
    return site


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "kim",
            {
                "Explained in": ("story",),
                "Leads": ("korea",),
                "Party to": ("pact",),
                "Signed": ("pact",),
                "Took part in": ("first", "second"),
            },
        ),
        (
            "club",
            {
                "Explained in": ("of-pact",),
                "Members": ("kim",),
                "Took part in": ("third",),
            },
        ),
        ("pact", {"Events": ("second",), "Explained in": ("of-pact",)}),
        ("second", {"Parts": ("third",)}),
        ("story", None),
    ],
)
def test_every_tie_is_known_from_its_other_end(
    site: Site, note: str, expected: Mapping[str, tuple[str, ...]] | None
) -> None:
    assert site.connections.inverses.get(note) == expected


def test_a_backlink_is_the_first_paragraph_that_names_a_note_and_how_often(
    site: Site,
) -> None:
    links = {item.note: item for item in site.connections.backlinks["korea"]}

    assert list(links) == ["kim"]
    assert links["kim"].count == 2
    assert links["kim"].excerpt.endswith("Of \x01korea\x02Korea\x03.")
    assert [item.note for item in site.connections.backlinks["kim"]] == ["pact", "club"]


def test_a_source_knows_each_place_that_cites_it(site: Site) -> None:
    cited = {
        source: [
            (place.note, place.paragraph, place.excerpt is None) for place in places
        ]
        for source, places in site.connections.citing.items()
    }

    assert cited == {
        "un": [("club", "", False), ("pact", "p0", False), ("pact", "p1", False)],
        "us": [("pact", "", False)],
    }


def test_a_source_that_only_a_field_cites_is_cited_once() -> None:
    front = "signed: {value: 1961, source: us}\nin_force: {value: 1962, source: us}"
    site, _ = site_of({**FILES, "content/treaties/pact.md": f"---\n{front}\n---\nx"})

    assert [(place.note, place.excerpt) for place in site.connections.citing["us"]] == [
        ("pact", None)
    ]


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
