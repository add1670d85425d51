"""Nothing that only POSIX systems have is needed to start the program."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT

POSIX_ONLY = ("fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty")


def test_the_program_starts_without_what_only_posix_systems_have() -> None:
    code = (
        "import sys\n"
        f"sys.modules.update(dict.fromkeys({POSIX_ONLY}))\n"
        "import generator.app.cli, generator.hook.mkdocs_hook\n"
        "from generator.app.lazy_commands import COMMANDS\n"
        "[command.load() for command in COMMANDS.values()]\n"
    )

    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
