"""A build where nothing changed prints what the last one did, and does nothing else."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.io.environment import CACHE, cache_folder
from generator.io.memo import NAME, Memo
from generator.reuse.builds import (
    Build,
    Inputs,
    Outcome,
    pages_in,
    read_inputs,
    recall,
    remember,
)
from tests.conftest import (
    ROOT,
    WriteProject,
    docs_of,
    git,
    lay_out,
    say,
    texts,
    write_files,
)

FILES = {
    "content/actors/kim.md": "---\ntitle: Kim\ntype: person\n---\nKim met the DPRK.\n",
    "content/actors/dprk.md": "---\ntitle: DPRK\ntype: state\n---\nA state.\n",
    "seeds/post.md": "---\ntitle: A report\npublisher: The Post\n---\nKim leads.\n",
}
WARNED = {"content/actors/a.txt": "not a note"}
SITE = Path("site")
PAGES = ("build", "--pages-only")


def wanted(root: Path, site: Path | None = None) -> Build:
    return Build(root, ("content", "seeds"), Path("build/docs"), site, "text", None)


def inputs(root: Path) -> Inputs:
    found = read_inputs(wanted(root))
    assert found
    return found


def is_recognised(root: Path, site: Path | None = None) -> bool:
    build = wanted(root, site)
    found = read_inputs(build)
    with Memo(cache_folder()) as memo:
        return found is not None and recall(memo, build, found) is not None


@pytest.fixture
def root(project: WriteProject) -> Path:
    return project({**FILES, **WARNED})


def test_a_build_where_nothing_changed_says_the_same(root: Path) -> None:
    first = say(root, *PAGES)
    before = texts(docs_of(root))

    again = say(root, *PAGES)

    assert is_recognised(root)
    assert (again.exit_code, again.stderr) == (0, first.stderr)
    assert "a.txt" in again.stderr
    written = len(before)
    assert first.stdout == (
        f"2 notes, 1 source; 1 warning; {written} pages written, 0 unchanged, 0 removed.\n"
    )
    assert again.stdout == (
        f"2 notes, 1 source; 1 warning; 0 pages written, {written} unchanged, 0 removed.\n"
    )
    assert texts(docs_of(root)) == before


def test_a_build_where_nothing_changed_imports_little(root: Path) -> None:
    say(root, *PAGES)
    code = (
        "import atexit, sys; atexit.register(lambda: print(*sys.modules))\n"
        "from generator.app.cli import main\n"
        f"main(['--root', {str(root)!r}, *{PAGES}])\n"
    )

    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    modules = set(ran.stdout.splitlines()[-1].split())
    assert "generator.reuse.builds" in modules
    assert not modules & {"jinja2", "mkdocs", "pydantic", "generator.text.reader"}


def test_the_whole_site_is_recognised(root: Path) -> None:
    first = say(root, "build")
    site = texts(root / "site")
    assert "actors/kim/index.html" in site

    again = say(root, "build")

    assert again.stdout.splitlines()[1:] == first.stdout.splitlines()[1:]
    assert " 0 pages written" in again.stdout
    assert texts(root / "site") == site

    for left in ("site.next", "site.old"):
        write_files(root, {f"{left}/.explainers-site": ""})
        assert not is_recognised(root, SITE)
        shutil.rmtree(root / left)
        assert is_recognised(root, SITE)
    (root / "site/actors/kim/index.html").unlink()
    assert not is_recognised(root, SITE)
    assert say(root, "build").exit_code == 0
    assert texts(root / "site").keys() == site.keys()


def test_annotations_for_github_are_printed_again(root: Path) -> None:
    first = say(root, *PAGES, "--format", "github")

    again = say(root, *PAGES, "--format", "github")

    assert again.stdout.startswith("::warning file=content/actors/a.txt")
    assert again.stdout.splitlines()[:-1] == first.stdout.splitlines()[:-1]
    assert "::" not in say(root, *PAGES).stdout


def test_a_build_with_errors_is_not_kept(root: Path) -> None:
    write_files(root, {"content/actors/dprk.md": "---\ntitle: [\n---\n"})
    first = say(root, *PAGES)

    assert first.exit_code == 1
    assert not is_recognised(root)
    assert say(root, *PAGES).output == first.output


def test_without_the_cache_everything_is_built(root: Path) -> None:
    say(root, *PAGES)
    key = inputs(root).key
    with Memo(cache_folder()) as memo:
        record = memo.get(key) or b""
        memo.put_many({key: record.replace(b"2 notes", b"9 notes")})
    assert say(root, *PAGES).stdout.startswith("9 notes")

    assert say(root, *PAGES, "--no-cache").stdout.startswith("2 notes")


POISON = (
    b"",
    b"\xff",
    b"[]",
    b"{}",
    b'{"written": 1, "outcome": {}}',
    b'{"written": "a", "outcome": {"problems": "", "summary": "", "published": "", "pages": 1}}',
    b"[" * 100_000,
)


@pytest.mark.parametrize("record", POISON)
def test_what_is_no_record_is_as_good_as_none(root: Path, record: bytes) -> None:
    with Memo(cache_folder()) as memo:
        memo.put_many({inputs(root).key: record})

    assert say(root, *PAGES).exit_code == 0
    assert is_recognised(root)


FILES_READ = (
    "content/actors/kim.md",
    "seeds/post.md",
    "mkdocs.yml",
    "theme/pages/home.md.jinja",
    "theme/overrides/main.html",
    "theme/assets/explainers.css",
)


@pytest.mark.parametrize("name", FILES_READ)
def test_every_file_that_is_read_counts(root: Path, name: str) -> None:
    assert (root / name).is_file()
    before = inputs(root)

    with (root / name).open("a", encoding="utf-8") as file:
        file.write("\n")

    assert inputs(root).key != before.key


@pytest.mark.parametrize("name", ["SITE_URL", "CARDS", "SOURCE_DATE_EPOCH"])
def test_every_variable_that_is_read_counts(
    root: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = inputs(root)

    monkeypatch.setenv(name, "0")

    assert inputs(root).key != before.key


def test_what_is_asked_for_counts(root: Path) -> None:
    build = wanted(root)
    others = (
        replace(build, as_of=date(2024, 1, 1)),
        replace(build, shape="github"),
        replace(build, site=Path("site")),
    )

    keys = [found.key for one in (build, *others) if (found := read_inputs(one))]

    assert len(set(keys)) == 4


def test_the_history_counts(root: Path) -> None:
    keys = [inputs(root).key]
    git(root, "init")
    for number in range(2):
        git(root, "add", "content")
        git(root, "commit", "--allow-empty", "-m", f"commit {number}")
        keys.append(inputs(root).key)
    git(root, "config", "diff.renames", "false")
    keys.append(inputs(root).key)

    assert len(set(keys)) == 4


def test_a_hook_of_another_program_is_not_known(root: Path) -> None:
    (root / "generator").unlink()
    assert read_inputs(wanted(root)) is None

    write_files(root, {"generator/hook/mkdocs_hook.py": "def on_files(files): ..."})
    assert read_inputs(wanted(root)) is None


def test_a_plugin_may_read_anything(root: Path) -> None:
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("  - search:", "  - tags\n  - search:"), "utf-8")

    for _ in range(2):
        assert say(root, *PAGES).exit_code == 0
    assert not is_recognised(root)


@pytest.mark.parametrize(
    ("changed", "is_kept"),
    [("", True), ("content/actors/dprk.md", False), ("build/docs/index.md", False)],
)
def test_a_build_during_which_a_file_changed_is_not_kept(
    root: Path, changed: str, *, is_kept: bool
) -> None:
    build, read = wanted(root), inputs(root)
    say(root, *PAGES, "--no-cache")
    outcome = Outcome("", "", "", pages_in(build))
    if changed:
        (root / changed).touch()  # nobody can know what was there before

    with Memo(cache_folder()) as memo:
        remember(memo, build, read, outcome)

    assert is_recognised(root) == is_kept


def test_where_no_cache_can_be_a_build_is_a_build(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(CACHE, str(tmp_path / "file/below"))

    for _ in range(2):
        built = say(root, *PAGES)
        assert built.exit_code == 0
        assert "a.txt" in built.stderr


def start(root: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "generator", "--root", str(root), *PAGES]
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=ROOT, stdout=nowhere, stderr=nowhere)


@pytest.mark.skipif(sys.platform == "win32", reason="it knows no SIGKILL")
def test_after_a_build_that_is_killed_the_next_one_is_right(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CACHE, str(tmp_path / "cache"))
    say(root, *PAGES, "--no-cache")
    right = texts(docs_of(root))
    memo = tmp_path / "cache" / NAME
    for writes in range(3):  # the table, the result, its use
        memo.unlink(missing_ok=True)
        (docs_of(root) / "actors/kim.md").unlink()
        build = start(root)
        seen: set[int] = set()
        while len(seen) <= writes and build.poll() is None:
            if memo.exists():
                seen.add(memo.stat().st_mtime_ns)
        build.kill()
        build.wait(timeout=60)

        assert say(root, *PAGES).exit_code == 0
        assert texts(docs_of(root)) == right
        assert is_recognised(root)


def test_two_builds_share_the_cache(tmp_path: Path) -> None:
    roots = [tmp_path / "one", tmp_path / "two"]
    for root in roots:
        lay_out(root)
        write_files(root, FILES)
    builds = [start(root) for root in roots]

    assert [build.wait(timeout=120) for build in builds] == [0, 0]

    assert all(map(is_recognised, roots))
    assert texts(docs_of(roots[0])) == texts(docs_of(roots[1]))
    assert json.loads((docs_of(roots[0]) / "data/knowledge.json").read_text("utf-8"))
