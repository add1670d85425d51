"""What the machine provides: the date, random bytes, and a cache outside the project."""

import hashlib
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path

from platformdirs import user_cache_path

from generator.diagnostics import quoted
from generator.io.files import write_bytes
from generator.quotes.seals import Hasher, Seal

CACHE = "EXPLAINERS_CACHE"
"""Environment variable that names the folder of the cache."""
SALT = 16
"""Bytes of a seal's salt."""
_HASH = re.compile(r"[0-9a-f]{8}")


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


def random_bytes() -> bytes:
    """Return the salt of a new seal."""
    return os.urandom(SALT)


@contextmanager
def remembered(hasher: Hasher) -> Iterator[Hasher]:
    """Yield a slow hash that is computed once for each run of words, and cached for later builds.

    The user's cache folder keeps fast hashes of the words, never the words.
    """
    path = cache_folder() / "hashes.json"
    known = _read_hashes(path)
    count_before = len(known)

    def cached(seal: Seal, run: str) -> bytes:
        key = _cache_key(seal, run)
        if key not in known:
            known[key] = hasher(seal, run).hex()
        return bytes.fromhex(known[key])

    yield cached
    if len(known) > count_before:
        content = json.dumps(known).encode()
        with suppress(OSError):  # a machine without such a folder computes again
            write_bytes(path, content)


def cache_folder() -> Path:
    """Return the folder of everything that later builds may use: the user's, or one that is named.

    It is outside the project, whose files may come from strangers.
    """
    named = os.environ.get(CACHE)
    if named:
        return Path(named)
    return user_cache_path("explainers", appauthor=False)


def _cache_key(seal: Seal, run: str) -> str:
    words = run.encode()
    sealed = b"%b %d %b" % (seal.salt, seal.cost, words)
    return hashlib.sha256(sealed).hexdigest()


def _read_hashes(path: Path) -> dict[str, str]:
    """Read the cached hashes; a file that cannot be read counts as empty."""
    try:
        known = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(known, dict):
        return {}
    for value in known.values():
        if not isinstance(value, str) or not _HASH.fullmatch(value):
            return {}
    return known
