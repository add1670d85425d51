"""What the home page shows of the site."""

from __future__ import annotations

from dataclasses import replace

from generator.dates.parse import parse_date
from generator.facts.entries import Entry
from generator.facts.timelines import Timelines
from generator.pages.base.context import PageContext
from generator.pages.lines.home import MAX_LATEST, latest_events
from tests.rendered import site_of


def test_the_latest_events_come_first() -> None:
    site, _ = site_of({"content/actors/kim.md": "x\n"})
    dates = [parse_date(str(year)) for year in range(1900, 1950)]
    entries = tuple(Entry(date, "kim") for date in dates)
    page = PageContext(replace(site, timelines=Timelines(entries, {}, {})), "index.md")

    assert [str(entry.date) for entry in latest_events(page)][:2] == ["1949", "1948"]
    assert len(latest_events(page)) == MAX_LATEST
