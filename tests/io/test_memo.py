"""The memo: what is found was put there whole, and no fault of the disk is more than a miss."""

from __future__ import annotations

import operator
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.io.memo import MAX_RESULT_BYTES, NAME, Memo, _check, memo_key
from tests.conftest import ROOT

RESULTS = {memo_key("f", "1", str(n)): b"%d" % n * 300 for n in range(40)}
NOBODY = 65534


def keep(folder: Path) -> None:
    with Memo(folder) as memo:
        memo.put_many(RESULTS)


def kept(folder: Path | None) -> dict[bytes, bytes]:
    with Memo(folder) as memo:
        return memo.get_many(RESULTS)


def change(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(folder / NAME, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def start(folder: Path, code: str) -> subprocess.Popen[str]:
    """Start a program that has a memo, keys and results."""
    program = (
        "from pathlib import Path\n"
        "from generator.io.memo import Memo, memo_key\n"
        f"memo = Memo(Path({str(folder)!r}))\n{code}"
    )
    # Coverage would write files of its own, for which a full disk has no room either.
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("COVERAGE_")
    }
    return subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    said, complaint = process.communicate(timeout=60)
    return process.returncode, f"{said}{complaint}".strip()


def test_a_later_build_finds_what_an_earlier_one_kept(tmp_path: Path) -> None:
    folder = tmp_path / "not/yet/there"

    assert kept(folder) == {}
    keep(folder)

    assert kept(folder) == RESULTS
    with Memo(folder) as memo:
        assert memo.get(memo_key("f", "1", "7")) == b"7" * 300
        assert memo.get(memo_key("f", "2", "7")) is None


def test_the_folder_may_be_deleted_at_any_time(tmp_path: Path) -> None:
    with Memo(tmp_path) as memo:
        memo.put_many(RESULTS)
        (tmp_path / NAME).unlink()
        assert memo.get_many(RESULTS) == {}
        memo.put_many(RESULTS)

    assert kept(tmp_path) == RESULTS


def test_without_a_folder_nothing_is_kept() -> None:
    with Memo(None) as memo:
        memo.put_many(RESULTS)
        assert memo.get_many(RESULTS) == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("f", "1", "ab", "c"), ("f", "1", "a", "bc")),
        (("f", "1", "a"), ("f", "1", "a", "")),
        (("f", "1", "a"), ("g", "1", "a")),
        (("f", "1", "a"), ("f", "2", "a")),
        (("f", "1", b"\xff"), ("f", "1", "ÿ")),
    ],
)
def test_a_key_tells_function_version_and_each_argument_apart(
    one: tuple[str, str, str | bytes], other: tuple[str, str, str | bytes]
) -> None:
    assert memo_key(*one) != memo_key(*other)
    assert memo_key(*one) == memo_key(*one)


def test_the_results_used_least_recently_go_when_there_are_too_many(
    tmp_path: Path,
) -> None:
    results = {name: os.urandom(1000) for name in (b"old", b"used", b"new")}
    for name in (b"used", b"old"):
        with Memo(tmp_path) as memo:
            memo.put_many({name: results[name]})
    with Memo(tmp_path) as memo:
        memo.get(b"used")

    with Memo(tmp_path, max_stored_bytes=2500) as memo:
        memo.put_many({b"new": results[b"new"]})

    with Memo(tmp_path) as memo:
        assert set(memo.get_many(results)) == {b"used", b"new"}


def test_a_result_that_is_too_large_is_not_kept(tmp_path: Path) -> None:
    with Memo(tmp_path) as memo:
        memo.put_many({b"large": bytes(MAX_RESULT_BYTES + 1), b"small": b"1"})

        assert memo.get_many([b"large", b"small"]) == {b"small": b"1"}


