"""What a command tells on the terminal: how far it is, which problems, what was written."""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable

import click

from generator.app.build import Report
from generator.diagnostics import Diagnostic, as_json, capped, github_annotation
from generator.text.plain import counted

SHOWN_AFTER = 1.0
"""Seconds of work after which a terminal is told what is going on."""


class Progress:
    """Tells a terminal what is going on once it takes long; says nothing elsewhere."""

    def __enter__(self) -> Callable[[str], None]:
        self.start = time.monotonic()
        self.is_shown = False
        return self.tell

    def tell(self, stage: str) -> None:
        """Show a stage; the first second is silent."""
        is_slow = time.monotonic() - self.start > SHOWN_AFTER or stage == "Publishing"
        if sys.stderr.isatty() and is_slow:
            self.is_shown = True
            click.echo(f"\r\033[K{stage} …", nl=False, err=True)

    def __exit__(self, *_: object) -> None:
        if self.is_shown:
            click.echo("\r\033[K", nl=False, err=True)


def show_problems(found: Iterable[Diagnostic], shape: str) -> None:
    """Print problems, not too many of a kind."""
    show: Callable[[Diagnostic], str] = github_annotation if shape == "github" else str
    for item in capped(found):
        click.echo(show(item), err=shape == "text")


def show_report(report: Report, shape: str) -> None:
    """Print every problem, then one line that sums up; JSON is one document and nothing else."""
    if shape == "json":
        click.echo(as_json(report.diagnostics))
        return
    show_problems(report.diagnostics, shape)
    count = Counter(found.severity.name.lower() for found in report.diagnostics)
    parts = [f"{counted(report.notes, 'note')}, {counted(report.sources, 'source')}"]
    parts += [
        counted(count[kind], kind) for kind in ("error", "warning") if count[kind]
    ]
    if written := report.written:
        parts.append(
            f"{counted(len(written.changed), 'page')} written, {written.unchanged} unchanged,"
            f" {len(written.removed)} removed"
        )
    click.echo("; ".join(parts) + ".")
