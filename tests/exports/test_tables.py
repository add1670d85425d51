"""Exports: what other programs read is what the pages say, and no more precise."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.app.assemble import assemble, load
from generator.artifacts import TextFile
from generator.exports.tables import _folded, as_csv, exports
from generator.facts.history import Calendar

FILES = {
    "content/actors/a.md": "# Aland",
    "content/events/day.md": (
        "---\ntitle: A day; then, more\ndate: 1961-07-06\nsummary: So [@un].\n---\nx"
    ),
    "content/events/year.md": "---\ndate: c. 1961\n---\nx",
    "content/events/span.md": "---\ndate: 1961-03/1962-05\n---\nx",
    "content/events/later.md": "---\ndate: since 1970\n---\nx",
    "content/treaties/pact.md": (
        "---\ntitle: =Pact\nsigned: [{value: 1961, source: un}, {value: 1962, source: us}]\n"
        "in_force: 1963\nparties: Aland\n---\nx"
    ),
    "seeds/un.md": "x",
    "seeds/us.md": "x",
}


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    texts = (TextFile(path, text) for path, text in FILES.items())
    site = assemble(load(texts), calendar=Calendar(date(2000, 1, 1), {})).site
    return dict(exports(site))


def test_a_calendar_holds_each_event_for_as_long_as_its_date_may_mean(
    files: dict[str, str],
) -> None:
    text = files["events/timeline.ics"]
    events = text.split("BEGIN:VEVENT")[1:]

    assert text.endswith("END:VCALENDAR\r\n")
    assert len(events) == 5  # what has no end is none
    assert "UID:pact-signed-1961@explainers" in text
    day = next(event for event in events if "UID:day" in event)
    assert "DTSTART;VALUE=DATE:19610706\r\nDTEND;VALUE=DATE:19610707" in day
    assert "SUMMARY:A day\\; then\\, more\r\nDESCRIPTION:6 July 1961. So." in day
    year = next(event for event in events if "UID:year" in event)
    assert "DTSTART;VALUE=DATE:19610101\r\nDTEND;VALUE=DATE:19620101" in year
    assert "DESCRIPTION:about 1961." in year


def test_tables_hold_dates_as_they_are_known(files: dict[str, str]) -> None:
    rows = {
        row["id"]: row
        for row in csv.DictReader(io.StringIO(files["events/timeline.csv"]))
    }

    assert rows["year"] | {"summary": ""} == {
        "date": "1961~",
        "in_words": "about 1961",
        "earliest": "1961-01-01",
        "latest": "1961-12-31",
        "id": "year",
        "title": "Year",
        "summary": "",
    }
    assert (rows["later"]["earliest"], rows["later"]["latest"]) == ("1970-01-01", "")


def test_json_is_no_more_precise_than_the_date(files: dict[str, str]) -> None:
    events = {
        item["unique_id"]: item
        for item in json.loads(files["events/timeline.json"])["events"]
    }

    assert events["day"]["start_date"] == {"year": 1961, "month": 7, "day": 6}
    assert "end_date" not in events["day"]
    assert events["year"]["start_date"] == {"year": 1961}
    assert events["year"]["display_date"] == "about 1961"
    assert events["later"]["start_date"] == {"year": 1970}
    assert "end_date" not in events["later"]


def test_treaties_are_a_table_without_formulas(files: dict[str, str]) -> None:
    [row] = csv.DictReader(io.StringIO(files["treaties/treaties.csv"]))

    assert (row["title"], row["signed"], row["parties"]) == (
        "'=Pact",
        "1961|1962",
        "Aland",
    )
    assert (row["status"], row["as_of"]) == ("In force", "2000-01-01")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300))
def test_a_line_is_folded_without_loss(text: str) -> None:
    folded = _folded(text)

    assert folded.replace("\r\n ", "") == text
    assert all(len(line.encode()) <= 75 for line in folded.split("\r\n"))


@given(st.lists(st.lists(st.text(), min_size=1)))
def test_no_cell_begins_a_formula(rows: list[list[str]]) -> None:
    for row in csv.reader(io.StringIO(as_csv(rows), newline="")):
        assert not [cell for cell in row if cell[:1] in set("=+-@")]
