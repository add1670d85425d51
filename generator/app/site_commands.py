"""The commands that read a built site, to audit, copy or index it, and a digest of what is new."""

import sys
from datetime import datetime
from pathlib import Path

import click

from generator.app.cli import formats_option
from generator.app.console import Progress, show_problems, show_report, show_result
from generator.app.examine import examine
from generator.app.folders import SITE
from generator.app.publish import copy_portable
from generator.diagnostics import Severity, worst
from generator.exports.digest import as_html, as_markdown
from generator.exports.news import news
from generator.io.pagefind import index_site
from generator.publishing.site_audit import audit_folder
from generator.text.plain import counted


@click.command()
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    show_default="the project's",
    help="Folder of the built site.",
)
@click.argument("to", type=click.Path(path_type=Path))
@click.pass_obj
def portable(root: Path, site: Path | None, to: Path) -> None:
    """Copy the built site TO a folder or .zip file that opens without a server.

    Links lead to files, and the search finds names. The addresses of the site itself do not
    change. Exit code 1 if a link of the copy would be dead.
    """
    site = site or root / SITE
    if not site.is_dir():
        msg = f"{site} does not exist; run explainers build"
        raise click.UsageError(msg)
    source = site.resolve()
    target = to.resolve()
    if target.is_relative_to(source) or source.is_relative_to(target):
        msg = f"one of {to} and {site} contains the other"
        raise click.UsageError(msg)
    with Progress():
        result = copy_portable(root, site, to)
    show_result(result.message, is_fine=result.ok)


@click.command()
@formats_option("text", "github")
@click.option(
    "--base",
    default="",
    help="Path under which the site is published, such as /project/.",
)
@click.option(
    "--portable",
    "is_portable",
    is_flag=True,
    help="Check that the site opens without a server.",
)
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
def audit(site: Path, base: str, shape: str, *, is_portable: bool) -> None:
    """Check a built SITE offline. Works with any generator's output.

    Checks links, anchors, ids, assets, letter case, base path, other hosts, scripts, the security
    policy, page weight and orphan pages. Exit code 1 if there is an error.
    """
    with Progress():
        found = audit_folder(site, base, is_served=not is_portable)
    show_problems(found, shape)
    total = counted(len(found), "fault")
    click.echo(f"{total}.")
    sys.exit(worst(found) is Severity.ERROR)


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
def index(site: Path) -> None:
    """Build the search index of a built SITE. Works with any generator's output.

    MkDocs does this itself. Run it after engines without hooks that use Material's theme.
    """
    with Progress():
        problem = index_site(site)
    if problem:
        click.echo(problem, err=True)
    sys.exit(bool(problem))


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
    with Progress():
        examined = examine(root)
    if not examined.report.ok:
        show_report(examined.report, "text")
        sys.exit(1)
    first_day = since.date()
    sections = news(examined.site, first_day)
    write = as_html if shape == "html" else as_markdown
    click.echo(write(examined.site, first_day, sections), nl=False)
