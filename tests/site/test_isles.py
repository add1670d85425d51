"""The site that tests read is rich: what a field does to a page is seen on a built one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.app.assemble import assemble
from generator.notes.model import HOME, KINDS
from generator.schema.field_map import field_map
from generator.schema.sources import SourceFields
from generator.schema.values import Fields
from tests.site.isles import read_isles

LOADED = read_isles()
SHARED = frozenset(HOME.fields.model_fields)
"""What a note of any kind may say; one of each on the whole site will do."""


def groups_in(value: object) -> Iterator[Fields]:
    """Yield a group of fields, and every group inside it."""
    if isinstance(value, Fields):
        yield value
        for name in value.model_fields_set:
            yield from groups_in(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from groups_in(item)


def used() -> dict[str, set[str]]:
    """Return which fields have a value somewhere, by the noun of their group."""
    found: dict[str, set[str]] = {}
    index = LOADED.index
    for note in (*index.notes.values(), *index.drafts.values()):
        for group in groups_in(note.fields):
            found.setdefault(group.noun, set()).update(group.model_fields_set)
    for source in index.sources.values():
        for group in groups_in(source.fields):
            found.setdefault(group.noun, set()).update(group.model_fields_set)
    return found


def all_groups() -> list[type[Fields]]:
    """Return every group of fields that a writer can meet."""
    found: list[type[Fields]] = [*(kind.fields for kind in KINDS.values())]
    found.append(SourceFields)
    for group in found:  # it grows while we go through it
        inner = (spec.group for spec in field_map(group).values())
        nouns = {one.noun for one in found}
        found += [one for one in inner if one and one.noun not in nouns]
    return found


USED = used()


def test_the_isles_have_no_problem() -> None:
    assert [*LOADED.problems, *assemble(LOADED).problems] == []
    assert LOADED.home


def test_every_field_of_any_note_has_a_value_somewhere() -> None:
    anywhere = set().union(*USED.values())

    assert SHARED - anywhere == set()


@pytest.mark.parametrize("group", all_groups(), ids=lambda group: group.noun)
def test_every_field_of_a_group_has_a_value(group: type[Fields]) -> None:
    is_kind = issubclass(group, HOME.fields)
    own = set(group.model_fields) - (SHARED if is_kind else set())

    assert own - USED[group.noun] - {"draft"} == set()
