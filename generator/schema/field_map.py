"""What each model's fields are: described once, for every module that asks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from pydantic.fields import FieldInfo

from generator.schema.nodes import FieldPath
from generator.schema.values import Fields

RelationField = Literal[
    "about",
    "actors",
    "amends",
    "country",
    "depositary",
    "in",
    "leader",
    "led_to",
    "member_of",
    "part_of",
    "parties",
    "place",
    "replaces",
    "roles",
    "succeeds",
    "suspended",
    "treaties",
]
"""The fields of notes that name other notes, at whatever depth."""


@dataclass(frozen=True, slots=True)
class RelationSpec:
    """How a field ties its note to the notes that it names."""

    inverse: str
    """What the relation is called from the other end."""
    is_acyclic: bool = False
    """Whether it is an error if the notes form a circle."""


def acyclic(inverse: str) -> RelationSpec:
    """Return a relation whose notes must not form a circle."""
    return RelationSpec(inverse, is_acyclic=True)


@dataclass(frozen=True, slots=True)
class Needed:
    """Marks a field that a note must have, but can be read without."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a model."""

    attribute: str
    """Its name in Python: ``from_``."""
    name: str
    """The name that writers type: ``from``."""
    classes: tuple[type, ...]
    """Every class that its type names, at whatever depth."""
    group: type[Fields] | None
    """The group of fields that it contains, if any."""
    relation: RelationSpec | None
    is_needed: bool
    choices: tuple[str, ...]
    """The words that it takes, if it takes only some."""


@cache
def field_map(model: type[Fields]) -> Mapping[str, FieldSpec]:
    """Describe each field of a model, by the name that writers type for it."""
    found: dict[str, FieldSpec] = {}
    for attribute, field in model.model_fields.items():
        spec = _spec(attribute, field)
        found[spec.name] = spec
    return found


@cache
def field_names(model: type[Fields]) -> tuple[str, ...]:
    """Return the names of a model's fields as writers type them."""
    return tuple(field_map(model))


def needed_names(model: type[Fields]) -> list[str]:
    """Return the names of the fields that a note of this kind must have."""
    specs = field_map(model).values()
    return [spec.name for spec in specs if spec.is_needed]


def groups_in(model: type[Fields]) -> list[type[Fields]]:
    """Return every group of fields directly within another, one for each field."""
    specs = field_map(model).values()
    return [spec.group for spec in specs if spec.group]


def group_in(model: type[Fields], name: str) -> type[Fields] | None:
    """Return the group of fields that a field contains, if any."""
    spec = field_map(model).get(name)
    if spec is None:
        return None
    return spec.group


def choices_at(model: type[Fields], path: FieldPath) -> tuple[str, ...]:
    """Return the words that the field at a path takes, if it takes only some."""
    choices: tuple[str, ...] = ()
    for step in path:
        spec = field_map(model).get(str(step))
        if spec:
            choices = spec.choices
            model = spec.group or model
    return choices


@cache
def relation_along(model: type[Fields], names: tuple[str, ...]) -> RelationSpec | None:
    """Return the relation that the innermost field of nested ones declares, if any."""
    relation = None
    for name in names:
        spec = field_map(model).get(name)
        if spec:
            relation = spec.relation or relation
            model = spec.group or model
    return relation


@cache
def fields_leading_to(model: type[Fields], kind: type) -> Mapping[str, str]:
    """Map the attributes that may contain a value of a type, at whatever depth, to their names."""
    names: dict[str, str] = {}
    for spec in field_map(model).values():
        if _leads_to(spec, kind):
            names[spec.attribute] = spec.name
    return names


def _leads_to(spec: FieldSpec, kind: type) -> bool:
    for found in spec.classes:
        if issubclass(found, kind):
            return True
    if spec.group is None:
        return False
    inner = fields_leading_to(spec.group, kind)
    return bool(inner)


def _spec(attribute: str, field: FieldInfo) -> FieldSpec:
    classes = tuple(_classes(field.annotation))
    groups = [found for found in classes if issubclass(found, Fields)]
    relations = [mark for mark in field.metadata if isinstance(mark, RelationSpec)]
    return FieldSpec(
        attribute=attribute,
        name=field.alias or attribute,
        classes=classes,
        group=next(iter(groups), None),
        relation=next(iter(relations), None),
        is_needed=Needed() in field.metadata,
        choices=tuple(_choices(field.annotation)),
    )


def _classes(annotation: object) -> Iterator[type]:
    """Yield every class that an annotation names."""
    if isinstance(annotation, type):
        yield annotation
    for argument in get_args(annotation):
        yield from _classes(argument)


def _choices(annotation: object) -> Iterator[str]:
    """Yield every word that an annotation allows by name."""
    for argument in get_args(annotation):
        if isinstance(argument, str):
            yield argument
        else:
            yield from _choices(argument)
