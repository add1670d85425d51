"""The timeline for TimelineJS: no more precise than the pages are."""

from __future__ import annotations

import json


def test_json_is_no_more_precise_than_the_date(downloaded: dict[str, str]) -> None:
    events = {
        item["unique_id"]: item
        for item in json.loads(downloaded["events/timeline.json"])["events"]
    }

    assert events["day"]["start_date"] == {"year": 1961, "month": 7, "day": 6}
    assert "end_date" not in events["day"]
    assert events["year"]["start_date"] == {"year": 1961}
    assert events["year"]["display_date"] == "about 1961"
    assert events["later"]["start_date"] == {"year": 1970}
    assert "end_date" not in events["later"]
