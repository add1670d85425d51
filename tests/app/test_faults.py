"""Whatever stops a build, the last site stays whole or the new one is, and a line says which."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.io.files import read_texts
from generator.io.lock import lock
from generator.io.site_folder import MARKER, replace_site
from tests.conftest import ROOT, lay_out, run, texts, write_files

KIM = "---\ntitle: Kim Jong Un\n---\nHe leads North Korea.\n"
SLOW = """import time

def on_pre_build(config):
    open('started', 'w').close()
    time.sleep(60)
"""
"""A hook that keeps MkDocs busy until somebody stops it."""


pytestmark = pytest.mark.xdist_group("faults")


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a project with a finished site; nobody writes into it."""
    folder = tmp_path_factory.mktemp("finished")
    lay_out(folder)
    write_files(folder, {"content/actors/kim-jong-un.md": KIM})
    assert run(folder, "generator", "build").returncode == 0
    return folder


@pytest.fixture
def root(finished: Path, tmp_path: Path) -> Path:
    """Copy a project with a finished site."""
    shutil.copytree(finished, tmp_path, symlinks=True, dirs_exist_ok=True)
    return tmp_path


def start(root: Path) -> subprocess.Popen[str]:
    """Start a build in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "build"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def wait_for(path: Path) -> None:
    deadline = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < deadline, path
        time.sleep(0.02)


def slow_down(root: Path) -> None:
    """Let MkDocs take a minute."""
    text = (root / "mkdocs.yml").read_text()
    hooks = "hooks: [generator/hook/mkdocs_hook.py"
    write_files(
        root, {"slow.py": SLOW, "mkdocs.yml": text.replace(hooks, f"{hooks}, slow.py")}
    )


def change(root: Path) -> None:
    write_files(root, {"content/actors/kim-jong-un.md": KIM.replace("leads", "rules")})


def shown(root: Path) -> str:
    return (root / "site/actors/kim-jong-un/index.html").read_text(encoding="utf-8")


def test_a_build_that_is_killed_leaves_the_site_and_the_next_one_works(
    root: Path,
) -> None:
    before = texts(root / "site")
    settings = (root / "mkdocs.yml").read_text()
    slow_down(root)
    change(root)
    build = start(root)
    wait_for(root / "started")

    os.killpg(build.pid, signal.SIGKILL)
    build.communicate()

    assert texts(root / "site") == before
    write_files(root, {"mkdocs.yml": settings})
    assert run(root, "generator", "build").returncode == 0
    assert "He rules" in shown(root)
    assert not (root / "site.next").exists()


def test_what_a_killed_build_started_keeps_others_away_until_it_ends(
    root: Path,
) -> None:
    slow_down(root)
    build = start(root)
    wait_for(root / "started")

    build.kill()  # MkDocs goes on
    build.wait()
    other = run(root, "generator", "build")

    assert other.returncode == 1
    assert (
        f"Another build is running (pid {build.pid}); nothing was built."
        in other.stderr
    )
    os.killpg(build.pid, signal.SIGKILL)
    build.communicate()


def test_a_build_that_is_told_to_stop_stops_mkdocs_and_says_so(root: Path) -> None:
    before = texts(root / "site")
    slow_down(root)
    build = start(root)
    wait_for(root / "started")

    build.send_signal(signal.SIGTERM)
    _, said = build.communicate(timeout=20)

    assert build.returncode == 128 + signal.SIGTERM
    assert said.endswith("Stopped. The last site is unchanged.\n")
    assert texts(root / "site") == before
    assert not (root / "site.next").exists()
    with lock(root / "build") as holder:
        assert holder == ""


def test_two_builds_at_once_are_one_and_the_other_names_it(root: Path) -> None:
    with lock(root / "build") as holder:
        assert holder == ""
        other = run(root, "generator", "build")

    assert other.returncode == 1
    assert f"pid {os.getpid()}" in other.stderr


WATCH = """import os

os.set_blocking(0, False)
missing, ended = 0, False
print("watching", flush=True)
while not ended:
    missing += not os.path.exists("site/a")
    try:
        ended = os.read(0, 1) == b""
    except BlockingIOError:
        pass
