"""How a note is begun: its path, its first lines, and what is never written over."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.app.cli import main
from tests.conftest import write_files

KIM = {"content/actors/kim.md": "---\ntitle: Kim Jong Un\n---\nx\n"}


@pytest.mark.parametrize(
    ("kind", "title", "path", "text"),
    [
        ("actors", "Choe Son Hui", "actors/choe-son-hui", "title: Choe Son Hui"),
        ("terms", "Żółw: a", "terms/zolw-a", 'title: "Żółw: a"'),
        ("events", "1961", "events/1961", 'title: "1961"\ndate:'),
    ],
)
def test_new_begins_a_note(
    tmp_path: Path, kind: str, title: str, path: str, text: str
) -> None:
    write_files(tmp_path, KIM)

    ran = CliRunner().invoke(main, ["--root", str(tmp_path), "new", kind, title])

    assert (ran.exit_code, ran.stdout) == (0, f"content/{path}.md\n")
    assert (tmp_path / f"content/{path}.md").read_text(
        encoding="utf-8"
    ) == f"---\n{text}\n---\n"


@pytest.mark.parametrize("title", ["Kim Jong Un", "kim jong un", "../x/../kim", "金"])
def test_new_writes_over_nothing_and_nowhere_else(tmp_path: Path, title: str) -> None:
    others = {"content/actors/a-name.md": "x", "content/actors/x-kim.md": "x"}
    write_files(tmp_path, {**KIM, **others})
    before = sorted(tmp_path.rglob("*"))

    ran = CliRunner().invoke(main, ["--root", str(tmp_path), "new", "actors", title])

    assert ran.exit_code == 1
    assert "was not written" in ran.stderr
    assert sorted(tmp_path.rglob("*")) == before
