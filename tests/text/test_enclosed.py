"""Quotations and brackets are found in any marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.enclosed import enclosed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a “b” c", ["“b”"]),
        ("a „b“ c", ["„b“"]),
        ("a »b« c", ["»b«"]),
        ("a « b » c", ["« b »"]),
        ("a ”b” c", ["”b”"]),
        ('a "b" c', ['"b"']),
        ("a ‘don’t b’ c", ["‘don’t b’"]),
        ("「a」b", ["「a」"]),
        ("(a [b] c)", ["(a [b] c)"]),
        ("“a “b” c", ["“b”"]),
        ('a 5" gun and "b"', ['"b"']),
        ("“a", []),
        ("the soldiers’ guns’", []),
    ],
)
def test_what_is_enclosed_is_found(text: str, found: list[str]) -> None:
    assert [text[item.start : item.end + 1] for item in enclosed(text)] == found


@given(st.text(alphabet='a .“”„‘’"«»([)]', max_size=40))
def test_what_is_enclosed_is_in_order_and_does_not_overlap(text: str) -> None:
    position = 0
    for item in enclosed(text):
        assert position <= item.start < item.end
        position = item.end + 1
