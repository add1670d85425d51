"""Words: what counts as one, and what is compared."""

from __future__ import annotations

import pytest

from generator.text.words import count_words, plain_words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("— … *", 0),
        ("He doesn’t.", 2),
        ("well-known", 1),
        ("10,000", 1),
        ("谁赢了？", 3),
        ("Kim 赢了", 3),
        ("한국이 이겼다", 2),
        ("_now_ it", 2),
    ],
)
def test_words_count_as_readers_count_them(text: str, count: int) -> None:
    assert count_words(text) == count


def test_only_words_are_compared() -> None:
    assert plain_words("“He didn’t”,\n*he* said.") == "He didn't he said"
