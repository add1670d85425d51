"""Calls of pure functions, shared among worker processes where that pays."""

from collections.abc import Callable, Collection, Mapping
from typing import TypeVar, TypeVarTuple

from generator.incremental.memo import Memo, Surroundings
from generator.io.workers import in_workers

A = TypeVarTuple("A")
S = TypeVar("S", bound=Surroundings)
T = TypeVar("T")
V = TypeVar("V")


class InWorkers(Memo):
    """Calls functions that take far longer than their results take to travel in workers."""

    def __init__(
        self, functions: Collection[object], workers: int | None = None
    ) -> None:
        """Name the functions, and how many processes there are; one for each processor if not."""
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
        found = dict(in_workers(work, list(values), self._workers))
        return {key: found[key] for key in values}
