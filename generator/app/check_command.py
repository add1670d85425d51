"""The command that checks notes and sources."""

import sys
from pathlib import Path
from typing import TextIO

import click

from generator.app import examine
from generator.app.cli import formats_option
from generator.app.console import Progress, show_report
from generator.artifacts import TextFile
from generator.facts.review_queue import TASK_KINDS


@click.command()
@formats_option("text", "github", "json")
@click.option(
    "--worklist",
    type=click.Choice(["show", "fail"]),
    help="Count the tasks for editors; with 'fail', exit 1 if there are any.",
)
@click.option(
    "--published",
    type=click.File(encoding="utf-8", errors="replace"),
    help="The published site's addresses.txt: report each of its pages that would vanish.",
)
@click.pass_obj
def check(
    root: Path, shape: str, worklist: str | None, published: TextIO | None
) -> None:
    """Report every problem in notes and sources. Write nothing."""
    listed = None
    if published:
        listed = TextFile(published.name, published.read())
    with Progress():
        report = examine.check(root, listed)
    show_report(report, shape)
    if worklist:
        is_json = shape == "json"
        for kind, count in report.tasks.items():
            click.echo(f"{count:6} {TASK_KINDS[kind]}", err=is_json)
    must_be_done = worklist == "fail"
    has_work = any(report.tasks.values())
    has_failed = must_be_done and has_work
    if not report.ok:
        has_failed = True
    sys.exit(has_failed)
