"""Front matter: split without losing a byte, and every problem at its place in a writer's words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.notes.model import KINDS
from generator.schema.field_map import field_names, group_in
from generator.schema.notes import (
    ActorFields,
    EventFields,
    NoteFields,
    PlaceFields,
    TreatyFields,
)
from generator.schema.sources import SourceFields
from generator.schema.validate import HANDLER, canonical_key, read_fields, split_note
from generator.schema.values import Fields


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
def test_a_file_is_split_at_its_two_lines_of_hyphens(
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
        ("one\ntw\u200bo\n", 2, 3, "bad-character"),
        ("\u202eone", 1, 1, "bad-character"),
        ("---\ntitle: a\0b\n---\n", 2, 9, "bad-character"),
        ("---\r\na: 1\r\na: 2\r\n---\r\n", 3, 1, "duplicate-key"),
        ("---\n# why\na: 'x\n---\n", 4, 1, "bad-yaml"),
    ],
)
def test_what_cannot_be_split_or_read_is_said_with_its_place(
    text: str, line: int, column: int, code: str
) -> None:
    [fault] = split_note(text).faults

    assert (fault.line, fault.column, fault.code) == (line, column, code)
    assert fault.hint


def test_a_note_without_its_closing_line_keeps_its_names() -> None:
    parts = split_note("---\ntitle: Kim\n\nText: of the body.\n")

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
@settings(max_examples=200, deadline=None)
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


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("aliases", "aliases"),
        ("alias", "aliases"),
        ("Alias", "aliases"),
        ("party", "parties"),
        ("Parties", "parties"),
        ("same as", "same_as"),
        ("Same-As", "same_as"),
        ("articles", "articles"),
        ("article", "articles"),
        ("places", "place"),
        ("in_forces", "in_force"),
        ("partys", "partys"),
        ("nonsense", "nonsense"),
    ],
)
def test_a_key_means_the_field_it_is_nearly_written_like(key: str, field: str) -> None:
    assert canonical_key(key, field_names(TreatyFields)) == field


def groups(model: type[Fields]) -> set[type[Fields]]:
    inner = {found for name in field_names(model) if (found := group_in(model, name))}
    return {model}.union(*(groups(found) for found in inner))


MODELS = groups(SourceFields).union(*(groups(kind.fields) for kind in KINDS.values()))


@pytest.mark.parametrize("model", sorted(MODELS, key=str))
def test_no_field_is_taken_for_another_in_singular_or_plural(
    model: type[Fields],
) -> None:
    known = field_names(model)

    for name in known:
        others = [other for other in known if other != name]

        assert canonical_key(name, known) == name
        assert canonical_key(name, others) == name


def test_one_value_is_a_list_and_any_value_may_be_a_statement() -> None:
    front = "party: Kim\nSigned:\n- {value: 6 July 1961, sources: un}\n- 1962\nterm:\n"
    parts = split_note(f"---\n{front}---\n")

    fields, node, found = read_fields(TreatyFields, parts, "n.md")

    assert not found
    assert [party.party for party in fields.parties] == ["Kim"]
    assert [(str(item.value), len(item.sources)) for item in fields.signed] == [
        ("1961-07-06", 1),
        ("1962", 0),
    ]
    assert list(node.plain()) == ["parties", "signed"]
    assert node.plain()["signed"][0] == {"value": "6 July 1961", "sources": "un"}


@pytest.mark.parametrize(
    ("model", "front", "place", "code", "words"),
    [
        (
            ActorFields,
            "titel: x",
            "2:1",
            "unknown-field",
            "actors have no field 'titel'",
        ),
        (ActorFields, "titel: x", "2:1", "unknown-field", "Did you mean 'title'?"),
        (
            PlaceFields,
            "zzz: x",
            "2:1",
            "unknown-field",
            "The fields are title, aliases, short",
        ),
        (
            ActorFields,
            "alias: a\naliases: b",
            "3:1",
            "duplicate-key",
            "the same as 'alias'",
        ),
        (TreatyFields, "parties:\n- {signed: 1961}", "3:3", "missing-field", "'party'"),
        (
            TreatyFields,
            "parties: {party: A, sign: 1}",
            "2:21",
            "unknown-field",
            "'signed'",
        ),
        (
            EventFields,
            "date: {value: 31 June 1961}",
            "2:15",
            "bad-date",
            "date: June 1961 has 30",
        ),
        (
            EventFields,
            "date: {value: 1961, rank: x}",
            "2:27",
            "bad-value",
            "'rank': 'x' is not one",
        ),
        (
            EventFields,
            "date: {value: 1961, sauce: x}",
            "2:21",
            "unknown-field",
            "'sources'?",
        ),
        (
            TreatyFields,
            "signed: [1961, {value: x}]",
            "2:24",
            "bad-date",
            "signed: 'x' is not",
        ),
        (
            EventFields,
            "date: 1961\nactors: [A, [B]]",
            "3:13",
            "bad-value",
            "actors: expected text",
        ),
        (
            NoteFields,
            "title: [a]",
            "2:1",
            "bad-value",
            "title: expected text, found a list",
        ),
        (
            NoteFields,
            "title: {a: b}",
            "2:1",
            "bad-value",
            "expected text, found a group",
        ),
        (
            NoteFields,
            "draft: maybe",
            "2:8",
            "bad-value",
            "expected yes or no, found 'maybe'",
        ),
        (
            NoteFields,
            "same_as: ftp://x",
            "2:10",
            "bad-link",
            "same_as: 'ftp://x' is not",
        ),
        (
            NoteFields,
            "sources: [a, b c]",
            "2:14",
            "bad-citation",
            "sources: 'b c' is not",
        ),
        (
            NoteFields,
            "claims: x",
            "2:9",
            "bad-value",
            "expected claims as 'field: value'",
        ),
        (
            NoteFields,
            "claims: {says: x, verdict: y}",
            "2:28",
            "bad-value",
            "is not one of supported",
        ),
        (
            SourceFields,
            "boilerplate: [1, two]",
            "2:18",
            "bad-value",
            "expected a whole number",
        ),
        (
            SourceFields,
            "paragraphs: {lost: x}",
            "2:20",
            "bad-value",
            "'lost': expected a whole",
        ),
        (
            TreatyFields,
            "obligations: [defense]",
            "2:15",
            "bad-value",
            "'obligations': 'defense'",
        ),
        (
            TreatyFields,
            "obligations: [defense]",
            "2:15",
            "bad-value",
            "Did you mean 'defence'?",
        ),
        (
            SourceFields,
            "boilerplate: {a: 1}",
            "2:1",
            "bad-value",
            "expected a whole number",
        ),
        (NoteFields, "aliases: [a, ~]", "2:14", "bad-value", "found nothing"),
        (PlaceFields, "in_: Korea", "2:1", "unknown-field", "Did you mean 'in'?"),
    ],
)
def test_every_problem_is_said_at_its_place_in_a_writers_words(
    model: type[Fields], front: str, place: str, code: str, words: str
) -> None:
    date = "" if "date" in front or model is not EventFields else "date: 1961\n"

    _, _, [found] = read_fields(model, split_note(f"---\n{date}{front}\n---\n"), "n.md")

    assert f"n.md:{place}: error[{code}]" in str(found)
    assert words in str(found)


@pytest.mark.parametrize("front", ["title: x", "date:", "date: []", ""])
def test_a_field_that_is_needed_is_asked_for_by_name(front: str) -> None:
    _, _, [found] = read_fields(EventFields, split_note(f"---\n{front}\n---\n"), "n.md")

    assert (found.code, found.origin.line) == ("missing-field", 2 if front else 1)
    assert "'date'" in found.message


def test_fields_with_a_problem_are_left_out_and_the_others_kept() -> None:
    parts = split_note("---\ntitle: Kim\nborn: soon\naliases: [K]\n---\n")

    fields, _, [found] = read_fields(ActorFields, parts, "n.md")

    assert found.code == "bad-date"
    assert fields.model_dump(exclude_defaults=True) == {
        "title": "Kim",
        "aliases": ("K",),
    }


def test_all_problems_of_a_file_are_found_at_once() -> None:
    front = "---\ntitel: x\nparties:\n- {party: A, signed: 1961-13}\n- signd: x\ndraft: perhaps\n---\n"

    _, _, found = read_fields(TreatyFields, split_note(front), "n.md")

    assert sorted((problem.origin.line, problem.code) for problem in found) == [
        (2, "unknown-field"),
        (4, "bad-date"),
        (5, "missing-field"),
        (5, "unknown-field"),
        (6, "bad-value"),
    ]


def test_what_is_no_yaml_hides_what_may_be_missing() -> None:
    parts = split_note("---\nplace: a: b\ndate: 1961\n---\n")

    assert [found.code for found in read_fields(EventFields, parts, "n.md")[2]] == [
        "bad-yaml"
    ]
