"""How far long work has come: the work says it, and a command may show it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step:
    """How far one stage of the work has come."""

    stage: str
    """What is done, such as "Rendering pages"."""
    done: int = 0
    total: int | None = None
    """The number of items, if they can be counted."""


Show = Callable[[Step], None]


def _show_nothing(_: Step) -> None:
    pass


_show: ContextVar[Show] = ContextVar("show", default=_show_nothing)


@contextmanager
def shown_by(show: Show) -> Iterator[None]:
    """Have every step of the work within shown."""
    before = _show.set(show)
    try:
        yield
    finally:
        _show.reset(before)


def begin(stage: str) -> None:
    """Say that a stage begins which can say nothing more before its end."""
    show = _show.get()
    show(Step(stage))


def each(stage: str, items: Iterable[T], total: int) -> Iterator[T]:
    """Yield items; say at the start, and after each, how many of them are done."""
    show = _show.get()
    if total:
        show(Step(stage, 0, total))
    for done, item in enumerate(items, start=1):
        yield item
        show(Step(stage, done, total))
