"""How deep a text may be."""

from __future__ import annotations

import pytest

from generator.notes.passages import Passage
from generator.schema.front_matter import split_note
from generator.schema.limits import limited
from generator.schema.values import Prose
from generator.text.parse import MAX_DEPTH

LISTS = MAX_DEPTH // 2
"""A list and its item are two nodes within one another."""


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("[" * 1000, []),
        ("[a] " * 1000, []),
        ("> " * (MAX_DEPTH - 2) + "x", []),
        (">" * MAX_DEPTH + "x", [(1, 40)]),
        ("- " * (LISTS - 1) + "x", []),
        ("1. " * LISTS + "x", [(1, 58)]),
        ("> - 1. " * (MAX_DEPTH // 5) + "x", [(1, 54)]),
        ("* " * 1000, []),
        ("a " + "- " * 1000 + "x", []),
        ("a\n\n" + " " * 8 * MAX_DEPTH + "x", []),
        ("*a " * MAX_DEPTH + "x* " * MAX_DEPTH, [(1, 115)]),
        ("_a **b " * LISTS + "x** y_ " * LISTS, [(1, 134)]),
        ("x\n\n" + "~~a *b " * LISTS + "x* y~~ " * LISTS, [(3, 134)]),
        ("a\n" * 10_000, []),
        ("a" * 100_000, []),
    ],
)
def test_what_is_nested_too_deep_is_refused_at_its_place_and_not_read(
    body: str, places: list[tuple[int, int]]
) -> None:
    parts = limited(split_note(body))

    found = [(fault.line, fault.column) for fault in parts.faults]
    assert found == places
    assert {fault.code for fault in parts.faults} <= {"bad-nesting"}
    assert parts.body == ("" if places else body)


@pytest.mark.parametrize("number", range(MAX_DEPTH))
@pytest.mark.parametrize("sign", ["- ", "> ", "1. ", "*a **b ", ":   ", "[^a]: "])
def test_every_text_that_is_not_refused_is_read(sign: str, number: int) -> None:
    body = f"a\n{sign * number}x" if ":" in sign else f"{sign * number}x"

    parts = limited(split_note(body))

    passage = Passage(Prose(body), "content/terms/a.md", is_body=True)
    assert parts.faults or passage.reading.blocks


def test_a_value_that_is_too_deep_is_named_and_nothing_of_the_front_matter_is_read() -> (
    None
):
    deep = "*a " * MAX_DEPTH + "x* " * MAX_DEPTH
    parts = limited(split_note(f"---\na:\n  - b: '{deep}'\n---\nx"))

    assert [(fault.code, fault.line) for fault in parts.faults] == [("bad-nesting", 3)]
    assert parts.node.value == {}
    assert parts.body == "x"
