"""Front matter is split from the body without losing a byte."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.schema.front_matter import HANDLER, split_note


@pytest.mark.parametrize(
    ("text", "front", "body", "body_line"),
    [
        ("---\na: 1\n---\nbody\n", {"a": "1"}, "body\n", 4),
        ("---\r\na: 1\r\n---\r\nbody\r\n", {"a": "1"}, "body\r\n", 4),
        ("\ufeff---\na: 1\n---\nbody", {"a": "1"}, "body", 4),
        ("---  \na: 1\n---\t\n\n\n body\n\n", {"a": "1"}, "\n\n body\n\n", 4),
        ("---\na: 1\n---", {"a": "1"}, "", 4),
        ("---\n---\nbody", {}, "body", 3),
        ("---\na: |\n  ---\n  x\n---\n---\n", {"a": "---\nx\n"}, "---\n", 6),
        ("body\n---\nmore\n", {}, "body\n---\nmore\n", 1),
        ("\n---\na: 1\n---\n", {}, "\n---\na: 1\n---\n", 1),
        ("----\na: 1\n----\n", {}, "----\na: 1\n----\n", 1),
        ("", {}, "", 1),
    ],
)
def test_a_file_is_split_at_two_lines_of_hyphens_of_which_one_is_the_first(
    text: str, front: object, body: str, body_line: int
) -> None:
    parts = split_note(text)

    assert parts.node.plain() == front
    assert (parts.body, parts.body_line, parts.faults) == (body, body_line, ())


@pytest.mark.parametrize(
    ("text", "line", "column", "code"),
    [
        ("---\ntitle: Kim\n", 1, 1, "unclosed-front-matter"),
        ("---", 1, 1, "unclosed-front-matter"),
        ("---\r\ntitle: Kim\r\nbody --- \r\n", 1, 1, "unclosed-front-matter"),
        ("---\ntitle: Kim\n----\nbody", 3, 1, "unclosed-front-matter"),
        ("---\r\ntitle: Kim\r\n...\r\nbody", 3, 1, "unclosed-front-matter"),
        ("---\ntitle: Kim\n ---\n# body\n---\n", 3, 1, "unclosed-front-matter"),
        ("---\na: |\n  ---\n—\nbody", 4, 1, "unclosed-front-matter"),
        ("---\n\n# A heading\n\n---\nbody", 3, 1, "bad-yaml"),
        ("---\n\nA sentence.\n\n---\nbody", 3, 1, "bad-yaml"),
        ("one\ntw\u200bo\n", 2, 3, "bad-character"),
        ("\u202eone", 1, 1, "bad-character"),
        ("---\ntitle: a\0b\n---\n", 2, 9, "bad-character"),
        ("---\r\na: 1\r\na: 2\r\n---\r\n", 3, 1, "duplicate-key"),
        ("---\n# why\na: 'x\n---\n", 3, 4, "bad-yaml"),
    ],
)
def test_what_cannot_be_split_or_read_is_said_with_its_place(
    text: str, line: int, column: int, code: str
) -> None:
    [fault] = split_note(text).faults

    assert (fault.line, fault.column, fault.code) == (line, column, code)
    assert fault.hint


@pytest.mark.parametrize("closing", ["", "----\n", "...\n", "—\n", "***\n"])
def test_a_note_without_its_closing_line_keeps_its_names(closing: str) -> None:
    parts = split_note(f"---\ntitle: Kim\n{closing}\nText: of the body.\n")

    assert parts.node.plain() == {"title": "Kim"}


@pytest.mark.parametrize(
    "word", ["क्‍ष", "می‌خواهم", "👩‍🔬", "soft\u00adhyphen", "a\u00a0b"]
)
def test_characters_that_scripts_need_are_no_fault(word: str) -> None:
    assert split_note(word).body == word


LINES = st.lists(
    st.text(alphabet="-a:# \té…\r\u00a0", max_size=5)
    | st.sampled_from(["---", "--- ", "--- -"]),
    max_size=8,
)


@given(LINES, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["---", "--- \t"]))
def test_splitting_keeps_every_byte(
    lines: list[str], newline: str, opening: str
) -> None:
    text = newline.join([opening, *lines])
    try:
        front, body = HANDLER.split(text)
    except ValueError:
        assert not any(
            re.fullmatch(r"---[ \t]*\r?", line) for line in text.split("\n")[1:]
        )
        return

    fence = (
        re.escape(opening + newline)
        + re.escape(front)
        + r"---[ \t]*\r?(\n|$)"
        + re.escape(body)
    )
    assert re.fullmatch(fence, text)
    assert not re.search(r"^---[ \t]*\r?$", front, re.MULTILINE)
