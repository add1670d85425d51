"""Lines of a text: whole words, even, and cut where there is no room."""

from __future__ import annotations

from generator.cards.typesetting import fits, set_lines
from generator.io.drawing import REGULAR, read_typeface
from tests.conftest import ROOT

FACE = read_typeface(ROOT / REGULAR)


def test_a_text_that_is_too_long_ends_with_an_ellipsis_at_a_word() -> None:
    assert set_lines(FACE, "one two three four five", 5, 2) == [
        "one two",
        "three …",
    ]
    assert set_lines(FACE, "one two", 5, 0) == []
    assert set_lines(FACE, "W" * 50, 5, 1) == ["WWWW …"]


def test_a_text_fits_only_if_every_word_is_whole() -> None:
    assert fits(FACE, "one two three four", 5, 2)
    assert not fits(FACE, "one two three four five", 5, 2)
    assert not fits(FACE, "W" * 50, 5, 9)


def test_lines_are_even() -> None:
    assert set_lines(FACE, "one two three four", 6, 2) == ["one two", "three four"]
