"""Readings of misprints: found wherever a quotation contains them."""

from __future__ import annotations

import pytest

from generator.diagnostics import Origin
from generator.evidence.attributions import Attribution
from generator.evidence.readings import readings_of
from generator.notes.sources import parse_source
from generator.quotes.words import Location

RECORD = """---
title: A record
corrections:
- {p: 1, printed: Yun Kim, read: Jong Un, kind: name}
- {p: 1, printed: Putn, read: Putin, kind: name}
- {p: 1, printed: lost, kind: lost}
- {p: 2, printed: met, read: left, kind: term}
---
p1: One.

p2: Two.
"""


@pytest.mark.parametrize(
    ("text", "paragraph", "expected"),
    [
        ("so Yun Kim met Putn", "p1", {20: "Jong Un", 29: "Putin"}),
        ("Putn, Putn!", "p1", {14: "Putin", 20: "Putin"}),
        ("Yun. Kim", "p1", {18: "Jong Un"}),
        ("Yun", "p1", {}),
        ("he met Putn", "p2", {16: "left"}),
        ("he met Putn", "p3", {}),
    ],
)
def test_a_reading_stands_where_its_misprint_ends(
    text: str, paragraph: str, expected: dict[int, str]
) -> None:
    source, problems = parse_source("seeds/record.md", RECORD)
    assert source
    assert not problems
    attribution = Attribution(
        "content/a.md", Origin("content/a.md"), text, (), None, 10
    )

    assert readings_of(attribution, Location(paragraph, 0, 1), source) == expected
