"""Seals: the real words pass, and changed ones do not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.quotes.seal_files import MIN_COST
from generator.quotes.seals import (
    DEFAULT_COST,
    HASH_BYTES,
    WINDOW_WORDS,
    Seal,
    find_sealed,
    make_seal,
    slow_hash,
)
from generator.quotes.words import words

TEXT = {
    "p0": "Nothing is said here.",
    "p1": "The boats left the harbour before dawn, and the boats came back by night; so it went.",
    "p2": "Two words",
}
SEAL = make_seal(TEXT, b"salt" * 4, MIN_COST)
OWN = words(TEXT["p1"])


def is_in(wanted: list[str], seal: Seal = SEAL) -> bool:
    return bool(find_sealed(wanted, seal, slow_hash)[0])


@pytest.mark.parametrize("start", range(len(OWN) - 7))
def test_eight_words_pass_and_with_one_changed_at_any_place_they_fail(
    start: int,
) -> None:
    run = OWN[start : start + 8]

    [place] = find_sealed(run, SEAL, slow_hash)[0]
    assert (place.paragraph, place.first, place.count) == ("p1", start, 8)
    for at in range(8):
        assert not is_in([*run[:at], "other", *run[at + 1 :]])
        assert not is_in([*run[:at], *run[at + 1 :], "other"])
    assert not is_in(run[::-1])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(OWN), min_size=3, max_size=6))
def test_only_runs_of_the_text_pass(run: list[str]) -> None:
    starts = range(len(OWN) - len(run) + 1)
    assert is_in(run) is any(OWN[at : at + len(run)] == run for at in starts)


def test_runs_do_not_cross_paragraphs_and_short_ones_cannot_be_checked() -> None:
    assert not is_in(words("on Two words"))
    assert not is_in(["Two", "words"])
    assert not is_in([])


def test_chance_lets_a_changed_word_pass_less_than_once_in_a_million() -> None:
    """One changed word of eight changes a run whose place the others give."""
    changed_runs_at_least = 1
    assert 2.0 ** (-8 * HASH_BYTES * changed_runs_at_least) < 1e-6
    assert {
        len(window) for item in SEAL.paragraphs.values() for window in item.windows
    } == {HASH_BYTES}


def test_what_does_stand_there_is_told() -> None:
    wanted = ["Some", *OWN[2:7], "other"]

    assert find_sealed(wanted, SEAL, slow_hash) == ([], range(1, 6))


def test_another_salt_makes_another_seal() -> None:
    assert make_seal(TEXT, b"other", MIN_COST).paragraphs != SEAL.paragraphs


def test_new_seals_cost_enough() -> None:
    """At 0.07 s a hash, 1,000 words from a list of 50,000 take 25,000,000 hashes: 20 days."""
    assert DEFAULT_COST == 2**15
    assert WINDOW_WORDS == 3
