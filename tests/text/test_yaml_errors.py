"""What the parsers of YAML say never reaches a writer; our words do, at the writer's mistake."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.text.yaml_errors import SyntaxProblem, syntax_problem

LOADERS = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]
ITS_WORDS = re.compile(r"did not find|expected '?<|block|flow|scalar|stream|token|node")
"""Words of the parsers that mean nothing to a writer."""


def problem_of(text: str, loader: type[yaml.SafeLoader]) -> SyntaxProblem | None:
    try:
        list(yaml.parse(text, Loader=loader))
    except yaml.YAMLError as error:
        return syntax_problem(text, error)
    return None


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: b: c", 1, 5, "unexpected ':'"),
        ("a: 1\n b: 2", 2, 3, "unexpected ':'"),
        ("a:\n\t- b", 2, 1, "the line is indented with a tab"),
        ("a: b\n\tc: d", 2, 1, "the line is indented with a tab"),
        ("a: |\n b\n\tc\n d", 3, 1, "the line is indented with a tab"),
        ("a: `x`", 1, 4, "a value cannot begin with this character"),
        ("a: @x", 1, 4, "a value cannot begin with this character"),
        ("a: 1\nword\nb: 2", 2, 1, "the line has no ': '"),
        ("a:\n- b\nc\n", 3, 1, "the line has no ': '"),
        ("a: 'x' y", 1, 8, "unexpected text or indentation"),
        ("a: [[x]] and", 1, 10, "unexpected text or indentation"),
        ("a:\n  b: c\n d: e", 3, 2, "unexpected text or indentation"),
        ("a: [1, 2\nb: c\n", 1, 4, "a list in brackets is not closed, or"),
        ("a: [x: y: z]", 1, 9, "a list in brackets is not closed, or"),
        ("a: {b: 1\n", 1, 4, "a group in braces is not closed, or"),
        ("b: c\na: 'x\nd: e\n", 2, 4, "a quotation mark is not closed"),
        ('a: "x\n---\n', 1, 4, "a quotation mark is not closed"),
        ("a: - b", 1, 4, "a list cannot begin on the line of its key"),
        ("a: ? b", 1, 4, "a value cannot begin with '? '"),
        ("a: , b", 1, 4, "a value is missing or begins with a special"),
        ("a: [b,, c]", 1, 7, "a value is missing or begins with a special"),
        ("- a\nb: c", 2, 1, "a line of this list does not begin with '- '"),
        ("a: |x\n  b", 1, 5, "text after '|' or '>' must begin on the next line"),
        ("a: & b", 1, 5, "a value cannot begin with & or *"),
        ("a: !x!y z", 1, 4, "a value cannot begin with !"),
        ("%YAML 3.0\n---\na: b", 1, 1, "a line cannot begin with %"),
        (" a: b\nc: d", 2, 1, "the line is indented differently from the first"),
        ("a: ü\nb: \x01", 2, 4, "the text has a character that is not allowed"),
    ],
)
def test_a_mistake_is_told_in_our_words_where_it_was_made(
    text: str, line: int, column: int, message: str, loader: type[yaml.SafeLoader]
) -> None:
    found = problem_of(text, loader)

    assert found
    assert (found.line + 1, found.column + 1) == (line, column)
    assert found.message.startswith(message)
    assert found.hint


@given(st.text(alphabet="ab:-?[]{}'\"#&*!|>%@`, \n\t\\", max_size=40))
def test_no_text_brings_the_words_of_a_parser_to_a_writer(text: str) -> None:
    for loader in LOADERS:
        found = problem_of(text, loader)

        if found:
            assert not ITS_WORDS.search(found.message)
            assert found.hint
            assert 0 <= found.line <= text.count("\n")
