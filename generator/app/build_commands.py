"""The commands that turn the project into something to read: a site, a preview, a digest."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click
import jinja2

from generator.app import build as pipeline
from generator.app.console import Progress, formats_option, show_report, show_result
from generator.app.examine import examine
from generator.app.publish import publish, restore_last_site
from generator.app.site_files import DOCS_DIR, TEMPLATES
from generator.exports.digest import as_html, as_markdown
from generator.exports.news import news
from generator.io.lock import lock
from generator.io.mkdocs import serve as run_preview
from generator.pages.templates import template_fault

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
@formats_option("text", "github")
@click.pass_obj
def build(root: Path, shape: str, as_of: datetime | None, *, pages_only: bool) -> None:
    """Build the site. On any error, the last good site stays.

    Writes the pages to build/docs, then has MkDocs publish them to site.
    """
    templates = root / TEMPLATES
    if not templates.is_dir():
        msg = f"{templates} is missing, so no page can be rendered; copy it from the repository"
        raise click.UsageError(msg)
    day = as_of.date() if as_of else None
    with _stops_reported(), lock(root / "build") as holder:
        if holder:
            busy = f"Another build is running ({holder}); nothing was built."
            click.echo(busy, err=True)
            sys.exit(1)
        restore_last_site(root)
        with Progress() as tell:
            report = pipeline.build(root, root / DOCS_DIR, tell, day)
        show_report(report, shape)
        if not report.ok:
            sys.exit(1)
        if not pages_only:
            _publish(root)


@contextmanager
def _stops_reported() -> Iterator[None]:
    """Report in one line what stopped a build; the site is only replaced at the end."""
    signal.signal(signal.SIGTERM, _exit)
    try:
        yield
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _stop(f"{where}{error.strerror or error}")
    except jinja2.TemplateError as error:
        _stop(template_fault(error))
    except SystemExit as stopped:
        if stopped.code == _STOPPED:
            click.echo("Stopped. The last site is unchanged.", err=True)
        raise


def _exit(*_: object) -> None:
    sys.exit(_STOPPED)


def _stop(why: str) -> None:
    click.echo(f"{why}. The last site is unchanged.", err=True)
    sys.exit(1)


def _publish(root: Path) -> None:
    with Progress() as tell:
        tell("Publishing")
        result = publish(root)
    show_result(result.message, is_fine=result.ok)


@click.command()
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    required=True,
    help="First day to include.",
)
@click.option(
    "--format",
    "shape",
    type=click.Choice(["markdown", "html"]),
    default="markdown",
    show_default=True,
    help="Markdown to read, or HTML to send as mail.",
)
@click.pass_obj
def digest(root: Path, since: datetime, shape: str) -> None:
    """Print what is new since a day, for a newsletter.

    New and changed explainers, treaties with a new status, corrections, new notes. Dates of
    changes come from git. Links are absolute if mkdocs.yml has a site_url.
    """
    with Progress() as tell:
        examined = examine(root, tell)
    if not examined.report.ok:
        show_report(examined.report, "text")
        sys.exit(1)
    first_day = since.date()
    sections = news(examined.site, first_day)
    write = as_html if shape == "html" else as_markdown
    click.echo(write(examined.site, first_day, sections), nl=False)


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
