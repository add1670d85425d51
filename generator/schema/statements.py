"""Fields of one value or many, plain or with their sources; and paths to the values in them."""

from collections.abc import Callable, Hashable, Mapping
from typing import TYPE_CHECKING, Annotated, Generic, Literal, TypeVar, cast

from pydantic import BeforeValidator

from generator.schema.field_map import fields_leading_to
from generator.schema.nodes import FieldPath
from generator.schema.scalars import Text
from generator.schema.values import Citation, Fields, Prose

Rank = Literal["preferred", "normal", "deprecated"]
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


def _one_or_many(value: object) -> object:
    """Accept one value where a list is meant."""
    if value is None:
        return ()
    if isinstance(value, list):
        return tuple(value)
    return (value,)


def _statements(value: object) -> object:
    """Accept a plain value, a statement, or a list of those."""
    if value is None:
        return ()
    if isinstance(value, list):
        return tuple(map(_statement, value))
    return (_statement(value),)


def _statement(value: object) -> Mapping[str, object]:
    """Accept a plain value where a statement is meant."""
    if isinstance(value, Mapping) and "value" in value:
        return value
    return {"value": value}


Many = Annotated[tuple[T, ...], BeforeValidator(_one_or_many)]
"""Any number of values; a single one needs no list."""


class Statement(Fields, Generic[T_co]):
    """A value and its sources."""

    noun = "statements"

    value: T_co
    sources: Many[Citation] = ()
    printed: Text = ""
    """The words of the source, where they differ from the value."""
    rank: Rank = "normal"
    why: Prose = Prose()


if TYPE_CHECKING:
    Values = tuple[Statement[T], ...]
else:

    class Values:
        """A field of one value that sources may differ on: every statement about it."""

        def __class_getitem__(cls, item: type) -> object:
            """Return the type of such a field; pydantic's generics do not fit into an alias."""
            many = tuple[Statement[item], ...]
            return Annotated[many, BeforeValidator(_statements)]


def current(values: tuple[Statement[T], ...]) -> tuple[Statement[T], ...]:
    """Return the current statements: the preferred ones, else all that are not deprecated."""
    preferred = _ranked(values, "preferred")
    return preferred or _ranked(values, "normal")


def _ranked(values: tuple[Statement[T], ...], rank: Rank) -> tuple[Statement[T], ...]:
    return tuple(value for value in values if value.rank == rank)


def current_values(values: tuple[Statement[T], ...]) -> list[T]:
    """Return the values of the current statements."""
    return [statement.value for statement in current(values)]


def first_value(values: tuple[Statement[T], ...]) -> T | None:
    """Return the value of the first current statement, if there is one."""
    for statement in current(values):
        return statement.value
    return None


def expand_shorthand(model: type[Fields]) -> Callable[[object], object]:
    """Return a reader that takes a bare value as the value of one field."""

    def expand(value: object) -> object:
        if isinstance(value, Mapping):
            return value
        return {model.shorthand: value}

    return expand


def walk(value: object, kind: type[T]) -> list[tuple[FieldPath, T]]:
    """Return every value of a type anywhere inside a group of fields, and the path to it."""
    found: list[tuple[FieldPath, T]] = []
    _gather(value, kind, (), found)
    return found


def _gather(
    value: object, kind: type[T], path: FieldPath, found: list[tuple[FieldPath, T]]
) -> None:
    if isinstance(value, kind):
        found.append((path, value))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            _gather(item, kind, (*path, position), found)
    elif isinstance(value, Fields):
        values: Mapping[str, object] = vars(value)
        names = fields_leading_to(type(value), cast("Hashable", kind))
        for attribute, name in names.items():
            inner = values[attribute]
            if inner:  # most fields are empty
                _gather(inner, kind, (*path, name), found)
