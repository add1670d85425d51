"""Values that YAML would read as something else than was meant are said where they begin."""

from __future__ import annotations

import pytest

from generator.schema.yaml.reader import parse_yaml
from generator.writing.scalars import is_plain


def faults_of(text: str) -> list[tuple[int, int, str]]:
    _, faults = parse_yaml(text)
    return [(fault.line, fault.column, fault.code) for fault in faults]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("title: Order #66", 14),
        ("title: Order\t#66", 14),
        ("title: Order # 66", 14),
        ("title: #66", 8),
        ("title: Order #66\n  of the Senate", 14),
        ("roles:\n- title: Order #66", 16),
        ("tags: [a, b #c, d]\ntitle: x", 13),
        ("tags:\n- #c", 3),
    ],
)
def test_a_number_sign_that_cuts_a_value_is_said_there(text: str, column: int) -> None:
    [(_, found, code)] = faults_of(text)

    assert (found, code) == (column, "cut-value")


@pytest.mark.parametrize(
    "text",
    [
        "title: Pact # the short form",
        "title: Pact ## the short form",
        "title: Pact #",
        "title: 'Order #66'",
        'title: "Order #66"  # quoted',
        "title: C#",
        "title: a#b",
        "tags: # none yet\n- a",
        "tags: #none\n- a",
        "#title: Pact\ntags: a",
        "tags:\n  - a\n  #- b\n  - c",
        "title: |\n  Order #66",
        "title:\n# a comment\n",
        "same_as: https://example.org/a#b",
    ],
)
def test_a_comment_cuts_nothing(text: str) -> None:
    assert not faults_of(text)


@pytest.mark.parametrize(
    "value",
    ["“Pact”", "„Pact“", "‘Pact’", "‘Kim’s pact’", "“Kim’s pact”", "”Pact”", '“Pact"'],
)
def test_curly_marks_around_a_whole_value_are_said(value: str) -> None:
    assert faults_of(f"a: x\ntitle: {value}\n") == [(2, 8, "curly-quotes")]
    assert faults_of(f"tags: [a, {value}]") == [(1, 11, "curly-quotes")]
    assert not is_plain(value, is_flow=False)


@pytest.mark.parametrize(
    "value",
    [
        "“Pact” of Steel",
        "The “Pact”",
        "“One” and “two”",
        "‘One’ and ‘two’",
        "«Правда»",
        "’90s",
        "“",
        "'“Pact”'",
        '"“Pact”"',
        "|\n  “Pact”",
    ],
)
def test_other_curly_marks_are_part_of_a_value(value: str) -> None:
    assert not faults_of(f"title: {value}")


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('title: "Pact\ndraft: true\nsummary: "x"\n', 1, 8),
        ('title: "Pact\ndraft: true\nsummary: ""\n', 1, 8),
        ('title: "Pact\ndraft: true\nsummary: "\n', 1, 8),
        ("a: b\ntitle: 'Pact\nsummary: it's here\n", 2, 8),
        ("tags: ['a, b]\nsummary: it's here\n", 1, 8),
        ('roles:\n- title: "King\n  of: "France"\n', 2, 10),
        ('roles:\n- title: "King\n- title: "Queen"\n', 2, 10),
        ('roles:\n- "King\n- title: "Queen"\n', 2, 3),
        ('title: "Pact\n', 1, 8),
        ('a: b\ntitle: "Pact\n\nof: Steel\n\n', 2, 8),
    ],
)
def test_an_open_quotation_mark_is_said_where_it_is(
    text: str, line: int, column: int
) -> None:
    assert faults_of(text) == [(line, column, "bad-yaml")]


@pytest.mark.parametrize(
    "text",
    [
        'summary: "one\n  two"',
        'summary: "one\ntwo"',
        'summary: "one\n  Note: two"',
        'roles:\n- title: "one\n    to: two"',
        'summary: "one: two"',
    ],
)
def test_a_value_in_quotation_marks_may_have_several_lines(text: str) -> None:
    assert not faults_of(text)


@pytest.mark.parametrize(
    "escape", [r"\0", r"\a", r"\e", r"\x02", r"\u202e", r"\r", r"\L"]
)
def test_an_escape_brings_in_no_character_that_nobody_sees(escape: str) -> None:
    assert faults_of(f'title: "a{escape}b"') == [(1, 8, "bad-character")]
    assert faults_of(f'tags: {{"a{escape}b": c}}') == [(1, 8, "bad-character")]
    assert not faults_of(f"title: 'a{escape}b'")
