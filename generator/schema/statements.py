"""Fields that hold one value or many, plain or with what they rest on; and ways through them."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Generic,
    Literal,
    TypeVar,
    cast,
    get_args,
)

from pydantic import BeforeValidator

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


def expand_shorthand(model: type[Fields]) -> Callable[[object], object]:
    """Return a reader that takes a bare value for the one field it stands for."""

    def expand(value: object) -> object:
        return value if isinstance(value, Mapping) else {model.shorthand: value}

    return expand


Path = tuple[int | str, ...]
"""Steps from a note's front matter to a value: field names and list positions."""


def walk(value: Any, kind: type[T], path: Path = ()) -> Iterator[tuple[Path, T]]:  # noqa: ANN401
    """Yield every value of a type anywhere inside a group of fields, and the way to it."""
    found: list[tuple[Path, T]] = []
    _gather(value, kind, path, found)
    yield from found


def _gather(value: Any, kind: type[T], path: Path, found: list[tuple[Path, T]]) -> None:  # noqa: ANN401
    if isinstance(value, kind):
        found.append((path, value))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            _gather(item, kind, (*path, position), found)
    elif isinstance(value, Fields):
        for attribute, name in _leading_to(type(value), cast("Hashable", kind)):
            if inner := getattr(value, attribute):  # most fields are empty
                _gather(inner, kind, (*path, name), found)


@cache
def _attributes(model: type[Fields]) -> tuple[tuple[str, str], ...]:
    """Return the attribute of each field, and the name writers type for it."""
    return tuple(
        (name, field.alias or name) for name, field in model.model_fields.items()
    )


@cache
def _leading_to(model: type[Fields], kind: type) -> tuple[tuple[str, str], ...]:
    """Return the fields in which a value of a type may stand, at whatever depth."""
    return tuple(
        (attribute, name)
        for attribute, name in _attributes(model)
        if _may_hold(model.model_fields[attribute].annotation, kind)
    )


def _may_hold(annotation: Any, kind: type) -> bool:  # noqa: ANN401 - types have no type
    if isinstance(annotation, type) and issubclass(annotation, kind):
        return True
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        return bool(_leading_to(annotation, kind))
    return any(_may_hold(argument, kind) for argument in get_args(annotation))


@cache
def field_names(model: type[Fields]) -> tuple[str, ...]:
    """Return the names of a model's fields as writers type them."""
    return tuple(name for _, name in _attributes(model))


@cache
def required(model: type[Fields]) -> tuple[str, ...]:
    """Return the names of the fields that a note of this kind cannot do without."""
    extras = {
        name: field.json_schema_extra for name, field in model.model_fields.items()
    }
    return tuple(
        name
        for name, extra in extras.items()
        if isinstance(extra, dict) and "required" in extra
    )


@cache
def nested(model: type[Fields], name: str) -> type[Fields] | None:
    """Return the group of fields that a field holds, if it holds one."""
    for attribute, field in model.model_fields.items():
        if name in {attribute, field.alias}:
            return next(_models(field.annotation), None)
    return None


def fields_within(model: type[Fields]) -> Iterator[type[Fields]]:
    """Yield every group of fields that stands directly within another."""
    for field in model.model_fields.values():
        yield from _models(field.annotation)


def _models(annotation: Any) -> Iterator[type[Fields]]:  # noqa: ANN401 - types have no type
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)


def tie(model: type[Fields], path: Path) -> Mapping[str, Any]:
    """Return what the innermost field on a path declares about the notes it ties together."""
    return _tie(model, tuple(step for step in path if isinstance(step, str)))


@cache
def _tie(model: type[Fields], names: tuple[str, ...]) -> Mapping[str, Any]:
    declared: Mapping[str, Any] = {}
    for name in names:
        for attribute, field in model.model_fields.items():
            extra = field.json_schema_extra
            if (
                name in {attribute, field.alias}
                and isinstance(extra, dict)
                and "inverse" in extra
            ):
                declared = extra
        model = nested(model, name) or model
    return declared
