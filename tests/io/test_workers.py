"""Work is shared among copies of this process, none of which outlives it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest

from generator.io.workers import MIN_ITEMS, in_workers
from tests.conftest import ROOT

MANY = range(5 * MIN_ITEMS)
needs_fork = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere the work is done in this process"
)


def square_and_pid(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


@pytest.mark.parametrize("workers", [None, 1, 2, 4])
def test_every_item_has_one_result(workers: int | None) -> None:
    results = in_workers(lambda number: number * number, MANY, workers)

    assert sorted(results) == [number * number for number in MANY]


@pytest.mark.parametrize("count", [0, 1, 2 * MIN_ITEMS - 1])
def test_few_items_are_not_worth_a_worker(count: int) -> None:
    pids = {pid for _, pid in in_workers(square_and_pid, range(count), 2)}

    assert pids <= {os.getpid()}


def test_a_process_with_threads_is_not_copied() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        pids = {pid for _, pid in in_workers(square_and_pid, MANY, 2)}
    finally:
        done.set()
        thread.join()

    assert pids == {os.getpid()}


@pytest.mark.parametrize("workers", [1, 2])
def test_what_the_work_raises_is_raised_here(workers: int) -> None:
    def work(number: int) -> int:
        if number == MIN_ITEMS:
            msg = "not this one"
            raise ValueError(msg)
        return number

    with pytest.raises(ValueError, match="not this one"):
        list(in_workers(work, MANY, workers))


def program(text: str) -> subprocess.Popen[str]:
    """Start a program without the threads of this one, of which there are no copies."""
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(text)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@needs_fork
def test_each_worker_takes_a_share() -> None:
    with program("""
        import os
        from generator.io.workers import in_workers
        pids = list(in_workers(lambda _: os.getpid(), range(100), 2))
        print(len(pids), len(set(pids)), os.getpid() in pids)
    """) as process:
        said, _ = process.communicate(timeout=20)

    assert said.split() == ["100", "2", "False"]


@needs_fork
def test_a_worker_that_is_killed_is_reported() -> None:
    with program("""
        import os, signal
        from generator.io.workers import in_workers
        def work(number):
            if number == 50:
                os.kill(os.getpid(), signal.SIGKILL)
            return number
        list(in_workers(work, range(100), 2))
    """) as process:
        _, said = process.communicate(timeout=20)

    assert process.returncode == 1
    assert "WorkerDiedError: a worker process ended early" in said


def is_running(pid: int) -> bool:
    """Say whether a process works on; one that waits to be counted has ended."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except OSError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"


@needs_fork
@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_with_the_process_that_started_them(stop: signal.Signals) -> None:
    with program("""
        import os, time
        from generator.io.workers import in_workers
        def work(number):
            time.sleep(0.05)
            return os.getpid()
        for pid in in_workers(work, range(10_000), 2):
            print(pid, flush=True)
    """) as process:
        assert process.stdout is not None
        workers: set[int] = set()
        while len(workers) < 2:
            workers.add(int(process.stdout.readline()))
        process.send_signal(stop)
        process.communicate(timeout=20)  # ends when the last of them has closed it

    deadline = time.monotonic() + 20
    while any(is_running(pid) for pid in workers):
        assert time.monotonic() < deadline
        time.sleep(0.02)
