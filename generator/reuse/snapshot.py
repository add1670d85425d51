"""Folders as they are now, in digests that tell whether anything in them has changed."""

import hashlib
import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISREG

_TICK_SECONDS = 0.02
"""Two changes of a file that are closer together may have the same time, on common systems."""
_DIGEST_BYTES = 32


class UnreadableError(Exception):
    """There is something whose content cannot be known, such as a link."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the files of some folders contain, and when each was last changed."""

    content: bytes
    """A digest of their paths and contents."""
    stamps: bytes
    """A digest of their paths, sizes and times."""


def snapshot(paths: Iterable[Path]) -> Snapshot:
    """Return what files and folders contain; those that are missing contain nothing.

    Raises:
        UnreadableError: If one cannot be read, or is neither a file nor a folder.
    """
    content = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    stamps = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    try:
        for start in paths:
            for path, stat in _files(start):
                read = Path(path).read_bytes()
                content.update(_line(path, len(read)))
                content.update(read)
                stamps.update(_line(path, *_stamp(stat)))
    except OSError as error:
        raise UnreadableError from error
    return Snapshot(content.digest(), stamps.digest())


def listing(folder: Path, but: str = "") -> str:
    """Return a digest of which files a folder has, and of the size and the times of each.

    Args:
        folder: What was written.
        but: The path of a file in it that does not count.

    Raises:
        UnreadableError: If it cannot be listed, or has more than files and folders.
    """
    digest = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    left_out = str(folder / but) if but else ""
    try:
        for path, stat in _files(folder):
            if path != left_out:
                digest.update(_line(path, *_stamp(stat)))
    except OSError as error:
        raise UnreadableError from error
    return digest.hexdigest()


def settle() -> None:
    """Wait until any later change of a file that was just written has another time."""
    time.sleep(_TICK_SECONDS)


def _files(path: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Yield every file below a folder in a fixed order, or the file itself.

    Raises:
        UnreadableError: If there is anything but files and folders.
    """
    try:
        stat = path.lstat()
    except FileNotFoundError:
        return
    yield from _files_at(str(path), stat)


def _files_at(path: str, stat: os.stat_result) -> Iterator[tuple[str, os.stat_result]]:
    if S_ISREG(stat.st_mode):
        yield path, stat
    elif S_ISDIR(stat.st_mode):
        for entry in sorted(os.scandir(path), key=lambda entry: entry.name):
            yield from _files_at(entry.path, entry.stat(follow_symlinks=False))
    else:
        raise UnreadableError  # a link could lead anywhere, and a pipe could block


def _stamp(stat: os.stat_result) -> tuple[int, int, int, int]:
    return stat.st_size, stat.st_mode, stat.st_mtime_ns, stat.st_ctime_ns


def _line(path: str, *numbers: int) -> bytes:
    return f"{path}\0{numbers}\n".encode(errors="surrogateescape")
