"""Pure functions, called again only where what they look at has changed.

Nobody lists what depends on what. A result is kept with the values that went in, and with what the
function asked of its surroundings (`watched`); it is used again as long as all of these are equal.
A new result that equals the one before is replaced by it, so that what was made from that one is
used again as well.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, Self, TypeAlias, TypeVar, TypeVarTuple, cast

from generator.incremental.watched import Read, Reads

A = TypeVarTuple("A")
T = TypeVar("T")
V = TypeVar("V")
IsStale: TypeAlias = Callable[[Reads, object], bool]
"""Says whether a result, made from some reads, might be another one now."""


class Surroundings(Protocol):
    """What functions may ask while they work on one value."""

    def watched(self, reads: set[Read]) -> Self:
        """Return the same, noting what is asked of it."""

    def stale_since(self, before: Self) -> IsStale:
        """Return what tells whether a result from before might be another one now."""


S = TypeVar("S", bound=Surroundings)


class Memo:
    """Calls functions, and keeps nothing."""

    def once(self, function: Callable[[*A], T], *arguments: *A) -> T:
        """Return the result for some arguments."""
        return function(*arguments)

    def each(
        self,
        function: Callable[[V, *A], T],
        values: Mapping[str, V],
        *arguments: *A,
    ) -> Mapping[str, T]:
        """Return the result for each value by itself."""
        return {key: function(value, *arguments) for key, value in values.items()}

    def each_within(
        self,
        function: Callable[[V, S, *A], T],
        values: Mapping[str, V],
        around: S,
        *arguments: *A,
    ) -> Mapping[str, T]:
        """Return the result for each value within its surroundings."""
        return {
            key: function(value, around, *arguments) for key, value in values.items()
        }


@dataclass(frozen=True, slots=True)
class _Kept:
    """A result, and what it was made from."""

    value: object
    result: object
    reads: Reads = frozenset()

    def is_of(self, value: object) -> bool:
        """Say whether it was made from an equal value."""
        return self.value is value or self.value == value


@dataclass(frozen=True, slots=True)
class _Calls:
    """The last calls of one function."""

    arguments: object = None
    around: object = None
    kept: Mapping[str, _Kept] = field(default_factory=dict)


class Remembering(Memo):
    """Keeps the results of each function's last calls; functions are those of modules."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._once: dict[object, _Kept] = {}
        self._each: dict[object, _Calls] = {}

    def once(self, function: Callable[[*A], T], *arguments: *A) -> T:
        """Return the result for some arguments, the last one if they are equal."""
        kept = self._once.get(function)
        if kept is None or not kept.is_of(arguments):
            result = _settled(function(*arguments), kept)
            kept = self._once[function] = _Kept(arguments, result)
        return cast("T", kept.result)

    def each(
        self,
        function: Callable[[V, *A], T],
        values: Mapping[str, V],
        *arguments: *A,
    ) -> Mapping[str, T]:
        """Return the result for each value by itself, the last one if it is equal."""

        def call(value: V, around: _Nothing) -> T:
            del around
            return function(value, *arguments)

        return self._called(function, call, values, _Nothing(), arguments)

    def each_within(
        self,
        function: Callable[[V, S, *A], T],
        values: Mapping[str, V],
        around: S,
        *arguments: *A,
    ) -> Mapping[str, T]:
        """Return the result for each value, the last one if it and all it asked are equal."""

        def call(value: V, around: S) -> T:
            return function(value, around, *arguments)

        return self._called(function, call, values, around, arguments)

    def _called(
        self,
        function: object,
        call: Callable[[V, S], T],
        values: Mapping[str, V],
        around: S,
        arguments: object,
    ) -> Mapping[str, T]:
        before = self._each.get(function, _Calls())
        is_stale: IsStale = _always_stale
        if before.arguments == arguments:
            is_stale = around.stale_since(cast("S", before.around))
        kept: dict[str, _Kept] = {}
        for key, value in values.items():
            last = before.kept.get(key)
            if (
                last is None
                or not last.is_of(value)
                or is_stale(last.reads, last.result)
            ):
                reads: set[Read] = set()
                result = call(value, around.watched(reads))
                last = _Kept(value, _settled(result, last), frozenset(reads))
            kept[key] = last
        self._each[function] = _Calls(arguments, around, kept)
        return {key: cast("T", last.result) for key, last in kept.items()}


class _Nothing:
    """The surroundings of a function that asks nothing."""

    def watched(self, reads: set[Read]) -> Self:
        """Return the same."""
        del reads
        return self

    def stale_since(self, before: Self) -> IsStale:
        """Return that nothing is stale."""
        del before
        return _never_stale


def _always_stale(reads: Reads, result: object) -> bool:
    del reads, result
    return True


def _never_stale(reads: Reads, result: object) -> bool:
    del reads, result
    return False


def _settled(result: T, kept: _Kept | None) -> T:
    """Return the result before if the new one is equal."""
    if kept is not None and isinstance(kept.result, type(result)):
        return kept.result if kept.result == result else result
    return result
