"""What computes: one text for this code, the packages beside it, and Python."""

import hashlib
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
_INSTALLED = (".dist-info", ".egg-info")
"""How the folders end that say, with its version, that a package is installed."""


@cache
def code_version() -> str:
    """Return a digest of our own files, the versions of all installed packages, and Python's.

    Read once: what runs is what was there when it was imported.
    """
    digest = hashlib.blake2b(digest_size=16)
    for name in (sys.version, sys.platform, *_installed()):
        digest.update(f"{name}\n".encode(errors="surrogatepass"))
    digest.update(package_digest(PACKAGE))
    return digest.hexdigest()


def package_digest(folder: Path) -> bytes:
    """Return a digest of the paths and contents of a package's files."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(folder.rglob("*")):
        is_hidden = path.name.startswith(".")  # such as an editor's lock
        is_compiled = path.parent.name == "__pycache__"
        if is_hidden or is_compiled or not path.is_file():
            continue
        content = path.read_bytes()
        name = path.relative_to(folder).as_posix()
        digest.update(f"{name}\n{len(content)}\n".encode(errors="surrogatepass"))
        digest.update(content)
    return digest.digest()


def _installed() -> list[str]:
    """Return the name and version of each package that can be imported."""
    found: set[str] = set()
    for place in sys.path:
        with suppress(OSError):  # a ZIP archive, or a folder that does not exist
            found.update(path.name for path in Path(place).iterdir())
    return sorted(name for name in found if name.endswith(_INSTALLED))
