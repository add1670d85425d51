"""The commands that build the site: once, or as a preview while writers edit.

Most of the program is imported only where something has changed since the last build.
"""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import click

from generator.app.cli import formats_option
from generator.app.folders import CONTENT, DOCS_DIR, SEEDS, SITE, TEMPLATES
from generator.io.environment import cache_folder
from generator.io.lock import lock
from generator.io.memo import Memo
from generator.io.mkdocs import serve as run_preview
from generator.io.site_folder import restore_site
from generator.reuse.builds import (
    Build,
    Outcome,
    pages_in,
    read_inputs,
    recall,
    remember,
)

_STOPPED = 128 + signal.SIGTERM
"""Exit code of a program that SIGTERM ended, as shells report it."""


@click.command()
@click.option(
    "--pages-only", is_flag=True, help="Write the Markdown pages; do not run MkDocs."
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Compute statuses as of this day instead of today.",
)
@click.option(
    "--no-cache", is_flag=True, help="Use nothing that an earlier build computed."
)
@formats_option("text", "github")
@click.pass_obj
def build(
    root: Path,
    shape: str,
    as_of: datetime | None,
    *,
    pages_only: bool,
    no_cache: bool,
) -> None:
    """Build the site. On any error, the last good site stays.

    Writes the pages to build/docs, then publishes them to site. What earlier builds computed
    is kept in the user's cache folder, or where EXPLAINERS_CACHE says, and may be deleted.
    """
    templates = root / TEMPLATES
    if not templates.is_dir():
        msg = f"{templates} is missing, so no page can be rendered; copy it from the repository"
        raise click.UsageError(msg)
    wanted = Build(
        root=root,
        folders=(CONTENT, SEEDS),
        docs_dir=DOCS_DIR,
        site=None if pages_only else SITE,
        shape=shape,
        as_of=as_of.date() if as_of else None,
    )
    with _stops_reported(), lock(root / "build") as holder:
        if holder:
            busy = f"Another build is running ({holder}); nothing was built."
            click.echo(busy, err=True)
            sys.exit(1)
        restore_site(root / SITE)
        with Memo(None if no_cache else cache_folder()) as memo:
            outcome = _build_unless_unchanged(wanted, memo)
    if outcome.published:
        click.echo(outcome.published)


def _build_unless_unchanged(wanted: Build, memo: Memo) -> Outcome:
    """Print the report of an earlier build if nothing has changed since, else build."""
    inputs = read_inputs(wanted)
    outcome = recall(memo, wanted, inputs) if inputs else None
    if outcome:
        click.echo(outcome.problems, nl=False, err=wanted.shape == "text")
        click.echo(outcome.summary)
        return outcome
    outcome = _build(wanted, memo)
    if inputs:
        remember(memo, wanted, inputs, outcome)
    return outcome


def _build(wanted: Build, memo: Memo) -> Outcome:
    """Build everything, and print what is found; end the program if there is an error."""
    import jinja2  # noqa: PLC0415 - these take longer to import than to find nothing changed

    from generator.app import console  # noqa: PLC0415
    from generator.app.build import build as write_pages  # noqa: PLC0415
    from generator.pages.templates import template_fault  # noqa: PLC0415

    try:
        with console.Progress():
            docs_dir = wanted.root / wanted.docs_dir
            report = write_pages(wanted.root, docs_dir, wanted.as_of)
    except jinja2.TemplateError as error:
        _stop(template_fault(error))
    console.show_report(report, wanted.shape)
    if report.written is None:
        sys.exit(1)
    pages = pages_in(wanted)
    published = _publish(wanted.root, memo) if wanted.site else ""
    again = replace(report, written=report.written.again)
    return Outcome(
        problems=console.problem_lines(report.diagnostics, wanted.shape),
        summary=console.summary(again),
        published=published,
        pages=pages,
    )


def _publish(root: Path, memo: Memo) -> str:
    """Publish the pages; return where the site is, or end the program if there is a fault."""
    from generator.app.console import Progress, show_result  # noqa: PLC0415
    from generator.app.publish import publish  # noqa: PLC0415

    with Progress():
        result = publish(root, memo)
    if not result.ok:
        show_result(result.message, is_fine=False)
    return result.message


@contextmanager
def _stops_reported() -> Iterator[None]:
    """Report in one line what stopped a build; the site is only replaced at the end."""
    signal.signal(signal.SIGTERM, _exit)
    try:
        yield
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _stop(f"{where}{error.strerror or error}")
    except SystemExit as stopped:
        if stopped.code == _STOPPED:
            click.echo("Stopped. The last site is unchanged.", err=True)
        raise


def _exit(*_: object) -> None:
    sys.exit(_STOPPED)


def _stop(why: str) -> NoReturn:
    click.echo(f"{why}. The last site is unchanged.", err=True)
    sys.exit(1)


@click.command()
@click.option(
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    help="Address to serve on.",
)
@click.pass_obj
def serve(root: Path, address: str) -> None:
    """Preview the site. Edits of notes, sources and templates show within seconds."""
    exit_code = run_preview(root, address)
    sys.exit(exit_code)
