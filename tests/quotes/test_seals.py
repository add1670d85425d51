"""Seals: the real words pass, changed ones do not, and no text is in them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic
from generator.quotes.seals import (
    BYTES,
    COST,
    COSTS,
    WINDOW,
    Seal,
    find_sealed,
    format_seal,
    make_seal,
    parse_seal,
    slow_hash,
)
from generator.quotes.words import words

TEXT = {
    "p0": "Nothing is said here.",
    "p1": "The boats left the harbour before dawn, and the boats came back by night; so it went.",
    "p2": "Two words",
}
SEAL = make_seal(TEXT, b"salt" * 4, COSTS[0])
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
    assert 2.0 ** (-8 * BYTES * changed_runs_at_least) < 1e-6
    assert {
        len(window) for item in SEAL.paragraphs.values() for window in item.windows
    } == {BYTES}


def test_what_does_stand_there_is_told() -> None:
    wanted = ["Some", *OWN[2:7], "other"]

    assert find_sealed(wanted, SEAL, slow_hash) == ([], range(1, 6))


def test_a_seal_is_read_as_it_was_written_and_holds_no_word() -> None:
    text = format_seal(SEAL)

    assert parse_seal("x.seal", text) == SEAL
    assert SEAL.words == sum(len(words(paragraph)) for paragraph in TEXT.values())
    assert not [word for word in OWN if len(word) > 4 and word in text]
    assert make_seal(TEXT, b"other", COSTS[0]).paragraphs != SEAL.paragraphs


@pytest.mark.parametrize(
    "change",
    [
        {"format": "explainers-seal-2"},
        {"n": 2**20},
        {"n": 1},
        {"n": 3000},
        {"r": 64},
        {"p": 9},
        {"salt": "xyz"},
        {"paragraphs": {"p0": {"words": 9, "windows": ""}}},
        {"paragraphs": {"p0": {"words": "many", "windows": ""}}},
        {"paragraphs": {"p0": {"words": float("inf"), "windows": ""}}},
        {"n": float("inf")},
        {"paragraphs": []},
    ],
)
def test_a_seal_that_is_none_or_asks_too_much_is_refused(
    change: dict[str, object],
) -> None:
    text = json.dumps({**json.loads(format_seal(SEAL)), **change})

    assert isinstance(parse_seal("x.seal", text), Diagnostic)


@given(st.text() | st.recursive(st.none() | st.integers(), st.lists).map(json.dumps))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert isinstance(parse_seal("x.seal", text), Diagnostic)


def test_new_seals_cost_enough() -> None:
    """At 0.07 s a hash, 1,000 words from a list of 50,000 take 25,000,000 hashes: 20 days."""
    assert COST == 2**15
    assert WINDOW == 3
