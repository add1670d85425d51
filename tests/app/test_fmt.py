"""The command that makes notes canonical, from the command line to the files."""

from __future__ import annotations

import pytest

from tests.conftest import WriteProject, say

PATH = "content/actors/kim-jong-un.md"
CLUMSY = '---\ntype: person\n# of the North\ntitle: "Kim Jong Un"\n---\nHe leads  North Korea.\n'
NEAT = "---\n# of the North\ntitle: Kim Jong Un\ntype: person\n---\nHe leads  North Korea.\n"


def test_fmt_makes_notes_canonical_and_says_which(project: WriteProject) -> None:
    root = project({PATH: CLUMSY, "seeds/post.md": "---\ntitle: Post\n---\n"})

    first = say(root, "fmt")
    again = say(root, "fmt")

    assert (first.exit_code, first.stdout) == (0, f"Changed {PATH}\n")
    assert (root / PATH).read_text(encoding="utf-8") == NEAT
    assert (again.exit_code, again.stdout) == (0, "")


def test_fmt_check_writes_nothing_and_exits_1_if_a_file_would_change(
    project: WriteProject,
) -> None:
    root = project({PATH: CLUMSY})

    result = say(root, "fmt", "--check")

    assert (result.exit_code, result.stdout) == (1, f"Would change {PATH}\n")
    assert (root / PATH).read_text(encoding="utf-8") == CLUMSY


def test_fmt_takes_the_files_it_is_given(project: WriteProject) -> None:
    other = "content/actors/other.md"
    root = project({PATH: CLUMSY, other: CLUMSY})

    assert say(root, "fmt", str(root / PATH)).stdout == f"Changed {PATH}\n"
    assert (root / other).read_text(encoding="utf-8") == CLUMSY


def test_fmt_leaves_a_note_with_problems_as_it_is(project: WriteProject) -> None:
    root = project({PATH: CLUMSY.replace("type:", "typ:")})
    before = (root / PATH).read_bytes()

    result = say(root, "fmt")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "unknown-field" in result.stderr
    assert (root / PATH).read_bytes() == before


def test_fmt_reports_a_file_that_is_not_utf_8(project: WriteProject) -> None:
    root = project({PATH: NEAT})
    (root / PATH).write_bytes(b"---\ntitle: caf\xe9\n---\n")

    result = say(root, "fmt")

    assert result.exit_code == 1
    assert "error[bad-encoding]" in result.stderr


def test_fmt_refuses_a_file_outside_the_project(
    project: WriteProject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "note.md"
    outside.write_text(CLUMSY, encoding="utf-8")

    result = say(project({PATH: NEAT}), "fmt", str(outside))

    assert result.exit_code == 2
    assert outside.read_text(encoding="utf-8") == CLUMSY
