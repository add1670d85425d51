"""A command is imported when it runs, so that none waits for what others need."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from generator.app.lazy_commands import COMMANDS
from tests.conftest import ROOT

EXPORTERS = (
    "icalendar",
    "generator.app.site_files",
    "generator.exports.feeds",
    "generator.exports.knowledge",
    "generator.pages.render",
    "selectolax",
)


def imported_by(*arguments: str) -> set[str]:
    """Return the modules that are imported when the program runs with some arguments."""
    code = (
        "import sys\n"
        "from generator.app.cli import main\n"
        f"main({list(arguments)}, standalone_mode=False)\n"
    )
    report = "import atexit, sys; atexit.register(lambda: print(*sys.modules))\n"
    ran = subprocess.run(
        [sys.executable, "-c", report + code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return set(ran.stdout.splitlines()[-1].split())


def test_help_imports_no_command() -> None:
    modules = {f"generator.app.{command.module}" for command in COMMANDS.values()}

    assert not imported_by("--help") & {*modules, *EXPORTERS, "pydantic"}


def test_a_check_imports_nothing_that_only_a_build_needs() -> None:
    modules = imported_by("check")

    assert "generator.app.check_command" in modules
    assert not modules & set(EXPORTERS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_says_of_itself(name: str) -> None:
    command = COMMANDS[name].load()

    assert isinstance(command, click.Command)
    assert command.name == name
    assert command.help
    assert " ".join(command.help.split()).startswith(COMMANDS[name].help[:-1])
