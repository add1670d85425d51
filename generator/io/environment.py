"""What the machine provides: the date, random bytes, and a cache outside the project."""

import os
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

from platformdirs import user_cache_path

from generator.diagnostics import quoted

CACHE = "EXPLAINERS_CACHE"
"""Environment variable that names the folder of the cache."""
SALT = 16
"""Bytes of a seal's salt."""


def today() -> date:
    """Return today's date, or the one that SOURCE_DATE_EPOCH sets for a repeatable build.

    Source: reproducible-builds.org's specification of SOURCE_DATE_EPOCH.

    Raises:
        ValueError: If it is not a number of seconds within the calendar.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        msg = (
            f"SOURCE_DATE_EPOCH is not a number of seconds since 1970: {quoted(epoch)}"
        )
        raise ValueError(msg) from None


def in_ci() -> bool:
    """Say whether a service such as GitHub Actions runs the program; they all set ``CI``."""
    return bool(os.environ.get("CI"))


def terminal_columns() -> int:
    """Return how many letters fit into a line of the terminal."""
    return shutil.get_terminal_size().columns


def random_bytes() -> bytes:
    """Return the salt of a new seal."""
    return os.urandom(SALT)


def cache_folder() -> Path:
    """Return the folder of everything that later builds may use: the user's, or one that is named.

    It is outside the project, whose files may come from strangers.
    """
    named = os.environ.get(CACHE)
    if named:
        return Path(named)
    return user_cache_path("explainers", appauthor=False)
