"""How long and how deep a text may be."""

from __future__ import annotations

import pytest

from generator.schema.front_matter import split_note
from generator.schema.limits import (
    MAX_BRACKETS,
    MAX_LETTERS,
    MAX_LINES,
    MAX_NESTING,
    MAX_OPEN_BRACKETS,
    excess_of,
    limited,
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a" * MAX_LETTERS, ""),
        ("a" * (MAX_LETTERS + 1), "too-long"),
        ("[" * MAX_OPEN_BRACKETS, ""),
        ("[" * (MAX_OPEN_BRACKETS + 1), "bad-nesting"),
        ("[a] " * 1000, ""),
        ("> " * MAX_NESTING + "x", ""),
        (">" * (MAX_NESTING + 1) + "x", "bad-nesting"),
        ("- " * MAX_NESTING + "x", ""),
        ("1. " * (MAX_NESTING + 1) + "x", "bad-nesting"),
        ("> - 1. " * 4 + "x", "bad-nesting"),
        ("- " * 40, ""),
        ("* * * * * * * * * * * * *", ""),
        ("a " + "- " * 40 + "x", ""),
        (" " * 8 * MAX_NESTING + "x", "bad-nesting"),
    ],
)
def test_what_markdown_takes_minutes_for_is_refused(text: str, code: str) -> None:
    found = excess_of(text)

    assert (found.code if found else "") == code


@pytest.mark.parametrize(
    ("body", "by_line", "lines"),
    [
        ("a\n" * MAX_LINES, False, []),
        ("a\n\n" * MAX_LINES * 2, False, []),
        ("x\n\n" + "a\n" * (MAX_LINES + 1), False, [3]),
        ("a\n" * MAX_LINES * 2, True, []),
        ("x\n" + "a" * (MAX_LETTERS + 1), True, [2]),
        ("x\n\n" + "[" * 51 + "\n\ny\n\n" + "[" * 51, False, [3, 7]),
        ("[a](b.md)\n\n" * (MAX_BRACKETS + 1), False, [1]),
    ],
)
def test_every_paragraph_that_is_too_long_is_named_by_its_line(
    body: str,
    by_line: bool,  # noqa: FBT001 - a column of the table
    lines: list[int],
) -> None:
    parts = limited(split_note(body), by_line=by_line)

    assert [fault.line for fault in parts.faults] == lines
    assert parts.body == ("" if lines else body)


def test_a_value_that_is_too_long_is_named_and_nothing_of_the_front_matter_is_read() -> (
    None
):
    parts = limited(split_note(f"---\na:\n  - b: {'c' * (MAX_LETTERS + 1)}\n---\nx"))

    assert [(fault.code, fault.line) for fault in parts.faults] == [("too-long", 3)]
    assert parts.node.value == {}
    assert parts.body == "x"
