"""Worker processes: the same work for many items, on every processor."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")
MIN_ITEMS = 32
"""With fewer pages for each, further workers take longer to start than to work."""


class WorkerDiedError(Exception):
    """A worker was ended from outside, for example for lack of memory."""


@dataclass(frozen=True, slots=True)
class _Result(Generic[R]):
    value: R


@dataclass(frozen=True, slots=True)
class _Failure:
    error: Exception


@dataclass(frozen=True, slots=True)
class _Done:
    """The last message of a worker."""


def processors() -> int:
    """Return how many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)  # only on some systems
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def in_workers(
    work: Callable[[T], R],
    items: Sequence[T],
    workers: int | None = None,
    min_items: int = MIN_ITEMS,
) -> Iterator[R]:
    """Yield the result for each item, in any order.

    Workers are copies of this process, so the work can use everything in memory; what it changes
    there is lost. They end with this process, however it ends.

    Args:
        work: Returns a result that can be pickled. What it raises is raised here.
        items: What to work on; each worker takes an equal share.
        workers: How many processes; as many as there are processors, if not given.
        min_items: With fewer items for each, further workers would not pay.

    Raises:
        WorkerDiedError: If a worker ends before its share is done.
    """
    count = min(workers or processors(), len(items) // min_items)
    if count > 1 and _can_fork():
        shares = [items[first::count] for first in range(count)]
        yield from _results(work, shares)
    else:
        yield from map(work, items)


def _can_fork() -> bool:
    """Say whether a copy of this process would work: it must have no other threads."""
    return sys.platform == "linux" and threading.active_count() == 1


def _results(work: Callable[[T], R], shares: Iterable[Sequence[T]]) -> Iterator[R]:
    with ExitStack() as stack:
        running: set[Connection] = set()
        for share in shares:
            worker = stack.enter_context(_started(work, share))
            running.add(worker)
        while running:
            for worker in _ready(running):
                match _received(worker):
                    case _Result(value):
                        yield value
                    case _Failure(error):
                        raise error
                    case _Done():
                        running.discard(worker)


@contextmanager
def _started(work: Callable[[T], R], share: Sequence[T]) -> Iterator[Connection]:
    """Start a worker, and end it in any case."""
    context = multiprocessing.get_context("fork")
    reader, writer = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(reader, writer, work, share))
    process.start()
    writer.close()  # so that the end of the worker ends what can be read
    try:
        yield reader
    finally:
        process.kill()
        process.join()
        reader.close()


def _ready(running: set[Connection]) -> Iterator[Connection]:
    for connection in wait(running):
        if isinstance(connection, Connection):
            yield connection


def _received(worker: Connection) -> object:
    try:
        return worker.recv()
    except EOFError:
        msg = "a worker process ended early; is there enough memory?"
        raise WorkerDiedError(msg) from None


def _run(
    reader: Connection, writer: Connection, work: Callable[[T], R], share: Sequence[T]
) -> None:
    """Do a share of the work; once nobody reads the results any more, end."""
    reader.close()  # as long as a process holds this end, results can be written
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started it ends it
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        for item in share:
            result = work(item)
            writer.send(_Result(result))
        writer.send(_Done())
    except BrokenPipeError:
        return
    except Exception as error:  # noqa: BLE001 - it is raised where the results are read
        writer.send(_Failure(error))
