"""What the machine provides: the folder of the cache."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.io.environment import CACHE, cache_folder


@pytest.mark.skipif("sys.platform != 'linux'", reason="XDG names Linux's folders")
def test_the_cache_is_the_users_or_in_the_folder_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(CACHE, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))
    assert cache_folder() == tmp_path / "user/explainers"

    monkeypatch.setenv(CACHE, str(tmp_path / "named"))
    assert cache_folder() == tmp_path / "named"
