"""Files of seals: read as written, refused if malformed, and without a word of the text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic
from generator.quotes.seal_files import MIN_COST, format_seal, parse_seal
from generator.quotes.seals import make_seal
from generator.quotes.words import words

TEXT = {
    "p0": "Nothing is said here.",
    "p1": "The boats left the harbour before dawn, and the boats came back by night; so it went.",
    "p2": "Two words",
}
SEAL = make_seal(TEXT, b"salt" * 4, MIN_COST)


def test_a_seal_is_read_as_it_was_written_and_holds_no_word() -> None:
    text = format_seal(SEAL)

    assert parse_seal("x.seal", text) == SEAL
    assert SEAL.words == sum(len(words(paragraph)) for paragraph in TEXT.values())
    assert not [word for word in words(TEXT["p1"]) if len(word) > 4 and word in text]


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
