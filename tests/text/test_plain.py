"""Prose as plain words: what goes, where it is cut, and how things are counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.plain import counted, plain, shortened
from tests.text.noise import TEXTS


@pytest.mark.parametrize(
    ("prose", "words"),
    [
        ("It was signed [@un#p1].", "It was signed."),
        ("It was [@un] signed.", "It was signed."),
        ("By [[kim-il-sung|Kim]] and [[mao]].", "By Kim and mao."),
        ("*Never* `so` ~~far~~.", "Never so far."),
        ("A [link](b.md) stays, https://a.b too.", "A link stays, https://a.b too."),
        ("R&amp;D \\* 1 < 2", "R&D * 1 < 2"),
        ("one\n  two", "one two"),
        ("- 1961. # a", "- 1961. # a"),
        ("%%a%%", ""),
        ("", ""),
        ("> " * 100, "> " * 99 + ">"),
    ],
)
def test_citations_and_marks_go_and_words_stay(prose: str, words: str) -> None:
    assert plain(prose) == words


@given(TEXTS)
def test_plain_words_are_one_line(prose: str) -> None:
    words = plain(prose)

    assert words == " ".join(words.split())


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


@given(TEXTS, st.integers(1, 50))
def test_short_prose_is_no_longer_than_allowed(prose: str, length: int) -> None:
    assert len(shortened(prose, length).removesuffix(" …")) <= length


@pytest.mark.parametrize(
    ("count", "shown"), [(0, "0 notes"), (1, "1 note"), (2, "2 notes")]
)
def test_one_thing_is_counted_in_the_singular(count: int, shown: str) -> None:
    assert counted(count, "note") == shown
