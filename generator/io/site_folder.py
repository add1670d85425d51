"""The folder of a finished site: marked as ours, exchanged in one step, built by one at a time."""

import ctypes
import fcntl
import io
import os
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.io.files import write_bytes

MARKER = ".explainers-site"
"""Name of the file that says a folder is a site we built, and so may be replaced."""


def read_site(folder: Path) -> dict[str, bytes]:
    """Return every file of a built site by its path, but our own marks."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def zipped(files: Mapping[str, bytes], folder: str) -> bytes:
    """Return files as a ZIP archive of one folder; the same files give the same bytes."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        for path in sorted(files):
            entry = zipfile.ZipInfo(
                f"{folder}/{path}"
            )  # dated 1980, the first day there is
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            out.writestr(entry, files[path])
    return archive.getvalue()


class NotOursError(Exception):
    """A folder that would be replaced was not built by us."""


def replace_site(new: Path, site: Path) -> None:
    """Put a finished site in the place of the last one; only what bears our marker is deleted.

    Raises:
        NotOursError: If there is something else in that place.
    """
    old = site.with_name(f"{site.name}.old")
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


_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, so that neither is ever missing; say whether it was done.

    Source: renameat2(2) of Linux, which has no name in Python.
    """
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    ends = (os.fsencode(one), os.fsencode(other))
    return bool(rename(_AT_FDCWD, ends[0], _AT_FDCWD, ends[1], _RENAME_EXCHANGE) == 0)


def restore_site(site: Path) -> bool:
    """Put the last site back if a build was stopped between two renames; say whether it was."""
    old = site.with_name(f"{site.name}.old")
    if site.exists() or not (old / MARKER).is_file():
        return False
    old.replace(site)
    return True


def mark_site(folder: Path) -> None:
    """Say in a folder that it is a site we built."""
    write_bytes(folder / MARKER, b"This folder is replaced by every build.\n")


def is_replaceable(folder: Path) -> bool:
    """Say whether a folder is empty or one of our sites."""
    return (folder / MARKER).is_file() or not any(folder.iterdir())


@contextmanager
def lock(folder: Path) -> Iterator[str]:
    """Hold the folder for one build and what it starts; yield who holds it, if it is not free."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.seek(0)
            yield f"process {file.read() or 'unknown'}"
            return
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        os.set_inheritable(file.fileno(), True)  # noqa: FBT003 - os's own signature
        yield ""
