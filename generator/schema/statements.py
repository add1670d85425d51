"""Fields that hold one value or many, plain or with what they rest on; and ways through them."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Generic, Literal, TypeVar, cast

from pydantic import BeforeValidator

from generator.schema.field_map import fields_leading_to
from generator.schema.nodes import FieldPath
from generator.schema.values import Citation, Fields, Prose, Text

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


def _one_or_many(value: object) -> object:
    """Accept one value where a list is meant."""
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list) else (value,)


def _statements(value: object) -> object:
    """Accept a plain value, a statement, or a list of those."""
    return tuple(
        item if isinstance(item, Mapping) and "value" in item else {"value": item}
        for item in _as_list(value)
    )


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


Many = Annotated[tuple[T, ...], BeforeValidator(_one_or_many)]
"""Any number of values; one alone needs no list."""


class Statement(Fields, Generic[T_co]):
    """A value and what it rests on."""

    noun = "statements"

    value: T_co
    sources: Many[Citation] = ()
    printed: Text = ""
    """The words of the source, where they differ from the value."""
    rank: Literal["preferred", "normal", "deprecated"] = "normal"
    why: Prose = Prose()


if TYPE_CHECKING:
    Values = tuple[Statement[T], ...]
else:

    class Values:
        """A field of one value that sources may differ on: every statement about it."""

        def __class_getitem__(cls, item: type) -> object:
            """Return the type of such a field; pydantic's generics do not fit into an alias."""
            return Annotated[tuple[Statement[item], ...], BeforeValidator(_statements)]


def current(values: tuple[Statement[T], ...]) -> tuple[Statement[T], ...]:
    """Return the statements that stand: the preferred ones, else all that are not deprecated."""
    if len(values) == 1:  # as nearly always
        return () if values[0].rank == "deprecated" else values
    preferred = tuple(item for item in values if item.rank == "preferred")
    return preferred or tuple(item for item in values if item.rank == "normal")


def first_value(values: tuple[Statement[T], ...]) -> T | None:
    """Return the value of the first statement that stands, if any does."""
    standing = current(values)
    return standing[0].value if standing else None


def expand_shorthand(model: type[Fields]) -> Callable[[object], object]:
    """Return a reader that takes a bare value for the one field it stands for."""

    def expand(value: object) -> object:
        return value if isinstance(value, Mapping) else {model.shorthand: value}

    return expand


def walk(
    value: object, kind: type[T], path: FieldPath = ()
) -> Iterator[tuple[FieldPath, T]]:
    """Yield every value of a type anywhere inside a group of fields, and the way to it."""
    found: list[tuple[FieldPath, T]] = []
    _gather(value, kind, path, found)
    yield from found


def _gather(
    value: object, kind: type[T], path: FieldPath, found: list[tuple[FieldPath, T]]
) -> None:
    if isinstance(value, kind):
        found.append((path, value))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            _gather(item, kind, (*path, position), found)
    elif isinstance(value, Fields):
        for spec in fields_leading_to(type(value), cast("Hashable", kind)):
            inner = getattr(value, spec.attribute)
            if inner:  # most fields are empty
                _gather(inner, kind, (*path, spec.name), found)
