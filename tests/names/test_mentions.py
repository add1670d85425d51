"""Finding mentions: parts of longer names are none, and mentions never overlap."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.names.context import Context
from generator.names.mentions import find_mentions
from tests.names.test_resolve import VOCABULARY, decided


@pytest.mark.parametrize(
    "text",
    [
        "by Kim Dae Jung",
        "by Park Kim",
        "the China Program",
        "in South China",
        "the South China Morning Post",
    ],
)
def test_a_part_of_a_longer_name_is_no_mention(text: str) -> None:
    assert decided(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "President Vladimir Putin",
        "In China",
        "China Monday",
        "China and Japan",
        "China-led",
    ],
)
def test_titles_days_and_first_words_are_no_part_of_a_name(text: str) -> None:
    assert len(decided(text)) == 1


KNOWN = [
    "Kim",
    "Kim Jong Un",
    "Kim Il Sung",
    "Giulio Natta",
    "Natta",
    "China",
    "Moscow",
]
OTHER = ["1961", "the", ".", ",", "\n", "-", "'s", "Dae", "South China Morning Post"]
WORDS = st.sampled_from(KNOWN + OTHER)


@given(
    st.lists(WORDS, max_size=20).map(" ".join), st.lists(st.integers(0, 99), max_size=6)
)
@example("the Kim Jong Un", [0, 99])
def test_mentions_never_overlap_and_lie_within_the_spans(
    text: str, cuts: list[int]
) -> None:
    edges = sorted({min(cut, len(text)) for cut in cuts})
    spans = list(zip(edges[::2], edges[1::2], strict=False))

    page = Context(local={"the Kim": "natta"})
    found = list(find_mentions(text, spans, VOCABULARY, page))

    assert all(one.end <= other.start for one, other in pairwise(found))
    for item in found:
        assert any(start <= item.start < item.end <= end for start, end in spans)
        assert bool(item.note) != bool(item.candidates)
        assert item.why
