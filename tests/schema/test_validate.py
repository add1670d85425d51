"""Front matter is validated, and every problem is at its place in a writer's words."""

from __future__ import annotations

import pytest

from generator.schema.front_matter import split_note
from generator.schema.notes import ActorFields, EventFields, NoteFields, PlaceFields
from generator.schema.sources import SourceFields
from generator.schema.treaties import TreatyFields
from generator.schema.validate import read_fields
from generator.schema.values import Fields


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
    assert list(node.pairs) == ["parties", "signed"]
    assert node.find(("signed", 0)).node.plain() == {
        "value": "6 July 1961",
        "sources": "un",
    }


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
        (
            TreatyFields,
            "parties:\n- {signed: 1961}",
            "3:3",
            "missing-field",
            "party: a value",
        ),
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
            "rank: 'x' is not one",
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
            "sources: 'b c' is neither",
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
            "lost: expected a whole",
        ),
        (
            TreatyFields,
            "obligations: [defense]",
            "2:15",
            "bad-value",
            "obligations: 'defense'",
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
    assert "date: " in found.message


def test_fields_with_a_problem_are_left_out_and_the_others_kept() -> None:
    parts = split_note("---\ntitle: Kim\nborn: soon\naliases: [K]\n---\n")

    fields, _, [found] = read_fields(ActorFields, parts, "n.md")

    assert found.code == "bad-date"
    assert fields.model_dump(exclude_defaults=True) == {
        "title": "Kim",
        "aliases": ("K",),
    }


def test_all_problems_of_a_file_are_found_at_once() -> None:
    parties = "parties:\n- {party: A, signed: 1961-13}\n- signd: x\n"
    front = f"---\ntitel: x\n{parties}draft: perhaps\n---\n"

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
