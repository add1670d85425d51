"""A key means the field it is nearly written like."""

from __future__ import annotations

import pytest

from generator.notes.model import KINDS
from generator.schema.field_map import field_names, groups_in
from generator.schema.keys import canonical_key
from generator.schema.sources import SourceFields
from generator.schema.treaties import TreatyFields
from generator.schema.values import Fields


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
    return {model}.union(*map(groups, groups_in(model)))


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
