"""The folder of a site: what takes its place, and what is never deleted."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.io.site_folder import (
    MARKER,
    NotOursError,
    is_replaceable,
    mark_site,
    replace_site,
)
from tests.conftest import texts, write_files


def site(folder: Path, text: str) -> Path:
    """Make a site that bears our marker."""
    write_files(folder, {"index.html": text})
    mark_site(folder)
    return folder


def test_a_finished_site_takes_the_place_of_the_last(tmp_path: Path) -> None:
    replace_site(site(tmp_path / "next", "new"), site(tmp_path / "site", "old"))

    assert set(texts(tmp_path)) == {"site/index.html", f"site/{MARKER}"}
    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("taken", ["site", "site.old"])
def test_a_folder_without_our_marker_is_never_deleted(
    tmp_path: Path, taken: str
) -> None:
    write_files(tmp_path, {f"{taken}/thesis.txt": "ten years of work"})
    new = site(tmp_path / "next", "new")

    with pytest.raises(NotOursError, match=taken):
        replace_site(new, tmp_path / "site")

    assert (tmp_path / taken / "thesis.txt").is_file()


def test_what_a_stopped_build_left_is_cleared_away(tmp_path: Path) -> None:
    site(tmp_path / "site.old", "older")

    replace_site(site(tmp_path / "next", "new"), tmp_path / "site")

    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_empty_folder_may_be_replaced(tmp_path: Path) -> None:
    assert is_replaceable(tmp_path)
    (tmp_path / "a").touch()
    assert not is_replaceable(tmp_path)
