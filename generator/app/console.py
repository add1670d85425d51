"""What a command prints: its progress, the problems, and what it wrote."""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import click

from generator.app.examine import Report
from generator.diagnostics import Diagnostic, as_json, capped, github_annotation
from generator.io.files import Written
from generator.text.plain import counted

MAX_SILENT_SECONDS = 1.0
"""If work takes longer, the terminal shows its stage."""


class Progress:
    """Shows the stage of slow work on a terminal; prints nothing elsewhere."""

    def __enter__(self) -> Callable[[str], None]:
        self.start = time.monotonic()
        self.is_shown = False
        return self.tell

    def tell(self, stage: str) -> None:
        """Show a stage unless the work is quick."""
        seconds = time.monotonic() - self.start
        is_slow = seconds > MAX_SILENT_SECONDS or stage == "Publishing"
        if is_slow and sys.stderr.isatty():
            self.is_shown = True
            click.echo(f"\r\033[K{stage} …", nl=False, err=True)

    def __exit__(self, *_: object) -> None:
        if self.is_shown:
            click.echo("\r\033[K", nl=False, err=True)


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
