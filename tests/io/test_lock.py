"""The lock: one build at a time."""

from __future__ import annotations

import os
from pathlib import Path

from generator.io.lock import lock


def test_a_lock_is_held_by_one_and_free_again_after(tmp_path: Path) -> None:
    with lock(tmp_path / "build") as first, lock(tmp_path / "build") as second:
        assert (first, second) == ("", f"pid {os.getpid()}")
    with lock(tmp_path / "build") as third:
        assert third == ""