print(missing, "times missing")
"""
"""Looks for a page until its input ends."""


def test_a_site_is_never_missing_while_it_is_replaced(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {f"site/{MARKER}": "", "site/a": "old", f"next/{MARKER}": "", "next/a": "new"},
    )
    watcher = subprocess.Popen(
        [sys.executable, "-c", WATCH],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert watcher.stdout
    watcher.stdout.readline()
    for _ in range(200):
        replace_site(tmp_path / "next", tmp_path / "site")
        write_files(tmp_path, {f"next/{MARKER}": "", "next/a": "new"})

    seen, _ = watcher.communicate(timeout=60)

    assert seen == b"0 times missing\n"


@pytest.mark.parametrize("name", ["mkdocs.yml", "content/actors/new.md"])
def test_a_site_that_was_moved_aside_when_a_build_was_killed_comes_back(
    root: Path, name: str
) -> None:
    before = texts(root / "site")
    file = root / name
    written = file.read_text(encoding="utf-8") if file.exists() else ""
    (root / "site").rename(root / "site.old")
    file.write_text("---\nborn: [unclosed\n---\n", encoding="utf-8")

    assert run(root, "generator", "build").returncode == 1

    assert texts(root / "site") == before
    file.unlink()
    if written:
        file.write_text(written, encoding="utf-8")


def test_a_full_disk_is_said_in_a_line(root: Path) -> None:
    before = texts(root / "site")
    write_files(root, {"content/actors/ann.md": "# Ann\n\n" + "She writes.\n\n" * 4000})
    without_coverage = {k: v for k, v in os.environ.items() if not k.startswith("COV")}
    command = [sys.executable, "-m", "generator", "build"]

    done = subprocess.run(
        ["/bin/sh", "-c", f"ulimit -f 8; exec {shlex.join(command)}"],
        cwd=root,
        env={
            **without_coverage,
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "The last site is unchanged." in done.stderr
    assert texts(root / "site") == before


def test_output_that_cannot_be_written_is_said_in_a_line(root: Path) -> None:
    before = texts(root / "site")
    shutil.rmtree(root / "build/docs/terms")
    write_files(root, {"build/docs/terms": "a file where a folder must be"})
    write_files(root, {"content/terms/new.md": "x\n"})

    done = run(root, "generator", "build")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "build/docs/terms" in done.stderr
    assert texts(root / "site") == before


def test_a_template_that_fails_on_one_page_writes_none(root: Path) -> None:
    pages, site = texts(root / "build/docs"), texts(root / "site")
    template = root / "theme/pages/actors.md.jinja"
    template.write_text(template.read_text().replace("note.fields", "nobody.fields", 1))
    write_files(root, {"content/terms/new.md": "x\n"})

    done = run(root, "generator", "build")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "theme/pages: 'nobody' is undefined" in done.stderr
    assert (texts(root / "build/docs"), texts(root / "site")) == (pages, site)


def test_a_page_that_mkdocs_refuses_leaves_the_site(root: Path) -> None:
    before = texts(root / "site")
    write_files(root, {"theme/overrides/main.html": "{% extends 'nothing.html' %}"})

    done = run(root, "generator", "build")

    assert done.returncode == 1
    assert "The last site is unchanged." in done.stderr
    assert texts(root / "site") == before


def test_a_source_that_cannot_be_read_is_a_problem_of_its_own(root: Path) -> None:
    (root / "content/terms").mkdir()
    (root / "content/terms/gone.md").symlink_to("nowhere.md")
    os.mkfifo(root / "content/terms/pipe.md")

    found, problems = read_texts(root, "content")

    assert [text.path for text in found] == ["content/actors/kim-jong-un.md"]
    assert [problem.origin.path for problem in problems] == [
        "content/terms/gone.md",
        "content/terms/pipe.md",
    ]


def test_an_edit_while_mkdocs_runs_is_not_on_the_site_and_on_the_next_it_is(
    root: Path,
) -> None:
    slow_down(root)
    (root / "slow.py").write_text(SLOW.replace("60", "2"))
    build = start(root)
    wait_for(root / "started")

    change(root)
    build.communicate(timeout=60)

    assert "He leads" in shown(root)
    assert run(root, "generator", "build").returncode == 0
    assert "He rules" in shown(root)
