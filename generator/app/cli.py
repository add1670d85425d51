"""The command line: read arguments, make one call, print, set the exit code.

Exit codes: 0 fine, 1 problems in the content, 2 wrong usage.
"""

from collections.abc import Callable
from pathlib import Path

import click

from generator.app.folders import CONTENT
from generator.app.lazy_commands import LazyGroup
from generator.io.environment import today

Command = Callable[..., None]
_FORMATS = {
    "text": "text to read",
    "github": "annotations for GitHub Actions",
    "json": "a JSON list of every problem",
}


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
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
        message = f"there is no folder {content}; name the project's folder with --root"
        raise click.UsageError(message)
    try:
        today()
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    context.obj = root


def formats_option(*shapes: str) -> Callable[[Command], Command]:
    """Add the option that chooses how problems are printed."""
    formats = [_FORMATS[shape] for shape in shapes]
    offered = ", ".join(formats)
    return click.option(
        "--format",
        "shape",
        type=click.Choice(shapes),
        default="text",
        show_default=True,
        help=f"How problems are printed: {offered}.",
    )
