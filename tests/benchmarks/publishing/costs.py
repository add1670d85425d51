"""Run a program to its end, and say what it and all its processes took.

Memory is the sum of the proportional set sizes (PSS) of all processes of its session, from /proc:
what forked workers share counts once. It is sampled; sampling takes at most a twentieth of the
time. Without /proc it is not known.
"""

import math
import os
import re
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import Self

_PROC = Path("/proc")
_PSS = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)
_SAMPLING_SHARE = 0.05
_MIN_PAUSE = 0.05
_SHOWN_OF_LOG = 2000


@dataclass(frozen=True, slots=True)
class Cost:
    """What a program took."""

    wall: float
    """Seconds from its start to its end."""
    cpu: float
    """Seconds of CPU of all processes, user and system."""
    megabytes: float = math.nan
    """Peak memory of all its processes together."""


@dataclass(frozen=True, slots=True)
class Command:
    """A program to run."""

    arguments: Sequence[str]
    folder: Path
    environment: Mapping[str, str]
    log: Path
    """Where what it prints goes."""

    def start(self) -> subprocess.Popen[bytes]:
        """Start it in a session of its own."""
        with self.log.open("wb") as log:
            return subprocess.Popen(
                self.arguments,
                cwd=self.folder,
                env={**os.environ, **self.environment},
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def cost(self) -> Cost:
        """Run it to its end and say what it took.

        Raises:
            RuntimeError: If it fails; the message has the end of what it printed.
        """
        start = time.perf_counter()
        with self.start() as process, Sampler(process.pid) as sampler:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            printed = self.log.read_text(encoding="utf-8", errors="replace")
            msg = f"{' '.join(self.arguments)} failed: {printed[-_SHOWN_OF_LOG:]}"
            raise RuntimeError(msg)
        return Cost(wall, usage.ru_utime + usage.ru_stime, sampler.peak)


class Sampler:
    """Samples the memory of a session until it is left."""

    def __init__(self, session: int) -> None:
        self.peak = math.nan
        self._session = session
        self._is_over = Event()
        self._thread = Thread(target=self._sample, daemon=True)

    def __enter__(self) -> Self:
        if _PROC.is_dir():
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        if self._thread.is_alive():
            self._thread.join()

    def _sample(self) -> None:
        pause = 0.0
        while not self._is_over.wait(pause):
            start = time.thread_time()
            found = sum(map(_pss, members(self._session)))
            self.peak = max(found, self.peak) if self.peak > 0 else found
            cost = time.thread_time() - start
            pause = max(_MIN_PAUSE, cost / _SAMPLING_SHARE)


def members(session: int) -> Iterator[int]:
    """Yield the processes of a session, those whose parent has ended too."""
    for folder in _PROC.iterdir():
        if not folder.name.isdigit():
            continue
        with suppress(OSError):
            stat = (folder / "stat").read_bytes()
            _, _, fields = stat.rpartition(b")")  # a name may have spaces and brackets
            state, _, _, found, *_ = fields.split()
            if int(found) == session and state != b"Z":
                yield int(folder.name)


def _pss(process: int) -> float:
    """Return the proportional set size of a process in MB, 0 if it has ended."""
    with suppress(OSError):
        text = (_PROC / f"{process}/smaps_rollup").read_text(encoding="ascii")
        found = _PSS.search(text)
        return int(found[1]) / 1024 if found else 0.0
    return 0.0
