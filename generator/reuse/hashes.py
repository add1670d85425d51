"""The slow hashes of seals, computed once for each run of words."""

import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.io.environment import cache_folder
from generator.io.files import write_bytes
from generator.quotes.seals import Hasher, Seal

_HASH = re.compile(r"[0-9a-f]{8}")


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
