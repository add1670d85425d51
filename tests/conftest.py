"""What tests share: small projects in folders of their own, and one whole site, built once."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from filelock import FileLock
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from generator.app.cli import main
from generator.io.environment import CACHE
from tests.htmlpages import HtmlPage, read_site
from tests.site.browser import CHROMIUM, FLAGS

os.environ.pop("CI", None)  # there, commands print a line for each stage of their work
ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
"""Material that is not part of the project; tests that need it are skipped without."""

SITES = ROOT / "tests/sites"
"""Sites of notes and sources that only tests read, and the configuration of all of them."""
SETTINGS = SITES / "mkdocs.yml"
ISLES = SITES / "isles"
"""A small site in which every field of every kind has a value."""
DIALECT = SITES / "dialect"
"""A small site that has every construct of Markdown."""
SITE_NAME = "Lantern Isles"
SITE_URL = "https://example.org/explainers/"
"""Where a whole site is built for: below the root of its host, as on GitHub Pages."""

SLOW_FIRST = (
    "tests/test_types.py",
    "tests/test_regexes.py",
    "tests/site",
    "tests/fuzzing",
    "tests/hostile",
)
"""Files of tests that begin first, so that no worker is left alone with them at the end."""
settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile(
    "ci",
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("dev")

if (
    CACHE not in os.environ
):  # tests use nothing that was computed before; workers share one
    os.environ[CACHE] = tempfile.mkdtemp(prefix="explainers-cache-")
    atexit.register(shutil.rmtree, os.environ[CACHE], ignore_errors=True)

WriteProject = Callable[[Mapping[str, str]], Path]


@dataclass(frozen=True)
class Built:
    """A project in a folder of its own, and what MkDocs made of it."""

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
    """Make a project of the real theme and the tests' configuration, without a note."""
    for folder in ("content", "seeds", "build/docs"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "theme", root / "theme", dirs_exist_ok=True)
    if not (root / "generator").exists():
        (root / "generator").symlink_to(ROOT / "generator")
    shutil.copy(SETTINGS, root / "mkdocs.yml")


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
            "CI": "",
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
    quiet = CliRunner(env={"CI": None})
    result = quiet.invoke(main, ["--root", str(root), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), (
        result.exception
    )
    return result


def build_site(root: Path, notes: Path, settings: Path = SETTINGS) -> Built:
    """Build the notes and sources of a folder with `mkdocs build --strict` alone."""
    lay_out(root)
    shutil.copy(settings, root / "mkdocs.yml")
    for folder in ("content", "seeds"):
        shutil.copytree(notes / folder, root / folder, dirs_exist_ok=True)
    done = run(root, "mkdocs", "build", "--strict", SITE_URL=SITE_URL)
    assert done.returncode == 0, done.stderr
    return Built(root, docs_of(root), root / "site", done.stderr)


@pytest.fixture
def project(tmp_path: Path) -> WriteProject:
    """Make a project of the real theme, and of files given as {path: text}."""

    def write(files: Mapping[str, str]) -> Path:
        lay_out(tmp_path)
        write_files(tmp_path, files)
        return tmp_path

    return write


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the site of the isles once, for all workers; nobody writes into it."""
    return _built_once(tmp_path_factory, ISLES)


@pytest.fixture(scope="session")
def dialect(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the site of every construct once, for all workers; nobody writes into it."""
    return _built_once(tmp_path_factory, DIALECT)


def _built_once(folders: pytest.TempPathFactory, notes: Path) -> Built:
    shared = folders.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    root, said = shared / notes.name, shared / f"{notes.name}.log"
    with FileLock(shared / f"{notes.name}.lock"):
        if not said.exists():
            said.write_text(build_site(root, notes).output, encoding="utf-8")
    return Built(root, docs_of(root), root / "site", said.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def pages(built: Built) -> Mapping[str, HtmlPage]:
    """Read every page of the built site."""
    return read_site(built.site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start a browser once; each test opens a window of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put slow tests first; the order within a file stays."""
    items.sort(key=lambda item: not item.nodeid.startswith(SLOW_FIRST))
