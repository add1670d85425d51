"""What tests share: small projects in a folder of their own, and the real site, built once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.app.cli import main
from tests.htmlpages import HtmlPage, read_site

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
"""Material that is not part of the project; tests that need it are skipped without."""

SITE_URL = "https://example.org/explainers/"
"""Where the real site is built for: below the root of its host, as on GitHub Pages."""

WriteProject = Callable[[Mapping[str, str]], Path]


@dataclass(frozen=True)
class Built:
    """The real project in a folder of its own, and what MkDocs made of it."""

    root: Path
    docs: Path
    site: Path
    output: str


def write_files(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def docs_of(root: Path) -> Path:
    return root / "build/docs"


def texts(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def lay_out(root: Path) -> None:
    """Make a project of the real theme and configuration, without a note."""
    for folder in ("content", "seeds", "build/docs"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "theme", root / "theme", dirs_exist_ok=True)
    if not (root / "generator").exists():
        (root / "generator").symlink_to(ROOT / "generator")
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")


def run(
    root: Path, *command: str, input: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a Python module in a project, and keep what it says."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=root,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "NO_MKDOCS_2_WARNING": "1",
            **environment,
        },
        input=input,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def git(root: Path, *arguments: str, day: str = "2024-01-01") -> None:
    """Run git in a folder, as nobody in particular, on a day."""
    stamp = f"{day}T12:00:00Z"
    environment = {
        "GIT_AUTHOR_DATE": stamp,
        "GIT_COMMITTER_DATE": stamp,
        "HOME": str(root),
        "PATH": "/usr/bin:/bin:/usr/local/bin",
    }
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    command = ["git", "-C", str(root), *who, *arguments]
    subprocess.run(command, check=True, capture_output=True, env=environment)


def say(root: Path, *arguments: str) -> Result:
    """Run a command inside this process; it may end, but not with a stack trace."""
    result = CliRunner().invoke(main, ["--root", str(root), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), (
        result.exception
    )
    return result


@pytest.fixture
def project(tmp_path: Path) -> WriteProject:
    """Make a project of the real theme and configuration, and of files given as {path: text}."""

    def write(files: Mapping[str, str]) -> Path:
        lay_out(tmp_path)
        write_files(tmp_path, files)
        return tmp_path

    return write


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the real content with `mkdocs build --strict` alone."""
    root = tmp_path_factory.mktemp("real")
    lay_out(root)
    for folder in ("content", "seeds"):
        shutil.copytree(ROOT / folder, root / folder, dirs_exist_ok=True)
    done = run(root, "mkdocs", "build", "--strict", SITE_URL=SITE_URL)
    assert done.returncode == 0, done.stderr
    return Built(root, root / "build/docs", root / "site", done.stderr)


@pytest.fixture(scope="session")
def pages(built: Built) -> Mapping[str, HtmlPage]:
    """Read every page of the real site."""
    return read_site(built.site)
