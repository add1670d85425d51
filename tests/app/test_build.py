"""The whole pipeline: what is read, what is written, and that it is the same everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.app.build import build
from generator.app.examine import Report, check
from generator.io.files import Written
from tests.conftest import ROOT, WriteProject, docs_of, texts, write_files

KIM = "---\ntitle: Kim Jong Un\ntype: person\n---\nKim Jong Un leads North Korea [@post].\n"
KOREA = "---\ntitle: North Korea\ntype: state\naliases: [DPRK]\n---\nA state.\n"
POST = (
    "---\ntitle: The Post's report\npublisher: The Post\n---\nKim leads the country.\n"
)
SITE = {
    "content/actors/kim-jong-un.md": KIM,
    "content/actors/north-korea.md": KOREA,
    "content/events/summit.md": "---\ndate: 2024-06-19\nactors: [DPRK]\n---\nDPRK and Kim met.\n",
    "seeds/post.md": POST,
}


def stamps(folder: Path) -> dict[Path, tuple[int, int, int]]:
    """Return which file each is and when it was written, but not when it was last read."""
    stats = {path: path.stat() for path in folder.rglob("*")}
    return {
        path: (stat.st_ino, stat.st_mtime_ns, stat.st_size)
        for path, stat in stats.items()
    }


def written(report: Report) -> Written:
    assert report.written, report.diagnostics
    return report.written


ABOUT_ALWAYS = ("corrections", "data", "names", "quotations", "worklist")
"""Pages about the site that are there whatever it holds."""


def test_a_first_build_writes_a_page_for_every_note_source_and_index(
    project: WriteProject,
) -> None:
    root = project(SITE)

    report = build(root, docs_of(root))

    assert report.ok
    assert (report.notes, report.sources) == (3, 1)
    pages = {name for name in texts(docs_of(root)) if name.endswith(".md")}
    folders = ("topics", "actors", "treaties", "events", "places", "terms", "sources")
    assert pages == {
        "index.md",
        *(f"{folder}/index.md" for folder in folders),
        *(f"about/{name}.md" for name in ABOUT_ALWAYS),
        "actors/kim-jong-un.md",
        "actors/north-korea.md",
        "events/summit.md",
        "sources/post.md",
    }


def test_a_second_build_writes_nothing(project: WriteProject) -> None:
    root = project(SITE)
    first = written(build(root, docs_of(root)))
    before = stamps(docs_of(root))

    again = written(build(root, docs_of(root)))

    assert again == Written((), len(first.changed), ())
    assert stamps(docs_of(root)) == before


def test_an_edit_writes_only_the_pages_that_show_it(project: WriteProject) -> None:
    root = project(SITE)
    build(root, docs_of(root))
    write_files(root, {"content/actors/kim-jong-un.md": KIM.replace("leads", "rules")})

    again = written(build(root, docs_of(root)))

    assert set(again.changed) == {
        "actors/kim-jong-un.md",
        "actors/north-korea.md",
        "data/knowledge.json",
        "sources/post.md",
    }


def test_pages_of_deleted_notes_go_away(project: WriteProject) -> None:
    root = project(SITE)
    build(root, docs_of(root))
    (root / "content/events/summit.md").unlink()

    again = written(build(root, docs_of(root)))

    assert again.removed == ("assets/names/su.json", "events/summit.md")
    assert not (docs_of(root) / "events/summit.md").exists()


def test_what_does_not_belong_in_docs_dir_goes_away_but_its_gitignore_stays(
    project: WriteProject,
) -> None:
    root = project(
        {**SITE, "build/docs/.gitignore": "*\n", "build/docs/old/page.md": "Old."}
    )

    assert written(build(root, docs_of(root))).removed == ("old/page.md",)
    assert (docs_of(root) / ".gitignore").read_text(encoding="utf-8") == "*\n"


@pytest.mark.parametrize(
    "broken",
    [
        {"content/actors/kim-jong-un.md": KIM.replace("type:", "typ:")},
        {"content/actors/kim-jong-un.md": KIM.replace("@post", "@past")},
        {"content/actors/kim-jong-un.md": "---\ntitle: Kim\n"},
        {"seeds/post.md": POST.replace("publisher", "publsher")},
        {"content/actors/dprk.md": "---\ntitle: DPRK\n---\nThe same state.\n"},
    ],
    ids=["field", "citation", "front matter", "source", "clash"],
)
def test_an_error_leaves_the_last_good_pages(
    project: WriteProject, broken: Mapping[str, str]
) -> None:
    root = project(SITE)
    build(root, docs_of(root))
    before = texts(docs_of(root))
    write_files(root, {**broken, "content/actors/putin.md": "Putin is well.\n"})

    report = build(root, docs_of(root))

    assert not report.ok
    assert report.written is None
    assert texts(docs_of(root)) == before


def test_check_writes_nothing(project: WriteProject) -> None:
    root = project(SITE)

    assert check(root).ok
    assert texts(docs_of(root)) == {}


def test_a_project_without_a_note_still_has_its_index_pages(
    project: WriteProject,
) -> None:
    root = project({})

    report = build(root, docs_of(root))

    assert report.ok
    assert (docs_of(root) / "actors/index.md").is_file()


def test_drafts_have_no_page_and_leave_no_trace(project: WriteProject) -> None:
    draft = "---\ntitle: Project Zeta\ndraft: true\ndate: 2025-01-01\n---\nA rumour [@post].\n"
    root = project(SITE)
    build(root, docs_of(root))
    before = texts(docs_of(root))
    write_files(root, {"content/events/zeta.md": draft})

    report = build(root, docs_of(root))

    assert report.ok
    assert texts(docs_of(root)) == before


def test_notes_written_on_any_system_give_the_same_pages(project: WriteProject) -> None:
    root = project(SITE)
    build(root, docs_of(root))
    for name, text in SITE.items():
        (root / name).write_bytes(text.replace("\n", "\r\n").encode())

    assert written(build(root, docs_of(root))).changed == ()


RENDER = """
import hashlib, sys
from pathlib import Path
from generator.app.examine import examine
from generator.app.site_files import site_files

root = Path()
workers = int(sys.argv[1])
examined = examine(root, workers=workers)
print(*examined.report.diagnostics, sep="\\n")
for file in site_files(root, examined.site, root / "build/docs", workers):
    print(file.path, hashlib.sha256(file.content).hexdigest())
"""
"""Run alone, since a process with the threads of a test run starts no workers."""


def test_any_number_of_workers_makes_the_same_pages(project: WriteProject) -> None:
    many = {
        f"content/terms/term-{number}.md": f"---\ntitle: Term {number}\n---\nDPRK. [[Nowhere]]\n"
        for number in range(150)
    }
    root = project(SITE | many)

    made = [
        subprocess.run(
            [sys.executable, "-c", RENDER, workers],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
            text=True,
        ).stdout.splitlines()
        for workers in ("1", "2", "4")
    ]

    assert len(made[0]) > len(many)
    assert any("Nowhere" in line for line in made[0])
    assert sorted(made[0]) == sorted(made[1]) == sorted(made[2])
