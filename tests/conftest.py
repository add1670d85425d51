"""What tests share: small projects in a folder of their own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

WriteProject = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def project(tmp_path: Path) -> WriteProject:
    """Make a project of the real theme and configuration, and of files given as {path: text}."""

    def write(files: Mapping[str, str]) -> Path:
        for folder in ("content", "seeds", "build/docs"):
            (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        shutil.copytree(ROOT / "theme", tmp_path / "theme", dirs_exist_ok=True)
        shutil.copytree(ROOT / "generator/hook", tmp_path / "generator/hook", dirs_exist_ok=True)
        shutil.copy(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write
