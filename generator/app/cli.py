"""The command line: read arguments, make one call, print, set the exit code.

Exit codes: 0 fine, 1 problems in the content, 2 wrong usage.
"""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TextIO

import click
import jinja2

from generator.app import build as pipeline
from generator.app.commands import COMMANDS
from generator.app.console import Progress, show_problems, show_report
from generator.app.load import CONTENT
from generator.app.publish import SITE, PublishResult, copy_portable, publish
from generator.app.site_files import DOCS_DIR, TEMPLATES
from generator.artifacts import TextFile
from generator.built.audit import audit as look_over
from generator.diagnostics import Severity, worst
from generator.exports.digest import as_html, as_markdown
from generator.exports.news import news
from generator.facts.review_queue import TASK_KINDS
from generator.io.environment import today
from generator.io.lock import lock
from generator.io.mkdocs import serve as run_preview
from generator.io.site_folder import read_site
from generator.pages.templates import template_fault
from generator.text.plain import counted

Command = Callable[..., None]
_STOPPED = 128 + signal.SIGTERM
"""Exit code of a program that SIGTERM ended, as shells report it."""
_FORMATS = {
    "text": "for people",
    "github": "as GitHub workflow annotations",
    "json": "as one JSON list of objects, all of them",
}


def _formats(*shapes: str) -> Callable[[Command], Command]:
    """Add the option that chooses how problems are printed."""
    offered = ", ".join(_FORMATS[shape] for shape in shapes)
    return click.option(
        "--format",
        "shape",
        type=click.Choice(shapes),
        default="text",
        show_default=True,
        help=f"How problems are printed: {offered}.",
    )


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    show_default="here",
    help="Folder of the project.",
)
@click.version_option(package_name="explainers")
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Turn curated notes and source records into a site of linked, sourced explainer pages.

    Exit codes: 0 fine, 1 problems in the content, 2 wrong usage.
    """
    content = root / CONTENT
    if not content.is_dir():
        message = f"{content} is not a folder; --root names the project's folder"
        raise click.UsageError(message)
    try:
        today()
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    context.obj = root


@main.command()
@_formats("text", "github", "json")
@click.option(
    "--worklist",
    type=click.Choice(["show", "fail"]),
    help="Count what editors should look at; with 'fail', exit 1 if there is anything.",
)
@click.option(
    "--published",
    type=click.File(encoding="utf-8", errors="replace"),
    help="List of the published site's addresses (its addresses.txt): none of them may vanish.",
)
@click.pass_obj
def check(
    root: Path, shape: str, worklist: str | None, published: TextIO | None
) -> None:
    """Report every problem in notes and sources; write nothing."""
    listed = None
    if published:
        listed = TextFile(published.name, published.read())
    with Progress() as tell:
        report = pipeline.check(root, tell, listed)
    show_report(report, shape)
    if worklist:
        is_json = shape == "json"
        for kind, count in report.tasks.items():
            click.echo(f"{count:6} {TASK_KINDS[kind]}", err=is_json)
    has_work = any(report.tasks.values())
    has_failed = not report.ok or (worklist == "fail" and has_work)
    sys.exit(has_failed)


@main.command()
@click.option(
    "--pages-only", is_flag=True, help="Write the Markdown pages, do not run MkDocs."
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Day for which statuses are worked out, instead of today.",
)
@_formats("text", "github")
@click.pass_obj
def build(root: Path, shape: str, as_of: datetime | None, *, pages_only: bool) -> None:
    """Build the site; on any error, the last good one stays.

    Writes the pages to build/docs, then has MkDocs publish them to site.
    """
    templates = root / TEMPLATES
    if not templates.is_dir():
        msg = f"{templates}, the pages' templates, is not there"
        raise click.UsageError(msg)
    day = as_of.date() if as_of else None
    with _stops_reported(), lock(root / "build") as holder:
        if holder:
            busy = f"Another build, {holder}, is running; this one did nothing."
            click.echo(busy, err=True)
            sys.exit(1)
        with Progress() as tell:
            report = pipeline.build(root, root / DOCS_DIR, tell, day)
        show_report(report, shape)
        if not report.ok:
            sys.exit(1)
        if not pages_only:
            _publish(root)


@contextmanager
def _stops_reported() -> Iterator[None]:
    """Report in one line what stops a build: the site is replaced only at the end."""
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
            click.echo("Stopped. The last site stays as it was.", err=True)
        raise


def _exit(*_: object) -> None:
    sys.exit(_STOPPED)


def _stop(why: str) -> None:
    click.echo(f"{why}. The last site stays as it was.", err=True)
    sys.exit(1)


def _publish(root: Path) -> None:
    with Progress() as tell:
        tell("Publishing")
        result = publish(root)
    _show_result(result)


def _show_result(result: PublishResult) -> None:
    """Print what became of a site, and end with the exit code for it."""
    has_failed = not result.ok
    click.echo(result.message, err=has_failed)
    sys.exit(has_failed)


@main.command()
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    show_default="the project's",
    help="Folder of the built site.",
)
@click.argument("to", type=click.Path(path_type=Path))
@click.pass_obj
def portable(root: Path, site: Path | None, to: Path) -> None:
    """Copy the built site TO a folder, or a .zip file, that opens without a server.

    From a disk or a stick, its links lead to files and its search finds names. The site's own
    addresses stay as they are. Exit code 1 if a page of the copy would lead nowhere.
    """
    site = site or root / SITE
    if not site.is_dir():
        msg = f"{site} is not there; explainers build makes it"
        raise click.UsageError(msg)
    source, target = site.resolve(), to.resolve()
    if target.is_relative_to(source) or source.is_relative_to(target):
        msg = f"{to} and {site} lie in one another"
        raise click.UsageError(msg)
    _show_result(copy_portable(root, site, to))


@main.command()
@_formats("text", "github")
@click.option(
    "--base", default="", help="Path the site is published below, such as /project/."
)
@click.option(
    "--portable", "is_portable", is_flag=True, help="It is to open without a server."
)
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
def audit(site: Path, base: str, shape: str, *, is_portable: bool) -> None:
    """Look a built SITE over, any engine's, without a network.

    Links, anchors, ids, assets, letter case, base path, other hosts, what runs in a page, its
    policy, its weight, and pages that no page leads to. Exit code 1 if there is an error.
    """
    files = read_site(site)
    found = look_over(files, base, is_served=not is_portable)
    show_problems(found, shape)
    total = counted(len(found), "fault")
    click.echo(f"{total}.")
    sys.exit(worst(found) is Severity.ERROR)


@main.command()
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    required=True,
    help="First day that counts.",
)
@click.option(
    "--format",
    "shape",
    type=click.Choice(["markdown", "html"]),
    default="markdown",
    show_default=True,
    help="For reading, or for sending as mail.",
)
@click.pass_obj
def digest(root: Path, since: datetime, shape: str) -> None:
    """Print what is new since a day, for a newsletter.

    New and changed explainers, treaties with another status, corrections, new notes. What changed
    when is known from git. Links are whole once site_url says where the site is published.
    """
    with Progress() as tell:
        examined = pipeline.examine(root, tell)
    if not examined.report.ok:
        show_report(examined.report, "text")
        sys.exit(1)
    first_day = since.date()
    sections = news(examined.site, first_day)
    write = as_html if shape == "html" else as_markdown
    click.echo(write(examined.site, first_day, sections), nl=False)


@main.command()
@click.option(
    "--address", default="127.0.0.1:8000", show_default=True, help="Where to serve."
)
@click.pass_obj
def serve(root: Path, address: str) -> None:
    """Preview the site; every edit of a note, source or template shows within seconds."""
    exit_code = run_preview(root, address)
    sys.exit(exit_code)


for _command in COMMANDS:
    main.add_command(_command)
