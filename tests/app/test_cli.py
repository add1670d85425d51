"""The command line: what each command says, writes and exits with."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.app import lazy_commands
from generator.io.lock import lock
from tests.conftest import ROOT, WriteProject, docs_of, run, say, texts, write_files

KIM = "---\ntitle: Kim Jong Un\ntype: person\n---\nHe leads North Korea.\n"
WRONG = KIM.replace("type:", "typ:")
PATH = "content/actors/kim-jong-un.md"
COMMANDS = (
    "audit",
    "build",
    "check",
    "digest",
    "fmt",
    "import",
    "index",
    "mentions",
    "new",
    "portable",
    "quote",
    "seal",
    "serve",
    "suggest",
)


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_every_command_has_help(
    project: WriteProject, command: str, option: str
) -> None:
    result = say(project({}), *([command] if command else []), option)

    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: main {command}".rstrip())
    assert re.search(r"\n\n  [A-Z][^.]+[.]", result.stdout)


def test_help_lists_every_command(project: WriteProject) -> None:
    listed = re.findall(
        r"^  (\w+)  +[A-Z]", say(project({}), "--help").stdout, re.MULTILINE
    )

    assert listed == list(COMMANDS)
    assert listed == sorted(lazy_commands.COMMANDS)


@pytest.mark.parametrize("command", ["check", "build"])
def test_fine_notes_exit_0(project: WriteProject, command: str) -> None:
    extra = ["--pages-only"] if command == "build" else []

    result = say(project({PATH: KIM}), command, *extra)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("1 note, 0 sources")


@pytest.mark.parametrize("command", ["check", "build"])
def test_problems_exit_1_and_are_told_by_place(
    project: WriteProject, command: str
) -> None:
    root = project({PATH: WRONG})

    result = say(root, command)

    assert result.exit_code == 1
    assert result.stderr == (
        f"{PATH}:3:1: error[unknown-field] actors have no field 'typ'\n    Did you mean 'type'?\n"
    )
    assert result.stdout == "1 note, 0 sources; 1 error.\n"
    assert not (root / "site").exists()
    assert texts(docs_of(root)) == {}


def test_warnings_alone_exit_0(project: WriteProject) -> None:
    result = say(project({PATH: KIM, "content/actors/kim.jpg": "no image"}), "check")

    assert result.exit_code == 0
    assert "warning[bad-file]" in result.stderr
    assert result.stdout == "1 note, 0 sources; 1 warning.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["--bogus", "check"],
        ["build", "--bogus"],
        ["check", "--format", "xml"],
        ["check", "extra"],
        ["fmt", "content/actors/nobody.md"],
        ["fmt", "content"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_2_and_says_what_would_do(
    project: WriteProject, arguments: list[str]
) -> None:
    result = say(project({PATH: KIM}), *arguments)

    assert result.exit_code == 2
    assert "Usage:" in result.stderr
    assert "Error:" in result.stderr


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("root", ["nowhere", "empty", "file"])
def test_a_root_that_is_no_project_exits_2(
    tmp_path: Path, command: str, root: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()

    result = say(tmp_path / root, command)

    assert result.exit_code == 2
    assert "root" in result.stderr
    assert root in result.stderr


def test_a_project_without_a_theme_is_told_what_it_lacks(tmp_path: Path) -> None:
    write_files(tmp_path, {PATH: KIM})

    result = say(tmp_path, "build")

    assert result.exit_code == 2
    assert "theme/pages" in result.stderr


def test_github_annotations_stand_beside_their_lines(project: WriteProject) -> None:
    result = say(
        project({PATH: WRONG, "seeds/a.txt": "x"}), "check", "--format", "github"
    )

    first, second, last = result.stdout.splitlines()
    assert first == (
        f"::error file={PATH},line=3,col=1,title=unknown-field::"
        "actors have no field 'typ'%0ADid you mean 'type'?"
    )
    assert second.startswith("::warning file=seeds/a.txt,line=1,col=1,title=bad-file::")
    assert last == "1 note, 0 sources; 1 error; 1 warning."
    assert (result.exit_code, result.stderr) == (1, "")


def test_json_is_one_document_that_holds_every_problem(project: WriteProject) -> None:
    files = {
        PATH: WRONG,
        "seeds/a.txt": "x",
        "content/terms/theta.md": "[[nobody]]\n" * 60,
    }
    root = project(files)

    result = say(root, "check", "--format", "json", "--worklist", "show")
    fine = say(project({}), "check", "--format", "json")

    found = json.loads(result.stdout)
    assert found[0] == {
        "file": PATH,
        "line": 3,
        "column": 1,
        "severity": "error",
        "code": "unknown-field",
        "message": "actors have no field 'typ'",
        "hint": "Did you mean 'type'?",
    }
    assert [item["line"] for item in found[1:-1]] == list(range(1, 61))
    assert found[-1]["severity"] == "warning"
    assert result.exit_code == 1
    assert "Notes without any source" in result.stderr
    assert json.loads(fine.stdout) == found


def test_of_many_problems_of_a_code_in_a_file_some_are_shown(
    project: WriteProject,
) -> None:
    many = "[[nobody]]\n" * 60
    root = project(
        {"content/terms/theta.md": many, "content/terms/zeta.md": f"{many}[@none]\n"}
    )

    result = say(root, "check")

    lines = [line for line in result.stderr.splitlines() if "error[" in line]
    assert len(lines) == 51 + 51 + 1
    assert lines[50] == (
        "content/terms/theta.md:51:1: error[unknown-note]"
        " 10 more problems with this code in this file"
    )
    assert lines[-1].startswith("content/terms/zeta.md:61:1: error[unknown-source]")
    assert result.stdout == "2 notes, 0 sources; 121 errors.\n"


def test_build_says_what_it_wrote_and_where_the_site_is(project: WriteProject) -> None:
    root = project({PATH: KIM})

    first = say(root, "build")
    again = say(root, "build")

    written = len(texts(docs_of(root)))
    assert first.exit_code == again.exit_code == 0
    assert first.stdout.splitlines() == [
        f"1 note, 0 sources; {written} pages written, 0 unchanged, 0 removed.",
        f"The site is {root / 'site/index.html'}",
    ]
    assert f"; 0 pages written, {written} unchanged, 0 removed." in again.stdout
    assert (root / "site/actors/kim-jong-un/index.html").is_file()


def test_pages_only_leaves_the_site_alone(project: WriteProject) -> None:
    root = project({PATH: KIM})

    assert say(root, "build", "--pages-only").exit_code == 0
    assert (docs_of(root) / "actors/kim-jong-un.md").is_file()
    assert not (root / "site").exists()


def test_a_build_says_so_when_another_is_at_work(project: WriteProject) -> None:
    root = project({PATH: KIM})

    with lock(root / "build"):
        result = say(root, "build")

    assert result.exit_code == 1
    assert "nothing was built" in result.stderr


def test_a_build_writes_no_page_while_another_is_at_work(project: WriteProject) -> None:
    root = project({PATH: KIM})

    with lock(root / "build"):
        say(root, "build")

    assert texts(docs_of(root)) == {}


ASCII_ONLY: Mapping[str, str] = {
    "LC_ALL": "C",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONUTF8": "0",
}


@pytest.mark.parametrize("environment", [{}, ASCII_ONLY], ids=["as it is", "ASCII"])
@pytest.mark.parametrize(
    ("text", "code"), [(KIM, 0), (WRONG, 1), ("---\nłódź: 朝鲜\n---\n", 1)]
)
def test_the_module_runs_and_is_quiet_when_not_at_a_terminal(
    project: WriteProject, text: str, code: int, environment: Mapping[str, str]
) -> None:
    ran = run(
        project({PATH: text}), "generator", "build", "--pages-only", **environment
    )

    assert ran.returncode == code
    assert "Traceback" not in ran.stderr
    assert "\r" not in ran.stderr + ran.stdout
    assert "\033" not in ran.stderr + ran.stdout
    assert bool(ran.stderr) == bool(code)


def test_serve_passes_on_what_mkdocs_says(project: WriteProject) -> None:
    ran = run(project({PATH: WRONG}), "generator", "serve", "--address", "127.0.0.1:0")

    assert ran.returncode == 1
    assert "actors have no field 'typ'" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_terminal_is_told_what_is_going_on_and_left_clean(
    project: WriteProject,
) -> None:
    root = project({PATH: KIM})
    ours, theirs = pty.openpty()

    ran = subprocess.run(
        [sys.executable, "-m", "generator", "build"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=theirs,
        check=True,
    )
    os.close(theirs)

    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "Indexing words for the search …" in shown
    assert shown.endswith("\r\033[K")
    assert b"\033" not in ran.stdout


def test_mentions_says_of_each_name_what_it_means(
    tmp_path: Path, project: WriteProject
) -> None:
    root = project({PATH: KIM})
    write_files(
        tmp_path, {"notes/natta.md": "---\ntitle: Giulio Natta\ntype: person\n---\n"}
    )
    text = tmp_path / "text.md"
    text.write_text(
        "---\ntitle: x\n---\nGiulio Natta won. `Natta` and Natta.", encoding="utf-8"
    )

    result = say(
        root, "mentions", "--json", "--notes", str(tmp_path / "notes"), str(text)
    )
    plain = say(root, "mentions", "--notes", str(tmp_path / "notes"), str(text))

    found = json.loads(result.stdout)["mentions"]
    assert [
        (item["start"], item["text"], item["note"], item["step"]) for item in found
    ] == [
        (0, "Giulio Natta", "natta", "unique"),
        (30, "Natta", "natta", "named"),
    ]
    assert "text.md:30-35: 'Natta' → natta (named: " in plain.stdout


def test_an_id_that_is_none_is_told_which_one_would_do(project: WriteProject) -> None:
    root = project({"an.txt": "Words.\n"})

    result = say(root, "import", str(root / "an.txt"), "--id", "Foo_Bar")

    assert result.exit_code == 1
    assert result.stderr.endswith(". Use --id foo-bar.\n")


def test_a_record_with_an_error_is_corrected_before_it_is_quoted(
    project: WriteProject,
) -> None:
    root = project({"seeds/an.md": "---\nrights: Open\n---\nMany words are here.\n"})

    result = say(root, "quote", "an", "Many words are here")

    assert result.exit_code == 1
    assert result.stderr == "seeds/an.md has an error; run explainers check\n"
