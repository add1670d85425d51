"""What the machine gives: its variables, the day, chance, and a memory outside the project."""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path

from generator.diagnostics import quoted
from generator.io.files import write_bytes
from generator.quotes.seals import Hasher, Seal

SALT = 16
_HASH = re.compile(r"[0-9a-f]{8}")


def variables() -> Mapping[str, str]:
    """Return the variables of the environment, which mkdocs.yml may refer to."""
    return dict(os.environ)


def today() -> date:
    """Return what day it is; SOURCE_DATE_EPOCH sets it, so that a build can be repeated.

    Source: reproducible-builds.org's specification of SOURCE_DATE_EPOCH.

    Raises:
        ValueError: If that is set to something else than a number of seconds within the calendar.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        msg = f"SOURCE_DATE_EPOCH is no number of seconds since 1970: {quoted(epoch)}"
        raise ValueError(msg) from None
    return now.date()


def random_bytes() -> bytes:
    """Return the salt of a new seal."""
    return os.urandom(SALT)


@contextmanager
def remembered(hasher: Hasher) -> Iterator[Hasher]:
    """Yield a slow hash that is computed once for each run of words, and kept outside the project.

    The memory lies in the user's cache folder; it holds fast hashes of words, never words.
    """
    folder = (
        Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "explainers"
    )
    path = folder / "hashes.json"
    known = _read_hashes(path)
    before = len(known)

    def remembering(seal: Seal, run: str) -> bytes:
        key = hashlib.sha256(
            b"%b %d %b" % (seal.salt, seal.cost, run.encode())
        ).hexdigest()
        if key not in known:
            known[key] = hasher(seal, run).hex()
        return bytes.fromhex(known[key])

    yield remembering
    if len(known) > before:
        with suppress(OSError):  # a machine without such a folder computes anew
            write_bytes(path, json.dumps(known).encode())


def _read_hashes(path: Path) -> dict[str, str]:
    """Read what is remembered; what cannot be read is computed anew."""
    try:
        known = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    is_good = isinstance(known, dict) and all(
        isinstance(value, str) and _HASH.fullmatch(value) for value in known.values()
    )
    return known if is_good else {}
