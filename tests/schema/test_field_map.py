"""What each model's fields are: names, groups, relations."""

from __future__ import annotations

from typing import get_args

import pytest

from generator.notes.model import KINDS
from generator.schema.field_map import (
    RelationField,
    RelationSpec,
    field_map,
    field_names,
    group_in,
    needed_names,
    relation_along,
)
from generator.schema.notes import (
    ActorFields,
    Claim,
    EventFields,
    NoteFields,
    PlaceFields,
    Role,
    TopicFields,
)
from generator.schema.sources import SourceFields, Unusable
from generator.schema.treaties import Party, TreatyFields
from generator.schema.values import Fields


@pytest.mark.parametrize(
    ("model", "name", "inner"),
    [
        (TreatyFields, "parties", Party),
        (ActorFields, "roles", Role),
        (NoteFields, "claims", Claim),
        (SourceFields, "paragraphs", Unusable),
        (TreatyFields, "title", None),
        (TreatyFields, "summary", None),
        (TreatyFields, "nonsense", None),
    ],
)
def test_a_group_of_fields_is_known_by_the_field_that_holds_it(
    model: type[Fields], name: str, inner: type[Fields] | None
) -> None:
    assert group_in(model, name) is inner


def test_the_fields_of_a_statement_lie_within_its_field() -> None:
    inner = group_in(Role, "from")

    assert inner
    assert field_names(inner) == ("value", "sources", "printed", "rank", "why")


@pytest.mark.parametrize(
    ("model", "names", "inverse"),
    [
        (TreatyFields, ("parties", "party"), "Party to"),
        (TreatyFields, ("parties", "signed_by"), "Signed"),
        (TreatyFields, ("replaces", "value"), "Replaced by"),
        (TreatyFields, ("suspended", "by"), "Suspended"),
        (PlaceFields, ("in", "value"), "Places"),
        (ActorFields, ("roles", "of"), "Office holders"),
        (TopicFields, ("about", "value"), "Explained in"),
        (EventFields, ("led_to", "value"), "Result of"),
        (EventFields, ("date", "value"), None),
        (TreatyFields, ("title",), None),
        (SourceFields, ("corrections", "link"), None),
    ],
)
def test_a_relation_declares_its_name_from_the_other_end(
    model: type[Fields], names: tuple[str, ...], inverse: str | None
) -> None:
    relation = relation_along(model, names)

    assert (relation.inverse if relation else None) == inverse


def test_every_field_that_names_other_notes_is_a_relation_field() -> None:
    declared = {
        spec.name
        for kind in KINDS.values()
        for spec in field_map(kind.fields).values()
        if spec.relation or (spec.group and _has_relation(spec.group))
    }

    assert declared == set(get_args(RelationField))


def _has_relation(group: type[Fields]) -> bool:
    return any(spec.relation for spec in field_map(group).values())


def test_a_circle_is_an_error_only_where_the_field_says_so() -> None:
    relations = [
        relation_along(model, (name,))
        for model, name in [(TreatyFields, "replaces"), (ActorFields, "leader")]
    ]

    assert relations == [
        RelationSpec("Replaced by", is_acyclic=True),
        RelationSpec("Leads"),
    ]


def test_a_field_has_the_name_that_writers_type() -> None:
    assert field_names(PlaceFields)[-2:] == ("in", "latlon")
    assert field_map(PlaceFields)["in"].attribute == "in_"


def test_an_event_needs_its_date_and_other_kinds_need_nothing() -> None:
    assert {kind.folder: needed_names(kind.fields) for kind in KINDS.values()} == {
        **{folder: [] for folder in KINDS},
        "events": ["date"],
    }
