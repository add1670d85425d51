"""Sections: by which words and anchors links find them."""

from __future__ import annotations

import pytest

from generator.diagnostics import Origin
from generator.links.sections import find_anchor, unknown_section
from generator.notes.model import Note, Source
from tests.links.known import KEEPER, LAMP, LOG


@pytest.mark.parametrize(
    ("document", "title", "anchor"),
    [
        (KEEPER, "Early years", "early-years"),
        (KEEPER, "early-years", "early-years"),
        (KEEPER, "EARLY  YEARS", "early-years"),
        (KEEPER, "early--years", "early-years"),
        (KEEPER, "early-years.2", "early-years.2"),
        (KEEPER, "early-years-1", "early-years.2"),
        (KEEPER, "early-years-2", None),
        (KEEPER, "early-years-0", None),
        (KEEPER, "Youth & fame", "youth-fame"),
        (KEEPER, "Youth &amp; fame", "youth-fame"),
        (KEEPER, "youth--fame", "youth-fame"),
        (KEEPER, "灯り", "灯り"),
        (KEEPER, "The Keeper", "_top"),
        (KEEPER, "the-keeper", "_top"),
        (KEEPER, "_mentioned-in", None),
        (KEEPER, "", None),
        (LAMP, "Early years", None),
        (LOG, "p0", "p0"),
        (LOG, "p7", "p7"),
        (LOG, "p8", None),
        (LOG, "Log", "_top"),
    ],
)
def test_a_section_is_found_by_its_words_and_by_its_anchor(
    document: Note | Source, title: str, anchor: str | None
) -> None:
    assert find_anchor(document, title) == anchor


def test_each_title_is_listed_once_where_a_section_is_not_found() -> None:
    problem = unknown_section(KEEPER, "Grave", Origin("x"))

    assert problem.message == "'The Keeper' has no section 'Grave'"
    assert problem.hint == "It has 'Early years', 'Youth & fame', '灯り'."
