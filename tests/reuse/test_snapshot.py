"""Snapshots: what is read is known by its content, what is written by when it was."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.reuse.snapshot import UnreadableError, listing, settle, snapshot
from tests.conftest import write_files

FILES = {"a/one.md": "one", "a/in/two.md": "two", "b.yml": "b"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_files(tmp_path, FILES)
    settle()
    return tmp_path


def rewrite_alike(folder: Path) -> None:
    """Change a file so that its size and the time of its content stay."""
    path = folder / "a/one.md"
    before = path.stat()
    path.write_bytes(b"two")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "edited": lambda folder: (folder / "a/one.md").write_bytes(b"1"),
    "edited, size and time as before": rewrite_alike,
    "renamed": lambda folder: (folder / "a/one.md").rename(folder / "a/three.md"),
    "moved": lambda folder: (folder / "a/one.md").rename(folder / "a/in/one.md"),
    "deleted": lambda folder: (folder / "a/in/two.md").unlink(),
    "added": lambda folder: (folder / "a/three.md").touch(),
    "hidden": lambda folder: (folder / "a/.three.md").touch(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_file_is_noticed(folder: Path, change: str) -> None:
    read, written = snapshot([folder / "a", folder / "b.yml"]), listing(folder)

    CHANGES[change](folder)

    now = snapshot([folder / "a", folder / "b.yml"])
    assert now.content != read.content
    assert now.stamps != read.stamps
    assert listing(folder) != written


def test_what_is_touched_has_the_same_content(folder: Path) -> None:
    read, written = snapshot([folder]), listing(folder)

    (folder / "a/one.md").touch()

    assert snapshot([folder]).content == read.content
    assert snapshot([folder]).stamps != read.stamps
    assert listing(folder) != written


def test_nothing_is_noticed_where_nothing_changed(folder: Path) -> None:
    assert snapshot([folder]) == snapshot([folder])
    assert listing(folder) == listing(folder)


def test_a_file_that_does_not_count_may_change(folder: Path) -> None:
    before = listing(folder, but="b.yml")

    (folder / "b.yml").write_bytes(b"another")

    assert listing(folder, but="b.yml") == before
    (folder / "b.yml").rename(folder / "a/b.yml")
    assert listing(folder, but="b.yml") != before


def test_what_is_missing_contains_nothing(folder: Path) -> None:
    assert snapshot([folder, folder / "c"]) == snapshot([folder])


@pytest.mark.parametrize("target", ["a", "b.yml", "nowhere"])
def test_a_link_cannot_be_known(folder: Path, target: str) -> None:
    (folder / "a/link").symlink_to(folder / target)

    with pytest.raises(UnreadableError):
        snapshot([folder])
    with pytest.raises(UnreadableError):
        listing(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes there")
def test_a_pipe_is_not_read(folder: Path) -> None:
    os.mkfifo(folder / "a/pipe")

    with pytest.raises(UnreadableError):
        snapshot([folder])
