"""YAML as it was typed: text stays text, and everything knows where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.schema.nodes import Node, Pair, Span
from generator.schema.yaml.reader import MAX_DEPTH, parse_yaml


def entry(text: str, key: str) -> Pair:
    node, faults = parse_yaml(text)
    assert not faults
    assert isinstance(node.value, Mapping)
    return node.value[key]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("no", "no"),
        ("1:30", "1:30"),
        ("2024-06-19", "2024-06-19"),
        ("0x1f", "0x1f"),
        ("007", "007"),
        ("1_000", "1_000"),
        (".inf", ".inf"),
        ("'null'", "null"),
        ('"~"', "~"),
        ("''", ""),
        ('"a\\nb"', "a\nb"),
        ("it's", "it's"),
        ("one\n  two", "one two"),
        ("|\n  one\n  two\n", "one\ntwo\n"),
        (">-\n  one\n  two\n", "one two"),
        ("x # a comment", "x"),
        ("! x", "x"),
        ("", None),
        ("~", None),
        ("null", None),
        ("[a, 'b', [c, d]]", ["a", "b", ["c", "d"]]),
        ("{b: no, c: [1]}", {"b": "no", "c": ["1"]}),
        ("[]", []),
        ("{}", {}),
        ("\n- x\n- y: z", ["x", {"y": "z"}]),
    ],
)
def test_scalars_stay_the_text_that_was_typed(typed: str, value: object) -> None:
    assert entry(f"key: {typed}\n", "key").value.plain() == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("[[Kim Jong Un]]", "[[Kim Jong Un]]"),
        ("[[Kim Jong Un|Kim]]", "[[Kim Jong Un|Kim]]"),
        ("[[[Kim]], [[Xi]]]", ["[[Kim]]", "[[Xi]]"]),
        ("\n- [[Kim]]\n- [[Xi]]", ["[[Kim]]", "[[Xi]]"]),
        ("{party: [[Kim]]}", {"party": "[[Kim]]"}),
        ("[[a, b]]", [["a", "b"]]),
        ("[[a], [b]]", [["a"], ["b"]]),
        ("[ [a]]", [["a"]]),
        ("[[]]", [[]]),
        ("\n- [a]", [["a"]]),
        ("\n- - a", [["a"]]),
    ],
)
def test_an_unquoted_wikilink_is_text_and_other_lists_in_lists_are_not(
    typed: str, value: object
) -> None:
    assert entry(f"key: {typed}\n", "key").value.plain() == value


def test_every_key_and_value_knows_where_it_stands() -> None:
    text = "a: ü x\n# why\nbe:\n  - 'y'\n  - {c: z}\nd: [[K]]\n"

    node, _ = parse_yaml(text, first_line=2)

    assert node.span == Span(2, 1, 0, len(text))
    assert node.find(("a",))[0] == Node("ü x", Span(2, 4, 3, 6))
    assert node.find(("be", 0))[0] == Node("y", Span(5, 5, 21, 24), "'")
    assert node.find(("be", 1, "c"))[0] == Node("z", Span(6, 9, 33, 34))
    assert node.find(("d",))[0] == Node("[[K]]", Span(7, 4, 39, 44), "wikilink")
    assert entry(text, "be").key_span == Span(3, 1, 13, 15)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 1, 1),
        (("a",), 1, 4),
        (("b",), 2, 1),
        (("b", 1), 4, 5),
        (("b", 2), 5, 5),
        (("b", 2, "c"), 5, 8),
        (("e",), 6, 1),
        (("b", 9), 2, 1),
        (("a", "x", 0), 1, 4),
        (("nothing",), 1, 1),
    ],
)
def test_a_path_leads_to_the_value_or_as_far_as_there_is_one(
    path: tuple[int | str, ...], line: int, column: int
) -> None:
    node, _ = parse_yaml("a: x\nb:\n  - y\n  - z\n  - c: v\ne:\n")

    span = node.find(path)[1]

    assert (span.line, span.column) == (line, column)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "a: &x 1",
            (1, 4, "yaml-feature", "a value cannot begin with & or *"),
        ),
        (
            "a: [*x]",
            (1, 5, "yaml-feature", "a value cannot begin with & or *"),
        ),
        (
            "a: &x [1]",
            (1, 4, "yaml-feature", "a value cannot begin with & or *"),
        ),
        ("a: !x 1", (1, 4, "yaml-feature", "a value cannot begin with !")),
        (
            "a: !!str 1",
            (1, 4, "yaml-feature", "a value cannot begin with !"),
        ),
        ("a: 1\na: 2", (2, 1, "duplicate-key", "'a' is given twice")),
        ("a: {b: 1, b: 2}", (1, 11, "duplicate-key", "'b' is given twice")),
        ("a: 1\n'a': 2", (2, 1, "duplicate-key", "'a' is given twice")),
        ("? [a]\n: b", (1, 3, "bad-yaml", "a key must be a word")),
        ("~: b", (1, 1, "bad-yaml", "a key must be a word")),
        ("- a", (1, 1, "bad-yaml", "front matter is not a list of 'key: value' lines")),
        ("a", (1, 1, "bad-yaml", "front matter is not a list of 'key: value' lines")),
        ("a: 1\n---\nb: 2", (3, 1, "bad-yaml", "a second document begins here")),
        ("a: x\0y", (1, 5, "bad-yaml", "the text has a character")),
    ],
)
def test_what_notes_do_without_is_refused_at_its_place(
    text: str, fault: tuple[int, int, str, str]
) -> None:
    _, [found] = parse_yaml(text)

    assert (found.line, found.column, found.code) == fault[:3]
    assert found.message.startswith(fault[3])


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        (
            "a: b: c",
            1,
            5,
            "Put a value that contains ': ' in quotes; check the line above and the indentation.",
        ),
        ("a: `x`", 1, 4, "Put the value in quotes."),
        ("b: 1\na: 'x\nc: 2\n", 2, 4, "Close it at the end of the value."),
    ],
)
def test_what_is_no_yaml_is_said_with_what_would_do(
    text: str, line: int, column: int, hint: str
) -> None:
    _, [found] = parse_yaml(text)

    assert (found.line, found.column, found.code, found.hint) == (
        line,
        column,
        "bad-yaml",
        hint,
    )


def test_all_faults_are_found_at_once_and_what_was_read_is_kept() -> None:
    node, faults = parse_yaml(
        "a: x\nb: &y z\nc: {d: !q r, d: 2}\na: 2\ne: 'x\n", first_line=2
    )

    assert [(fault.line, fault.column, fault.code) for fault in faults] == [
        (3, 4, "yaml-feature"),
        (4, 8, "yaml-feature"),
        (4, 14, "duplicate-key"),
        (5, 1, "duplicate-key"),
        (6, 4, "bad-yaml"),
    ]
    assert faults[3].hint == "It is already on line 2; keep one of them."
    assert node.plain() == {"a": "x", "b": "z", "c": {"d": "r"}}


def test_nesting_deeper_than_a_note_needs_is_refused() -> None:
    nested = MAX_DEPTH - 1

    assert not parse_yaml(f"a: {'[' * nested}{']' * nested}")[1]
    _, [fault] = parse_yaml(f"b: 1\na: {'[' * 10_000}")

    assert (fault.line, fault.column, fault.code) == (2, 4 + nested, "yaml-feature")
    assert fault.message == "values are nested more than 12 deep"


def test_nothing_is_an_empty_mapping() -> None:
    assert [
        parse_yaml(text)[0].plain() for text in ("", "\n", "# only a comment\n")
    ] == [{}] * 3


CHARACTERS = st.characters(
    exclude_categories=["Cc", "Cf", "Co", "Cs", "Zl", "Zp"],
    exclude_characters="“”„‟‘’‚‛\ufff9\ufffa\ufffb",
) | st.sampled_from("\n\t")
"""What PyYAML itself writes so that it reads it back, and what is no slip of a writer."""
WORDS = st.text(CHARACTERS, max_size=12) | st.sampled_from(
    [
        "",
        "no",
        "null",
        "~",
        "1:30",
        "[[x]]",
        "a: b",
        "a #b",
        "- x",
        "&x",
        "*x",
        "!x",
        "<<",
        "=",
        "'",
    ]
)
TREES = st.dictionaries(
    WORDS,
    st.recursive(
        WORDS | st.none(),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3)
        ),
        max_leaves=8,
    ),
    max_size=4,
)


DUMPS: list[dict[str, Any]] = [
    {"default_flow_style": False},
    {"default_flow_style": None},
    {"allow_unicode": True},
    {"width": 20, "indent": 4},
]


@given(TREES, st.sampled_from(DUMPS))
def test_text_that_yaml_wrote_comes_back(
    tree: Mapping[str, Any], how: dict[str, Any]
) -> None:
    text = yaml.safe_dump(tree, **how)
    assume("[[" not in text)

    node, faults = parse_yaml(text)

    assert not faults
    assert node.plain() == tree


@given(TREES)
def test_what_a_value_spans_reads_as_that_value(tree: Mapping[str, Any]) -> None:
    text = "# first\n" + yaml.safe_dump(tree)

    node, _ = parse_yaml(text, first_line=2)

    for value in scalars(node):
        before = text[: value.span.start]
        assert value.span.line == before.count("\n") + 2
        assert value.span.column == len(before) - before.rfind("\n")
        if value.style in {"'", '"'}:
            shown = text[value.span.start : value.span.end]
            assert yaml.safe_load(shown) == value.value


def scalars(node: Node) -> Iterator[Node]:
    match node.value:
        case tuple():
            for item in node.value:
                yield from scalars(item)
        case Mapping():
            for found in node.value.values():
                yield Node(found.key, found.key_span)
                yield from scalars(found.value)
        case _:
            yield node
