"""The demo's story: how much there is, and that its own editors find nothing amiss."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.settings import PATH
from tests.conftest import ROOT, lay_out, say

AT_LEAST = {"actors": 44, "events": 85, "terms": 12, "topics": 4, "treaties": 15}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Copy the demo with its own configuration."""
    lay_out(tmp_path)
    for folder in ("content", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder, dirs_exist_ok=True)
    shutil.copy(ROOT / PATH, tmp_path / PATH)
    return tmp_path


@pytest.mark.parametrize(("folder", "count"), AT_LEAST.items())
def test_the_story_is_all_there(folder: str, count: int) -> None:
    assert len(list((ROOT / "content" / folder).glob("*.md"))) >= count


def test_it_rests_on_its_sources() -> None:
    assert len(list((ROOT / "seeds").glob("*.md"))) >= 120


def test_the_check_finds_nothing_amiss(copy: Path) -> None:
    result = say(copy, "check")

    assert result.exit_code == 0
    assert ": error" not in result.stderr


@pytest.mark.parametrize(
    ("note", "code"),
    [
        ("places/kursk", "uncited-sentence"),
        ("actors/kim-jong-un", "uncited-sentence"),
        ("topics/putin-kim-treaty-2024", "uncited-sentence"),
        ("terms/veto", "uncited-paragraph"),
    ],
)
@pytest.mark.parametrize("output", ["text", "github"])
def test_what_cites_no_source_is_reported_at_its_line(
    copy: Path, note: str, code: str, output: str
) -> None:
    file = copy / f"content/{note}.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\nIt is larger than it seems.\n", encoding="utf-8")
    line = text.count("\n") + 2

    result = say(copy, "check", "--format", output)

    assert result.exit_code == 1
    told = result.stdout + result.stderr
    if output == "github":
        assert f"::error file=content/{note}.md,line={line},col=1" in told
    else:
        assert f"content/{note}.md:{line}:1: error[{code}]" in told
