"""The table of commands, of which only the one that runs is imported."""

from dataclasses import dataclass
from importlib import import_module

import click


@dataclass(frozen=True, slots=True)
class _Lazy:
    """Where a command is defined, and its line in the list of commands."""

    module: str
    function: str
    help: str

    def load(self) -> click.Command:
        """Import the command."""
        module = import_module(f"generator.app.{self.module}")
        command: click.Command = getattr(module, self.function)
        return command


COMMANDS = {
    "audit": _Lazy("site_commands", "audit", "Check a built SITE offline."),
    "build": _Lazy("build_commands", "build", "Build the site."),
    "check": _Lazy(
        "check_command", "check", "Report every problem in notes and sources."
    ),
    "digest": _Lazy(
        "site_commands", "digest", "Print what is new since a day, for a newsletter."
    ),
    "fmt": _Lazy(
        "writer_commands",
        "fmt",
        "Make front matter canonical: order of fields, dates, quotes.",
    ),
    "import": _Lazy(
        "writer_commands",
        "import_",
        "Create the source record of an ARTICLE (txt, md, html).",
    ),
    "index": _Lazy("site_commands", "index", "Build the search index of a built SITE."),
    "mentions": _Lazy(
        "writer_commands",
        "mentions",
        "Explain for every name in FILES which note it means, and why.",
    ),
    "new": _Lazy(
        "writer_commands",
        "new",
        "Create a note of a KIND called TITLE, with its required fields.",
    ),
    "portable": _Lazy(
        "site_commands",
        "portable",
        "Copy the built site TO a folder or .zip file that opens without a server.",
    ),
    "quote": _Lazy(
        "writer_commands",
        "quote",
        "Find the paragraph of a SOURCE that has some WORDS.",
    ),
    "seal": _Lazy(
        "writer_commands",
        "seal",
        "Make the seal of an ARTICLE, so that quotations can be checked.",
    ),
    "serve": _Lazy("build_commands", "serve", "Preview the site."),
    "suggest": _Lazy(
        "writer_commands", "suggest", "List what writers may have missed."
    ),
}


class LazyGroup(click.Group):
    """The group of all commands; one is imported when it is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List every command."""
        del ctx
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; None if there is none of that name."""
        del ctx
        lazy = COMMANDS.get(cmd_name)
        if lazy is None:
            return None
        return lazy.load()

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the help's list of commands."""
        del ctx
        rows = [(name, lazy.help) for name, lazy in COMMANDS.items()]
        with formatter.section("Commands"):
            formatter.write_dl(rows)
