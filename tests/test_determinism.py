"""The same notes give the same bytes, whoever builds them, wherever and when."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
from pathlib import Path

from tests.conftest import ROOT, docs_of, lay_out, run, texts

PLACES: list[tuple[str, int, dict[str, str]]] = [
    ("a", 0o022, {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}),
    ("with spaces", 0o077, {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}),
    ("朝鲜 – Łódź", 0o002, {"PYTHONHASHSEED": "7", "TZ": "Asia/Pyongyang", "PYTHONUTF8": "1"}),
    ("a/deep/er", 0o027, {"PYTHONHASHSEED": "42", "TZ": "America/New_York", "LANG": "tr_TR.UTF-8"}),
]
"""Folder, umask and environment of each build; files are created in another order each time."""


def test_the_same_notes_give_the_same_bytes_everywhere(tmp_path: Path) -> None:
    digests = set()
    sources = [path for name in ("content", "seeds") for path in _real(name)]
    for number, (name, mask, environment) in enumerate(PLACES):
        root = tmp_path / name
        before = os.umask(mask)
        try:
            lay_out(root)
            random.Random(number).shuffle(sources)  # noqa: S311 - any order will do
            for path in sources:
                target = root / path.relative_to(ROOT)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
            done = run(root, "generator", "build", "--pages-only", **environment)
        finally:
            os.umask(before)
        assert done.returncode == 0, done.stderr
        digests.add(_digest(docs_of(root)))

    assert len(digests) == 1


def _real(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.md"))


def _digest(folder: Path) -> str:
    pages = sorted(texts(folder).items())
    assert len(pages) > len(_real("seeds"))
    return hashlib.sha256(repr(pages).encode()).hexdigest()
