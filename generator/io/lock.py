"""One build at a time: a lock that outlives its process while MkDocs still runs."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from filelock import lock_descriptor

NAME = ".lock"
_PID_OFFSET = 1
"""The process ID follows the locked byte, which other processes cannot read on Windows."""


@contextmanager
def lock(folder: Path) -> Iterator[str]:
    """Lock a folder for one build and its children; yield the holder if it is not free.

    On POSIX systems, children inherit the descriptor and with it the lock: the folder is free
    once the last of them has ended.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / NAME).open("a+b") as file:
        descriptor = file.fileno()
        if not lock_descriptor(descriptor, blocking=False):
            yield f"pid {_read_pid(file) or 'unknown'}"
            return
        _write_pid(file)
        os.set_inheritable(descriptor, True)  # noqa: FBT003 - os's own signature
        yield ""


def _read_pid(file: BinaryIO) -> str:
    file.seek(_PID_OFFSET)
    return file.read().decode("ascii", errors="replace")


def _write_pid(file: BinaryIO) -> None:
    padding = b" " * _PID_OFFSET
    pid = str(os.getpid()).encode("ascii")
    file.truncate(0)
    file.write(padding + pid)
    file.flush()
