"""Calls of pure functions: counted where they take long, and shared among worker processes."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TypeVar, TypeVarTuple

from generator.incremental.memo import Memo, Surroundings
from generator.io.progress import each
from generator.io.workers import in_workers

A = TypeVarTuple("A")
S = TypeVar("S", bound=Surroundings)
T = TypeVar("T")
V = TypeVar("V")
Stages = Mapping[Callable[..., object], str]
"""What each slow function does, such as "Parsing notes"."""


class Counted(Memo):
    """Calls functions, keeps nothing, and says how many calls of the slow ones are done."""

    def __init__(self, stages: Stages) -> None:
        """Count the calls of some functions, each of which is a stage of the work."""
        self._stages = stages

    def each(
        self,
        function: Callable[[V, *A], T],
        values: Mapping[str, V],
        *arguments: *A,
    ) -> Mapping[str, T]:
        """Return the result for each value by itself."""
        return {
            key: function(value, *arguments)
            for key, value in self._counted(function, values.items(), len(values))
        }

    def each_within(
        self,
        function: Callable[[V, S, *A], T],
        values: Mapping[str, V],
        around: S,
        *arguments: *A,
    ) -> Mapping[str, T]:
        """Return the result for each value within its surroundings."""
        return {
            key: function(value, around, *arguments)
            for key, value in self._counted(function, values.items(), len(values))
        }

    def _counted(
        self, function: Callable[..., object], items: Iterable[T], total: int
    ) -> Iterable[T]:
        """Yield what a function is called with, or its results; say how many if it is slow."""
        stage = self._stages.get(function)
        return each(stage, items, total) if stage else items


class InWorkers(Counted):
    """Calls functions that take far longer than their results take to travel in workers."""

    def __init__(
        self, functions: Collection[object], stages: Stages, workers: int | None = None
    ) -> None:
        """Name the functions, and how many processes there are; one for each processor if not."""
        super().__init__(stages)
        self._functions = functions
        self._workers = workers

    def each_within(
        self,
        function: Callable[[V, S, *A], T],
        values: Mapping[str, V],
        around: S,
        *arguments: *A,
    ) -> Mapping[str, T]:
        """Return the result for each value within its surroundings."""

        def work(key: str) -> tuple[str, T]:
            return key, function(values[key], around, *arguments)

        if function not in self._functions:
            return super().each_within(function, values, around, *arguments)
        results = in_workers(work, list(values), self._workers)
        found = dict(self._counted(function, results, len(values)))
        return {key: found[key] for key in values}
