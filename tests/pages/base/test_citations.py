"""The numbers of the sources a page cites."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.notes.model import Source
from generator.pages.base.citations import Citations, CitedSource, Mark, letters_of
from tests.rendered import site_of


@pytest.fixture(scope="module")
def sources() -> tuple[Source, Source]:
    site, _ = site_of({"seeds/un.md": "One.\n", "seeds/us.md": "One.\n\nTwo.\n"})
    return site.index.sources["un"], site.index.sources["us"]


def test_numbers_follow_the_order_of_reading_and_stay(
    sources: tuple[Source, Source],
) -> None:
    un, us = sources
    citations = Citations()

    marks = [
        citations.mark(source, paragraph)
        for source, paragraph in [(us, "p0"), (un, ""), (us, ""), (un, "p1")]
    ]

    assert marks == [Mark(1, 1), Mark(2, 1), Mark(1, 2), Mark(2, 2)]
    assert citations.so_far() == (
        CitedSource(1, us, marks=("p0", "")),
        CitedSource(2, un, marks=("", "p1")),
    )


def test_a_source_of_the_whole_page_has_a_number_but_no_mark(
    sources: tuple[Source, Source],
) -> None:
    un, us = sources
    citations = Citations()
    citations.mark(un, "")

    citations.add_unmarked(us, "p0")
    citations.add_unmarked(un, "")

    assert citations.so_far() == (
        CitedSource(1, un, marks=("",), unmarked=("",)),
        CitedSource(2, us, unmarked=("p0",)),
    )


def test_what_was_cited_at_one_time_does_not_change_later(
    sources: tuple[Source, Source],
) -> None:
    un, us = sources
    citations = Citations()
    citations.mark(un, "")
    before = citations.so_far()

    citations.mark(un, "p0")
    citations.mark(us, "p0")

    assert before == (CitedSource(1, un, marks=("",)),)


@given(st.integers(1, 20_000))
def test_letters_count_as_the_columns_of_a_spreadsheet(number: int) -> None:
    found = letters_of(number)

    value = 0
    for letter in found:
        value = value * 26 + ord(letter) - ord("a") + 1
    assert value == number
