"""What git says of the project: when a file, and all of them, last changed."""

import subprocess
from pathlib import Path

from generator.facts.history import LOG, History, parse_log


def last_commit(root: Path) -> str:
    """Return the second of the last commit, if all files are as it left them; else nothing."""
    status = _git(root, "--no-optional-locks", "status", "--porcelain", "--branch", ".")
    is_clean = len(status.splitlines()) == 1  # the branch; no line at all is no answer
    return _git(root, "log", "-1", "--format=%ct").strip() if is_clean else ""


def history(root: Path) -> History:
    """Return the changes of each file that git knows, by its path.

    There are none where there is no git, or only the end of its history, as in a shallow clone.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    return parse_log(_git(root, "-c", "core.quotepath=off", *LOG))


def _git(root: Path, *arguments: str) -> str:
    """Return what git says, or nothing if it says nothing."""
    command = ["git", "-C", str(root), *arguments]
    try:
        ran = subprocess.run(  # noqa: S603 - our own arguments
            command, capture_output=True, text=True, check=False, timeout=60
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return ran.stdout
