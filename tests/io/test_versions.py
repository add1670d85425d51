"""The version of what computes: another where any file of ours, a package or Python differs."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from generator.io.versions import PACKAGE, code_version, package_digest
from tests.conftest import write_files

FILES = {"a.py": "a = 1\n", "in/b.py": "b = 2\n", "words.txt": "one\n"}


def test_a_package_has_the_same_digest_wherever_it_is(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_files(tmp_path / name, FILES)
    write_files(
        tmp_path / "two", {"__pycache__/a.pyc": "compiled", ".#a.py": "an editor's"}
    )

    assert package_digest(tmp_path / "one") == package_digest(tmp_path / "two")


@pytest.mark.parametrize(
    "changed",
    [{"a.py": "a = 2\n"}, {"words.txt": "two\n"}, {"c.py": ""}],
    ids=["code", "data", "new file"],
)
def test_any_changed_file_of_a_package_changes_its_digest(
    tmp_path: Path, changed: dict[str, str]
) -> None:
    write_files(tmp_path, FILES)
    before = package_digest(tmp_path)

    write_files(tmp_path, changed)

    assert package_digest(tmp_path) != before


def test_a_renamed_file_changes_the_digest(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    before = package_digest(tmp_path)

    (tmp_path / "a.py").rename(tmp_path / "b.py")

    assert package_digest(tmp_path) != before


def test_an_installed_package_changes_the_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    before = code_version.__wrapped__()

    (tmp_path / "material-9.9.dist-info").mkdir()
    with_package = code_version.__wrapped__()
    (tmp_path / "material-9.9.dist-info").rename(tmp_path / "material-10.dist-info")

    assert len({before, with_package, code_version.__wrapped__()}) == 3


def test_python_is_part_of_the_version(monkeypatch: pytest.MonkeyPatch) -> None:
    before = code_version.__wrapped__()

    monkeypatch.setattr(sys, "version", "3.99")

    assert code_version.__wrapped__() != before


def test_our_code_is_what_is_digested(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "generator")

    assert package_digest(tmp_path / "generator") == package_digest(PACKAGE)
