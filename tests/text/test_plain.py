"""Prose as plain words: what goes, where it is cut, and how things are counted."""

from __future__ import annotations

import pytest

from generator.text.plain import counted, shortened, without_citations


@pytest.mark.parametrize(
    ("prose", "plain"),
    [
        ("It was signed [@un#p1].", "It was signed."),
        ("By [[kim-il-sung|Kim]] and [[mao]].", "By Kim and mao."),
        ("*Never* `so`.", "Never so."),
        ("A [link](b.md) stays.", "A [link](b.md) stays."),
    ],
)
def test_citations_and_marks_go_and_words_stay(prose: str, plain: str) -> None:
    assert without_citations(prose) == plain


@pytest.mark.parametrize(
    ("prose", "length", "short"),
    [
        ("one two", 7, "one two"),
        ("one two", 6, "one …"),
        ("one\n two [@un]", 7, "one two"),
        ("onetwo", 3, "one …"),
    ],
)
def test_long_prose_is_cut_at_a_word(prose: str, length: int, short: str) -> None:
    assert shortened(prose, length) == short


@pytest.mark.parametrize(
    ("count", "shown"), [(0, "0 notes"), (1, "1 note"), (2, "2 notes")]
)
def test_one_thing_is_counted_in_the_singular(count: int, shown: str) -> None:
    assert counted(count, "note") == shown
