"""Git: when all files last changed."""

from __future__ import annotations

from pathlib import Path

from generator.io.git import last_commit
from tests.conftest import git, write_files


def test_the_last_commit_says_when_only_where_nothing_changed_since(
    tmp_path: Path,
) -> None:
    assert last_commit(tmp_path / "nowhere") == ""
    git(tmp_path, "init")
    assert last_commit(tmp_path) == ""
    write_files(tmp_path, {"a": "a", ".gitignore": "site\n", "site/index.html": "x"})
    git(tmp_path, "add", "a", ".gitignore")
    git(tmp_path, "commit", "-m", "a")

    assert last_commit(tmp_path) == "1704110400"
    write_files(tmp_path, {"b": "not yet committed"})
    assert last_commit(tmp_path) == ""
