"""Tables: what other programs read is what the pages say."""

from __future__ import annotations

import csv
import io


def test_tables_hold_dates_as_they_are_known(downloaded: dict[str, str]) -> None:
    rows = {
        row["id"]: row
        for row in csv.DictReader(io.StringIO(downloaded["events/timeline.csv"]))
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


def test_treaties_are_a_table_without_formulas(downloaded: dict[str, str]) -> None:
    [row] = csv.DictReader(io.StringIO(downloaded["treaties/treaties.csv"]))

    assert (row["title"], row["signed"], row["parties"]) == (
        "'=Pact",
        "1961|1962",
        "Aland",
    )
    assert (row["status"], row["as_of"]) == ("In force", "2000-01-01")
