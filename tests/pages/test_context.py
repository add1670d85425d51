"""What a page's template calls: links from where it stands, values, groups, order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.dates.parse import parse_date
from generator.facts.entries import Entry
from generator.facts.site import Site, page_path
from generator.facts.timelines import Timelines
from generator.notes.model import Actor
from generator.pages.context import DIFFER, LATEST, Writer
from generator.schema.values import ActorRef, Citation, PlaceName, Prose, Reference
from tests.rendered import errors, site_of

FILES = {
    "content/actors/kim.md": "---\ntitle: Kim *Un*\naliases: [Leader]\ntype: person\n---\nx\n",
    "content/actors/korea.md": "---\ntitle: Korea\ntype: state\n---\nx\n",
    "content/actors/some-body.md": "x\n",
    "content/places/port.md": "---\ntitle: Port\n---\nx\n",
    "seeds/un.md": "---\ntitle: UN\n---\nOne.\n\nTwo.\n",
    "seeds/us.md": "---\ntitle: US\n---\nOne.\n",
}


@pytest.fixture(scope="module")
def site() -> Site:
    site, problems = site_of(FILES)
    assert not errors(problems)
    return site


def writer(site: Site, id_: str = "korea") -> Writer:
    note = site.index.notes[id_]
    return Writer(site, page_path(note), note)


@pytest.mark.parametrize(
    ("here", "there", "address"),
    [
        ("actors/kim.md", "actors/korea.md", "korea.md"),
        ("actors/kim.md", "places/port.md", "../places/port.md"),
        ("actors/kim.md", "index.md", "../index.md"),
        ("index.md", "actors/kim.md", "actors/kim.md"),
        ("index.md", "index.md", "index.md"),
    ],
)
def test_addresses_lead_from_where_the_page_stands(
    site: Site, here: str, there: str, address: str
) -> None:
    assert Writer(site, here).to(there) == address


@pytest.mark.parametrize(
    ("reference", "shown"),
    [
        (ActorRef("Kim *Un*"), "[Kim \\*Un\\*](kim.md)"),
        (ActorRef("kim"), "[Kim \\*Un\\*](kim.md)"),
        (ActorRef("leader"), "[leader](kim.md)"),
        (Reference("Port"), "[Port](../places/port.md)"),
        (ActorRef("Korea"), "Korea"),
        (ActorRef("korea"), "Korea"),
        (PlaceName("the *sea*"), "the \\*sea\\*"),
    ],
)
def test_a_field_shows_a_link_on_the_name_it_gives(
    site: Site, reference: Reference, shown: str
) -> None:
    assert writer(site).name(reference) == shown


VALUE = "content/actors/here.md"


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("", ""),
        ("1961-07", "July 1961"),
        ("{value: 1961, source: un}", "1961[1]"),
        ("[{value: 1961, source: un}, {value: 1961, source: us}]", "1961[1][2]"),
        ("[{value: 1961, source: un}, 1962]", f"1961[1]; or 1962{DIFFER}"),
        ("[1961, {value: 1962, rank: preferred}]", "1962"),
        ("[1961, {value: 1962, rank: deprecated}]", "1961"),
        ("{value: 1961, rank: deprecated}", ""),
        ("{value: 1961, printed: 61*}", '1961 (printed "61\\*")'),
        ("{value: 1961, why: As Korea says.}", "1961 (As Korea says.)"),
    ],
)
def test_a_value_shows_its_sources_and_where_they_differ(
    field: str, shown: str
) -> None:
    site, problems = site_of(
        {**FILES, VALUE: f"---\nfounded: {field}\ntitle: Here\n---\nx"}
    )
    page = writer(site, "here")
    here = page.note("here")
    assert isinstance(here, Actor)
    values = page.values(here.fields.founded)

    assert not errors(problems)
    for number in (1, 2):
        mark = f'<sup class="cite" id="cite-{number}-1">[{number}](#ref-{number})</sup>'
        values = type(values)(values.replace(mark, f"[{number}]"))
    assert values.replace("[Korea](korea.md)", "Korea") == shown


def test_numbers_follow_the_order_of_reading_and_stay() -> None:
    body = "a [@us#p0]. b [@un; @us]. c [@un#p1]."
    site, _ = site_of({**FILES, VALUE: body})
    page = writer(site, "here")
    page.prose(page.note("here").body)

    assert [
        (number, source.id, pins) for number, source, pins in page.references()
    ] == [
        (1, "us", ["p0", ""]),
        (2, "un", ["", "p1"]),
    ]


def test_what_the_page_rests_on_gets_a_number_without_a_mark() -> None:
    site, _ = site_of({**FILES, VALUE: "---\nsources: [us#p0, un]\n---\na [@un]."})
    page = writer(site, "here")
    page.prose(page.note("here").body)

    page.rest_on(page.note("here").fields.sources)

    assert [
        (number, source.id, pins) for number, source, pins in page.references()
    ] == [
        (1, "un", ["", ""]),
        (2, "us", ["p0"]),
    ]
    assert page.cited["us"] == []


def test_a_source_is_linked_by_its_id_if_there_is_one(site: Site) -> None:
    page = writer(site)

    assert page.source_link("un") == "[UN](../sources/un.md)"
    assert page.source_link("nothing") == ""
    assert page.cite([Citation("nothing")]) == ""


def test_a_page_of_nothing_shows_nothing(site: Site) -> None:
    page = Writer(site, "index.md")

    assert (page.body() != "", page.text, page.prose(Prose("*a*"))) == (
        True,
        "",
        "\\*a\\*",
    )
    assert (page.inverses(), page.backlinks(), page.citing()) == ([], [], ())


def test_the_latest_events_come_first(site: Site) -> None:
    dates = [parse_date(str(year)) for year in range(1900, 1950)]
    entries = tuple(Entry(date, "kim") for date in dates)
    page = Writer(replace(site, timelines=Timelines(entries, {}, {})), "index.md")

    assert [str(entry.date) for entry in page.latest()][:2] == ["1949", "1948"]
    assert len(page.latest()) == LATEST