DAMAGES: dict[str, Callable[[Path], object]] = {
    "not a database": lambda path: path.write_bytes(b"<html>" * 1000),
    "empty": lambda path: path.write_bytes(b""),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:9000]),
    "another table": lambda path: change(
        path.parent, "DROP TABLE memo", "CREATE TABLE memo (key, packed)"
    ),
    "a trigger": lambda path: change(
        path.parent,
        "CREATE TRIGGER t AFTER UPDATE ON memo BEGIN DELETE FROM memo; END",
    ),
    "text for bytes": lambda path: change(
        path.parent, "UPDATE memo SET packed = 'text', used = 'text'"
    ),
    "results of other keys": lambda path: change(
        path.parent, "UPDATE memo SET packed = (SELECT max(packed) FROM memo)"
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_file_that_is_not_our_memo_is_as_good_as_none(
    tmp_path: Path, damage: str
) -> None:
    keep(tmp_path)
    DAMAGES[damage](tmp_path / NAME)

    found = kept(tmp_path)

    assert found.items() <= RESULTS.items()
    assert len(found) < len(RESULTS)
    keep(tmp_path)
    assert kept(tmp_path) == RESULTS


PAGE_BYTES = 4096
"""Bytes of a page of SQLite, whose first ones say where its rows are."""


@given(st.data())
def test_a_damaged_file_never_gives_another_result(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        keep(folder)
        content = bytearray((folder / NAME).read_bytes())
        pages = st.sampled_from(range(0, len(content), PAGE_BYTES))
        heads = st.builds(operator.add, pages, st.integers(0, 119))
        places = st.one_of(st.integers(0, len(content) - 1), heads)
        for at in data.draw(st.lists(places, min_size=1, max_size=5)):
            content[at] = data.draw(st.integers(0, 255))
        (folder / NAME).write_bytes(content)

        assert kept(folder).items() <= RESULTS.items()
        keep(folder)
        assert kept(folder) == RESULTS


def test_a_result_that_unpacks_to_more_than_is_ever_kept_is_none(
    tmp_path: Path,
) -> None:
    keep(tmp_path)
    bomb = zlib.compress(bytes(MAX_RESULT_BYTES * 2), 9)
    key = next(iter(RESULTS))
    with closing(sqlite3.connect(tmp_path / NAME)) as connection, connection:
        row = (_check(key, bomb) + bomb, key)
        connection.execute("UPDATE memo SET packed = ? WHERE key = ?", row)

    assert key not in kept(tmp_path)


@pytest.mark.parametrize("name", ["file/below", "file"])
def test_where_no_folder_can_be_nothing_is_kept(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()

    keep(tmp_path / name)

    assert kept(tmp_path / name) == {}


def test_a_folder_of_the_files_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()

    keep(tmp_path)

    assert kept(tmp_path) == {}
    assert (tmp_path / NAME).is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not read-only there")
def test_a_folder_that_is_read_only_is_read(tmp_path: Path) -> None:
    with _read_only(tmp_path) as folder:
        assert kept(folder) == RESULTS
        with Memo(folder) as memo:
            memo.put_many({b"new": b"1"})
            assert memo.get(b"new") is None
        assert [path.name for path in folder.iterdir()] == [NAME]


@contextmanager
def _read_only(root: Path) -> Iterator[Path]:
    """Yield a folder with a memo that this user, or nobody in place of root, cannot change."""
    with tempfile.TemporaryDirectory(dir="/tmp") as place:
        folder = Path(place, root.name)
        keep(folder)
        (folder / NAME).chmod(0o444)
        folder.chmod(0o555)
        Path(place).chmod(0o755)
        before = os.geteuid()
        if before == 0:
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            os.seteuid(before)
            folder.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_on_a_full_disk_nothing_is_kept(tmp_path: Path) -> None:
    keep(tmp_path)
    full = start(
        tmp_path,
        "import os, resource, signal\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "with memo: memo.put_many({b'%d' % n: os.urandom(9000) for n in range(99)})\n"
        "print(memo.get(b'1'))\n",
    )

    assert ended(full) == (0, "None")
    assert kept(tmp_path) == RESULTS


WRITES_FOR_EVER = """
import os
results = {memo_key("f", "1", str(n)): os.urandom(100_000) for n in range(40)}
while True:
    for letter in b"ab":
        memo.put_many({key: bytes([letter]) + noise for key, noise in results.items()})
        print("written", flush=True)
"""
JOURNAL = f"{NAME}-journal"


def test_a_build_that_is_killed_while_it_writes_leaves_all_or_nothing(
    tmp_path: Path,
) -> None:
    keys = [memo_key("f", "1", str(n)) for n in range(40)]
    was_half_written = False
    for _ in range(3):
        build = start(tmp_path, WRITES_FOR_EVER)
        assert build.stdout
        build.stdout.readline()
        while not (tmp_path / JOURNAL).exists():
            time.sleep(0)
        build.kill()
        build.communicate(timeout=60)
        was_half_written |= (tmp_path / JOURNAL).exists()

        with Memo(tmp_path) as memo:
            found = memo.get_many(keys)
        assert set(found) == set(keys)
        assert len({result[:1] for result in found.values()}) == 1
    assert was_half_written
    keep(tmp_path)
    assert kept(tmp_path) == RESULTS


def test_builds_share_a_memo(tmp_path: Path) -> None:
    code = (
        "for n in range(60):\n"
        "    with memo: memo.put_many({b'%d %d' % (me, n): b'%d' % n})\n"
    )
    builds = [start(tmp_path, f"me = {number}\n{code}") for number in range(3)]

    assert [ended(build) for build in builds] == [(0, "")] * 3

    names = {b"%d %d" % (build, n): b"%d" % n for build in range(3) for n in range(60)}
    with Memo(tmp_path) as memo:
        assert memo.get_many(names) == names


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked there")
def test_a_memo_is_shared_with_forked_processes(tmp_path: Path) -> None:
    forked = start(
        tmp_path,
        "import os\n"
        "with memo:\n"
        "    memo.put_many({b'parent': b'1'})\n"
        "    child = os.fork()\n"
        "    if child == 0:\n"
        "        memo.put_many({b'child': memo.get(b'parent') or b''})\n"
        "        os._exit(0)\n"
        "    os.waitpid(child, 0)\n"
        "    print(memo.get(b'child'))\n",
    )

    assert ended(forked) == (0, "b'1'")
