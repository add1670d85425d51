"""YAML values that know their place in the file, and what is wrong with a file.

Lines and columns are those of the file, counted from 1; offsets count code points of the text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Self, TypeAlias

from generator.codes import Code
from generator.diagnostics import Position

FieldPath: TypeAlias = tuple[int | str, ...]
"""Steps from front matter to a value: field names and list positions."""
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
"""A YAML value without places."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a piece of a file, and where."""

    code: Code
    message: str
    hint: str
    line: int
    column: int


class Span(NamedTuple):
    """A stretch of the text: its place, and its first and last offset in code points."""

    line: int = 1
    column: int = 1
    start: int = 0
    end: int = 0


class Written(str):
    """A scalar as it was written, and its place."""

    __slots__ = ("at",)

    at: Position

    def __new__(cls, text: str, at: Position) -> Self:
        """Attach its place to a text."""
        self = super().__new__(cls, text)
        self.at = at
        return self


@dataclass(frozen=True, slots=True)
class Pair:
    """One key of a mapping, and its value."""

    key: str
    key_span: Span
    value: "Node"

    @property
    def place(self) -> Span:
        """Where a problem of the value points: at a text itself, else at the key."""
        if isinstance(self.value.value, str):
            return self.value.span
        return self.key_span


class Found(NamedTuple):
    """What a path leads to, and where a problem of it points."""

    node: "Node"
    span: Span


@dataclass(frozen=True, slots=True)
class Node:
    """One YAML value, and its place."""

    value: "str | tuple[Node, ...] | Mapping[str, Pair] | None"
    span: Span = field(default_factory=Span)
    style: str = ""
    """Of a scalar: empty if plain, else ``'``, ``"``, ``|`` or ``>``; else flow or block."""

    @property
    def pairs(self) -> Mapping[str, Pair]:
        """The keys and values of a mapping; empty for any other value."""
        if isinstance(self.value, Mapping):
            return self.value
        return {}

    def plain(self) -> Plain:
        """Return the value as text, None, lists and dictionaries."""
        match self.value:
            case None:
                return None
            case str():
                return Written(self.value, Position(self.span.line, self.span.column))
            case tuple():
                return [item.plain() for item in self.value]
            case _:
                return self.plain_pairs()

    def plain_pairs(self) -> dict[str, Plain]:
        """Return the keys and plain values of a mapping; empty for any other value."""
        values: dict[str, Plain] = {}
        for key, pair in self.pairs.items():
            values[key] = pair.value.plain()
        return values

    def find(self, path: FieldPath) -> Found:
        """Return the deepest value on a path, and its place; unknown steps are skipped."""
        found = Found(self, self.span)
        for step in path:
            found = found.node._step(step) or found  # noqa: SLF001 - the same class
        return found

    def _step(self, step: int | str) -> Found | None:
        match self.value:
            case tuple() if isinstance(step, int) and step < len(self.value):
                item = self.value[step]
                return Found(item, item.span)
            case Mapping() if step in self.value:
                pair = self.value[str(step)]
                return Found(pair.value, pair.place)
        return None
