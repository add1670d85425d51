"""Fields of one value or many, and ways through them."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from generator.schema.nodes import FieldPath
from generator.schema.notes import PlaceFields, Role
from generator.schema.statements import (
    Many,
    Statement,
    Values,
    current,
    expand_shorthand,
    walk,
)
from generator.schema.treaties import Party, TreatyFields
from generator.schema.values import ActorRef, Citation, Prose, Reference, When

SIGNED: Any = {"value": "1961", "sources": ["un", "us#p4"], "rank": "preferred"}


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("1961", ["1961"]),
        (["1961", "1962"], ["1961", "1962"]),
        ({"value": "1961"}, ["1961"]),
        ([{"value": "1961", "sources": "un"}, "1962"], ["1961", "1962"]),
        (None, []),
        ([], []),
    ],
)
def test_any_value_may_be_plain_or_a_statement_or_several(
    typed: object, values: list[str]
) -> None:
    statements = TypeAdapter(Values[When]).validate_python(typed)

    assert [str(item.value) for item in statements] == values


def test_a_statement_keeps_what_it_rests_on() -> None:
    [statement] = TypeAdapter(Values[When]).validate_python(SIGNED)

    assert statement.sources == (Citation("un"), Citation("us", "p4"))
    assert statement.rank == "preferred"


@pytest.mark.parametrize(
    ("typed", "values"), [("a", ("a",)), (["a", "b"], ("a", "b")), (None, ()), ([], ())]
)
def test_one_value_needs_no_list(typed: object, values: tuple[str, ...]) -> None:
    assert TypeAdapter(Many[str]).validate_python(typed) == values


@pytest.mark.parametrize(
    ("ranks", "standing"),
    [
        ([], []),
        (["normal", "normal"], [0, 1]),
        (["normal", "preferred", "deprecated"], [1]),
        (["preferred", "preferred"], [0, 1]),
        (["deprecated", "normal"], [1]),
        (["deprecated"], []),
    ],
)
def test_the_preferred_statements_stand_else_all_not_deprecated(
    ranks: list[str], standing: list[int]
) -> None:
    statements = tuple(
        Statement[int].model_validate({"value": place, "rank": rank})
        for place, rank in enumerate(ranks)
    )

    assert [item.value for item in current(statements)] == standing


def test_a_bare_value_stands_for_the_one_field_it_is_short_for() -> None:
    expand = expand_shorthand(Party)

    assert expand("Kim") == {"party": "Kim"}
    assert expand({"party": "Kim", "signed": "1961"}) == {
        "party": "Kim",
        "signed": "1961",
    }


TREATY = TreatyFields.model_validate(
    {
        "title": "Pact",
        "summary": "Says [@un].",
        "parties": ["Kim", {"party": "Xi", "signed": SIGNED, "signed_by": ["Li"]}],
        "replaces": [{"value": "Old pact", "why": "It says so."}],
        "suspended": [{"by": "Kim", "from": "1961"}],
    }
)


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        (
            Reference,
            [
                (("parties", 0, "party"), "Kim"),
                (("parties", 1, "party"), "Xi"),
                (("parties", 1, "signed_by", 0), "Li"),
                (("suspended", 0, "by"), "Kim"),
                (("replaces", 0, "value"), "Old pact"),
            ],
        ),
        (
            Citation,
            [
                (("parties", 1, "signed", 0, "sources", 0), Citation("un")),
                (("parties", 1, "signed", 0, "sources", 1), Citation("us", "p4")),
            ],
        ),
        (ActorRef, [(("parties", 0, "party"), "Kim"), (("parties", 1, "party"), "Xi")]),
    ],
)
def test_every_value_of_a_type_is_found_with_the_way_to_it(
    kind: type[object], found: list[tuple[FieldPath, object]]
) -> None:
    assert sorted(walk(TREATY, kind), key=repr) == sorted(found, key=repr)


def test_the_way_to_a_value_uses_the_names_writers_type() -> None:
    place = PlaceFields.model_validate({"in": "Korea"})
    role = Role.model_validate({"title": "Leader", "from": "1961"})

    assert [path for path, _ in walk(place, Reference)] == [("in", 0, "value")]
    assert [path[0] for path, _ in walk(role, Statement)] == ["from"]


def test_prose_is_found_and_plain_text_is_not() -> None:
    prose = dict(walk(TREATY, Prose))

    assert prose[("summary",)] == "Says [@un]."
    assert prose[("replaces", 0, "why")] == "It says so."
    assert ("title",) not in prose
