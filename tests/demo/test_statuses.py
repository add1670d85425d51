"""What the demo's treaties were on five days of their story, as far as the sources tell."""

from __future__ import annotations

from datetime import date

import pytest

from generator.app.examine import examine
from tests.conftest import ROOT

LINE = ("china-dprk-1961", "ussr-dprk-1961", "russia-dprk-friendship-2000")
NEW = "russia-dprk-comprehensive-strategic-partnership-2024"


@pytest.mark.parametrize(
    ("day", "statuses"),
    [
        # That the Soviet treaty was in force is certain, since when no source in the notes says.
        (
            "1962-01-01",
            [
                "In force",
                "Signed and perhaps in force",
                "Not yet signed",
                "Not yet signed",
            ],
        ),
        (
            "2000-06-01",
            ["In force", "Terminated", "Signed and perhaps in force", "Not yet signed"],
        ),
        (
            "2024-07-01",
            ["In force", "Terminated", "Signed and perhaps in force", "Signed"],
        ),
        ("2024-12-05", ["In force", "Terminated", "Superseded", "In force"]),
        ("2026-11-24", ["In force", "Terminated", "Superseded", "In force"]),
    ],
)
def test_the_treaties_are_right_on_the_days_of_the_story(
    day: str, statuses: list[str]
) -> None:
    site = examine(ROOT, date.fromisoformat(day)).site

    assert [site.as_of.statuses[id_].label for id_ in (*LINE, NEW)] == statuses
