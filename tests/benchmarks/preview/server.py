"""`explainers serve`, from its start to Ctrl-C."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from tests.benchmarks.preview.edits import Edit
from tests.benchmarks.publishing.costs import Command, members
from tests.benchmarks.synthetic import ROOT

_POLL = 0.01
_TO_STOP = 20.0


@dataclass(frozen=True, slots=True)
class Preview:
    """A preview that is being served."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path
    timeout: float

    def wait(self, page: str, shown: Callable[[str], object]) -> None:
        """Ask for a page until it is as it should be.

        Raises:
            TimeoutError: If it never is.
        """
        end = time.perf_counter() + self.timeout
        while not shown(self._get(page)):
            if time.perf_counter() > end or self.process.poll() is not None:
                printed = self.log.read_text(encoding="utf-8", errors="replace")
                msg = f"{page} did not show it in time. {printed[-2000:]}"
                raise TimeoutError(msg)
            time.sleep(_POLL)

    def _get(self, page: str) -> str:
        """Return a page, or an empty text if there is no answer."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
        try:
            connection.request("GET", page)
            answer = connection.getresponse()
            return answer.read().decode() if answer.status == 200 else ""
        except (OSError, HTTPException):
            return ""
        finally:
            connection.close()

    def seconds(self, edit: Edit) -> float:
        """Save an edit; return the seconds until its page shows it.

        Raises:
            ValueError: If the page shows it already.
        """
        if edit.shown.search(self._get(edit.page)):
            msg = f"{edit.page} has {edit.shown.pattern} before the edit"
            raise ValueError(msg)
        edit.note.write_text(edit.text, encoding="utf-8")
        start = time.perf_counter()
        self.wait(edit.page, edit.shown.search)
        return time.perf_counter() - start


@contextmanager
def serving(folder: Path, root: Path, timeout: float) -> Iterator[Preview]:
    """Serve a project until the block ends, then press Ctrl-C.

    Raises:
        RuntimeError: If something is left of it.
    """
    port = _free_port()
    arguments = (sys.executable, "-m", "generator", "serve")
    environment = {"PYTHONPATH": str(ROOT), "EXPLAINERS_CACHE": str(folder / "cache")}
    command = Command(
        (*arguments, "--address", f"127.0.0.1:{port}"),
        root,
        environment,
        folder / "log",
    )
    process = command.start()
    try:
        yield Preview(port, process, command.log, timeout)
    finally:
        left = _stop(process, port)
    if left:
        raise RuntimeError(left)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _stop(process: subprocess.Popen[bytes], port: int) -> str:
    """Interrupt a session as Ctrl-C does; return what is left of it, and end that."""
    os.killpg(process.pid, signal.SIGINT)
    end = time.perf_counter() + _TO_STOP
    while process.poll() is None and time.perf_counter() < end:
        time.sleep(_POLL)
    left = list(members(process.pid))
    if left:
        os.killpg(process.pid, signal.SIGKILL)
        return f"These processes were left after Ctrl-C: {left}"
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            return f"Port {port} still answers after Ctrl-C."
    return ""
