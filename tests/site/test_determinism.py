"""The same notes give the same bytes, whoever builds them, wherever and when."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
from pathlib import Path

from tests.conftest import ISLES, docs_of, lay_out, run, texts

PLACES: list[tuple[str, int, dict[str, str]]] = [
    ("a", 0o022, {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}),
    (
        "with spaces",
        0o077,
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    ),
    (
        "朝鲜 – Łódź",
        0o002,
        {"PYTHONHASHSEED": "7", "TZ": "Asia/Pyongyang", "PYTHONUTF8": "1"},
    ),
    (
        "a/deep/er",
        0o027,
        {"PYTHONHASHSEED": "42", "TZ": "America/New_York", "LANG": "tr_TR.UTF-8"},
    ),
]
"""Folder, umask and environment of each build; files are created in another order each time."""


WHOLE = 2
"""So many of them go on to the site that MkDocs makes; the others stop at the pages."""
EPOCH = "1782216000"


def test_the_same_notes_give_the_same_bytes_everywhere(tmp_path: Path) -> None:
    pages, sites = [], []
    sources = [path for name in ("content", "seeds") for path in _notes(name)]
    for number, (name, mask, environment) in enumerate(PLACES):
        root = tmp_path / name
        before = os.umask(mask)
        try:
            lay_out(root)
            random.Random(number).shuffle(sources)  # noqa: S311 - any order will do
            for path in sources:
                target = root / path.relative_to(ISLES)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
            arguments = [] if number < WHOLE else ["--pages-only"]
            epoch = {"SOURCE_DATE_EPOCH": EPOCH}
            done = run(root, "generator", "build", *arguments, **environment, **epoch)
        finally:
            os.umask(before)
        assert done.returncode == 0, done.stderr
        pages.append(_written(docs_of(root)))
        sites.append(_written(root / "site"))

    assert len(pages[0]) > len(_notes("seeds"))
    assert len(sites[0]) > len(_notes("seeds"))
    assert [_differing(pages[0], other) for other in pages] == [set()] * len(PLACES)
    assert _differing(sites[0], sites[1]) == set()


def _notes(folder: str) -> list[Path]:
    return sorted(path for path in (ISLES / folder).rglob("*") if path.is_file())


def _written(folder: Path) -> set[tuple[str, int, str]]:
    """Return what a build wrote: each path, who may do what with it, and a digest of its bytes."""
    found = texts(folder)
    return {
        (name, path.stat().st_mode, hashlib.sha256(found.get(name, b"")).hexdigest())
        for path in folder.rglob("*")
        if (name := path.relative_to(folder).as_posix()) != ".gitignore"
    }


def _differing(
    one: set[tuple[str, int, str]], other: set[tuple[str, int, str]]
) -> set[str]:
    return {name for name, *_ in one ^ other}
