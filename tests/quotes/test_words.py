"""Quotations, word by word: what counts as the same words, where they stand, what is nearest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.quotes.words import (
    Location,
    find_quotations,
    find_words,
    nearest,
    word_ends,
    words,
)
from generator.text.shown import CITATION

TEXT = {"p0": "One two, three.", "p1": "Two three four: two “three”  four!"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One  two,\nthree.", ["One", "two", "three"]),
        ("“One” – two — 3", ["One", "two", "3"]),
        ("People’s US-led Kim's", ["People's", "US-led", "Kim's"]),
        ("away. . in ( Beijing )", ["away", "in", "Beijing"]),
        ("", []),
        ("… ?!", []),
        ("Café", ["Café"]),
    ],
)
def test_words_are_what_is_left_without_the_marks_around_them(
    text: str, expected: list[str]
) -> None:
    assert words(text) == expected


@given(st.text())
def test_every_word_has_an_end(text: str) -> None:
    ends = word_ends(text)

    assert len(ends) == len(words(text))
    assert ends == sorted(ends)
    assert all(0 < end <= len(text) for end in ends)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f'He said "one two" {CITATION}.', [("one two", 18)]),
        (f"He said “one” and “two” {CITATION}.", [("one", 24), ("two", 24)]),
        (f'He said "one". Later {CITATION}.', [("one", None)]),
        (f'He said "one"\n\nand {CITATION}.', [("one", None)]),
        (f'"one" {CITATION}, "two" {CITATION}', [("one", 6), ("two", 15)]),
        (f'"a\nb"\n{CITATION}', [("a\nb", 6)]),
        (f'"a\n\nb" {CITATION}', []),
        ('one " two', []),
    ],
)
def test_a_quotation_goes_with_the_citation_of_its_sentence(
    text: str, found: list[tuple[str, int | None]]
) -> None:
    assert [(item.text, item.citation) for item in find_quotations(text)] == found
    assert all(
        text[item.start : item.end] == item.text for item in find_quotations(text)
    )


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        ("two three", [Location("p0", 1, 2), Location("p1", 3, 2)]),
        ("Two three", [Location("p1", 0, 2)]),
        ("three Two", []),
        ("", []),
        ("three four", [Location("p1", 1, 2), Location("p1", 4, 2)]),
    ],
)
def test_words_are_found_within_a_paragraph_in_order_and_case(
    wanted: str, places: list[Location]
) -> None:
    assert find_words(words(wanted), TEXT) == places


def test_the_nearest_words_are_the_likest_and_whole() -> None:
    assert nearest("Two tree four", TEXT)[:2] == ("p1", "Two three four")
    assert nearest("hree fou", TEXT)[:2] == ("p1", "three four")
    assert nearest("x", {})[2] == 0.0


@pytest.mark.parametrize(
    ("wanted", "text", "first"),
    [
        ("an easing of strain", "or “an easing of strain”—it failed", 1),
        ("it failed", "an easing—it failed", 2),
        ("an easing—it", "or an easing—it failed", 1),
        ("strain", "wear–strain--tear", 1),
    ],
)
def test_words_beside_a_dash_are_found(wanted: str, text: str, first: int) -> None:
    assert find_words(words(wanted), {"p0": text}) == [
        Location("p0", first, len(words(wanted)))
    ]
