"""What git knows about the project: when each file, and any of them, last changed."""

import subprocess
from pathlib import Path

from generator.facts.history import LOG, History, parse_log

_MAX_SECONDS = 60


def last_commit(root: Path) -> str:
    """Return the second of the last commit if no file has changed since, else an empty text."""
    status = _git(root, "--no-optional-locks", "status", "--porcelain", "--branch", ".")
    lines = status.splitlines()
    is_clean = len(lines) == 1  # the branch; git fails without printing a line
    if not is_clean:
        return ""
    return _git(root, "log", "-1", "--format=%ct").strip()


def history(root: Path) -> History:
    """Return the changes of each file that git knows, by its path.

    It is empty without git, and in a shallow clone, which has only the end of its history.
    """
    is_shallow = _git(root, "rev-parse", "--is-shallow-repository").strip()
    if is_shallow != "false":
        return {}
    log = _git(root, "-c", "core.quotepath=off", *LOG)
    return parse_log(log)


def revision(root: Path) -> str:
    """Return a text that differs wherever :func:`history` may differ."""
    asked = (
        ("rev-parse", "--is-shallow-repository", "--show-prefix", "HEAD"),
        ("for-each-ref", "refs/replace/"),
        ("config", "--get-regexp", r"^(core|diff|i18n|log)\."),
    )
    return "\0".join(_git(root, *arguments) for arguments in asked)


def _git(root: Path, *arguments: str) -> str:
    """Return what git prints; an empty text if it cannot be run."""
    try:
        ran = subprocess.run(  # noqa: S603 - our own arguments
            ["git", "-C", str(root), *arguments],  # noqa: S607 - wherever it is installed
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=_MAX_SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return ran.stdout
