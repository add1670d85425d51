"""What a command prints: its progress, the problems, and what it wrote."""

import math
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack

import click

from generator.app.examine import Report
from generator.diagnostics import Diagnostic, as_json, capped, github_annotation
from generator.io.environment import in_ci, terminal_columns
from generator.io.files import Written
from generator.io.progress import Step, shown_by
from generator.text.plain import counted

MAX_SILENT_SECONDS = 1.0
"""Countable work is shown only if it takes longer."""
_SECONDS_BETWEEN = 0.1
"""How often a bar is drawn again."""
_BAR_LENGTH = 24
_MIN_SECONDS_TO_ESTIMATE = 1.0
_MAX_COUNTED_SECONDS = 90
"""What may take longer is estimated in minutes."""
_ERASE = "\r\033[K"


class Progress:
    """Shows the progress of slow work: a bar on a terminal, one line per stage in CI, else nothing.

    It draws only when a step ends. A thread that draws would prevent the forking of workers.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Read the time, in seconds, from a clock."""
        self._clock = clock
        self._stack = ExitStack()
        self._is_shown = False

    def __enter__(self) -> None:
        self._start = self._stage_start = self._drawn = self._clock()
        if sys.stderr.isatty():
            self._stack.enter_context(shown_by(self._draw))
        elif in_ci():
            self._stack.enter_context(shown_by(_log))

    def __exit__(self, *_: object) -> None:
        self._stack.close()
        if self._is_shown:
            click.echo(_ERASE, nl=False, err=True)

    def _draw(self, step: Step) -> None:
        """Draw a step over the last one, unless it is too early."""
        now = self._clock()
        begins = step.done == 0
        if begins:
            self._stage_start = now
        is_quick = now - self._start < MAX_SILENT_SECONDS
        is_recent = now - self._drawn < _SECONDS_BETWEEN
        if step.total is not None and (is_quick or (is_recent and not begins)):
            return
        self._drawn = now
        self._is_shown = True
        columns = terminal_columns()
        line = progress_line(step, now - self._stage_start)[: columns - 1]
        click.echo(f"{_ERASE}{line}", nl=False, err=True)


def _log(step: Step) -> None:
    """Print a line as a stage begins."""
    if step.done == 0:
        count = "" if step.total is None else f": {step.total:,}"
        click.echo(f"{step.stage}{count}", err=True)


def progress_line(step: Step, seconds: float) -> str:
    """Return how far a stage has come in so many seconds, and how long the rest may take."""
    if not step.total:
        return f"{step.stage} …"
    filled = _BAR_LENGTH * step.done // step.total
    bar = "█" * filled + "░" * (_BAR_LENGTH - filled)
    line = f"{step.stage} {bar} {step.done:,} of {step.total:,}"
    if step.done == 0 or seconds < _MIN_SECONDS_TO_ESTIMATE:
        return line
    left = seconds / step.done * (step.total - step.done)
    return f"{line}, {_duration(left)} left"


def _duration(seconds: float) -> str:
    """Return an estimated time in words."""
    if seconds > _MAX_COUNTED_SECONDS:
        return f"{seconds / 60:.0f} min"
    return f"{math.ceil(seconds)} s"


def show_problems(found: Iterable[Diagnostic], shape: str) -> None:
    """Print problems, up to a limit for each code."""
    click.echo(problem_lines(found, shape), nl=False, err=shape == "text")


def problem_lines(found: Iterable[Diagnostic], shape: str) -> str:
    """Return problems as they are printed, up to a limit for each code."""
    line = github_annotation if shape == "github" else str
    return "".join(f"{line(item)}\n" for item in capped(found))


def show_report(report: Report, shape: str) -> None:
    """Print every problem, then a summary line; JSON output is a single document."""
    if shape == "json":
        click.echo(as_json(report.diagnostics))
        return
    show_problems(report.diagnostics, shape)
    click.echo(summary(report))


def summary(report: Report) -> str:
    """Return how much was read, found and written, as a line."""
    notes = counted(report.notes, "note")
    sources = counted(report.sources, "source")
    parts = [f"{notes}, {sources}"]
    parts += _severities(report.diagnostics)
    if report.written:
        parts.append(_files(report.written))
    return "; ".join(parts) + "."


def _severities(found: Iterable[Diagnostic]) -> Iterator[str]:
    """Yield the number of problems of each severity, zeros left out."""
    count = Counter(item.severity.name.lower() for item in found)
    for severity in ("error", "warning"):
        if count[severity]:
            yield counted(count[severity], severity)


def _files(written: Written) -> str:
    """Return in words how many files a build changed."""
    pages = counted(len(written.changed), "page")
    removed = len(written.removed)
    return f"{pages} written, {written.unchanged} unchanged, {removed} removed"


def show_result(message: str, *, is_fine: bool) -> None:
    """Print the outcome of a command, and exit with its code."""
    has_failed = not is_fine
    click.echo(message, err=has_failed)
    sys.exit(has_failed)
