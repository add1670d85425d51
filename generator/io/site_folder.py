"""The folder of a finished site: marked as ours, and exchanged in one step."""

import ctypes
import io
import os
import shutil
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.io.files import write_bytes

MARKER = ".explainers-site"
"""Name of the file that says a folder is a site we built, and so may be replaced."""
_MARKER_TEXT = b"This folder is replaced by every build.\n"
_FILE_MODE = 0o644
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
"""Constants of Linux's C headers."""


def read_site(folder: Path) -> dict[str, bytes]:
    """Return every file of a built site by its path, except hidden ones."""
    return {name: path.read_bytes() for name, path in _files_of(folder)}


def file_sizes(folder: Path) -> dict[str, int]:
    """Return the bytes of every file of a built site by its path, except hidden ones."""
    return {name: path.stat().st_size for name, path in _files_of(folder)}


def _files_of(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        is_hidden = path.name.startswith(".")
        if path.is_file() and not is_hidden:
            yield path.relative_to(folder).as_posix(), path


def zipped(files: Mapping[str, bytes], folder: str) -> bytes:
    """Return files as a ZIP archive of one folder; the same files give the same bytes."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        for path in sorted(files):
            # An entry without a date gets the format's first day, in 1980.
            entry = zipfile.ZipInfo(f"{folder}/{path}")
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _FILE_MODE << 16
            out.writestr(entry, files[path])
    return archive.getvalue()


class NotOursError(Exception):
    """A folder that would be replaced was not built by us."""


def replace_site(new: Path, site: Path) -> None:
    """Put a finished site in place of the last one; delete only folders with our marker.

    Raises:
        NotOursError: If another folder is in the way.
    """
    old = _old(site)
    for folder in (old, site):
        if folder.exists() and not is_replaceable(folder):
            raise NotOursError(folder)
    shutil.rmtree(old, ignore_errors=True)
    if site.exists() and _exchange(new, site):
        shutil.rmtree(new, ignore_errors=True)
        return
    if site.exists():
        site.replace(old)
    new.replace(site)
    shutil.rmtree(old, ignore_errors=True)


def _old(site: Path) -> Path:
    """Return where a site is moved while the next takes its place."""
    return site.with_name(f"{site.name}.old")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step where the system can; return whether it did.

    Source: renameat2(2) of Linux, which Python's standard library does not offer.
    """
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    failed = rename(
        _AT_FDCWD,
        os.fsencode(one),
        _AT_FDCWD,
        os.fsencode(other),
        _RENAME_EXCHANGE,
    )
    return not failed


def restore_site(site: Path) -> bool:
    """Put back the last site if a build was stopped between two renames; return whether it was."""
    old = _old(site)
    is_ours = (old / MARKER).is_file()
    if site.exists() or not is_ours:
        return False
    old.replace(site)
    return True


def mark_site(folder: Path) -> None:
    """Mark a folder as a site we built."""
    write_bytes(folder / MARKER, _MARKER_TEXT)


def is_replaceable(folder: Path) -> bool:
    """Return whether a folder is empty or one of our sites."""
    if (folder / MARKER).is_file():
        return True
    return next(folder.iterdir(), None) is None
