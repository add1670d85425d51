"""The worklist: what is thin, disputed or old, and when it counts as old."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.app.assemble import assemble
from generator.app.cli import main
from generator.app.load import load
from generator.artifacts import TextFile
from generator.facts.history import Calendar, Change
from generator.facts.review_queue import TASK_KINDS, count_tasks
from generator.io.environment import today
from generator.io.git import history
from tests.conftest import git

SOURCES = {
    "seeds/weak.md": "---\nreliability: low\n---\nText.",
    "seeds/good.md": "---\nreliability: high\n---\nText.",
}
LONG = "This paragraph has more than a dozen words, and yet no source is named in it."
CALENDAR = Calendar(
    date(2024, 6, 1),
    {"seeds/good.md": (Change(datetime(2024, 5, 1, tzinfo=UTC), "x"),)},
)


def tasks(note: str, calendar: Calendar | None = None) -> list[tuple[str, str]]:
    files = {**SOURCES, "content/terms/tale.md": note}
    assembled = assemble(
        load(TextFile(path, text) for path, text in files.items()), calendar=calendar
    )
    assert not assembled.problems
    return [(task.kind, task.text) for task in assembled.site.evidence.tasks]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("---\nclaims: {says: So., for: good}\n---\nx", []),
        ("---\nclaims: {says: So.}\n---\nx [@good]", [("unsupported", "So.")]),
        ("---\nclaims: {says: So., for: weak}\n---\nx", [("low-only", "So.")]),
        ("---\nclaims: {says: So., for: [weak, good]}\n---\nx", []),
        ("---\nclaims: {says: So., against: good}\n---\nx", []),
        (
            "---\nclaims: {says: So., verdict: disputed, for: weak, against: good}\n---\nx",
            [("low-only", "So."), ("disputed", "So.")],
        ),
        ("x", [("no-sources", "")]),
        ("---\nsources: good\n---\nx", []),
        (f"{LONG}\n\n{LONG} [@good]", [("uncited", LONG)]),
        (f"## {LONG}\n\n    {LONG}\n\nx [@good]", []),
        ('It said "one two" [@good].', [("unchecked-quotation", "one two")]),
    ],
)
def test_what_is_thin_is_a_task(note: str, expected: list[tuple[str, str]]) -> None:
    assert tasks(note) == expected


@pytest.mark.parametrize(
    ("fields", "is_stale"),
    [
        ("checked: 2024-05-02\ncheck_every: 30d", False),
        ("checked: 2024-05-02\ncheck_every: 29d", True),
        ("checked: 2024-05\ncheck_every: 1d", False),
        ("checked: 2023\ncheck_every: 4m", True),
        ("check_every: 1d", False),
        ("checked: 9999-12-31\ncheck_every: 9999y", False),
        ("checked: 1990", False),
        ("checked: 2024-04-30\nclaims: {says: So., for: good}", True),
        ("checked: 2024-05-01\nclaims: {says: So., for: good}", False),
        ("checked: 1990\nclaims: {says: So., for: good, checked: 2024-05-01}", False),
        ("checked: 2024-04-30\nclaims: {says: So., for: weak, against: good}", True),
        ("claims: {says: So., for: good}", False),
    ],
)
def test_what_is_older_than_its_sources_or_than_it_may_be_is_stale(
    fields: str, *, is_stale: bool
) -> None:
    note = f"---\n{fields}\nsources: good\n---\nx"

    assert ("stale" in dict(tasks(note, CALENDAR))) is is_stale
    assert "stale" not in dict(tasks(note))


def test_counts_name_every_kind() -> None:
    assert list(count_tasks([])) == list(TASK_KINDS)


def test_git_says_how_each_file_changed(tmp_path: Path) -> None:
    assert history(tmp_path / "nowhere") == {}
    git(tmp_path, "init")
    (tmp_path / "seeds").mkdir()
    for name, day in (("a", "2024-01-01"), ("b", "2024-02-01")):
        (tmp_path / "seeds" / name).write_text(name, encoding="utf-8")
        git(tmp_path, "add", f"seeds/{name}")
        git(tmp_path, "commit", "-m", f"Begin {name}", day=day)
    (tmp_path / "seeds/b").write_text("b, and more", encoding="utf-8")
    git(tmp_path, "commit", "-am", "Add to b", day="2024-03-01")
    git(tmp_path, "mv", "seeds/b", "seeds/c ü")
    git(tmp_path, "commit", "-m", "Call b c", day="2024-03-02")

    found = {
        path: [(str(change.day), change.what) for change in changes]
        for path, changes in history(tmp_path).items()
    }

    assert found == {
        "seeds/a": [("2024-01-01", "Begin a")],
        "seeds/c ü": [
            ("2024-03-02", "Call b c"),
            ("2024-03-01", "Add to b"),
            ("2024-02-01", "Begin b"),
        ],
    }
    git(tmp_path, "clone", "--depth=1", f"file://{tmp_path}", str(tmp_path / "shallow"))
    assert history(tmp_path / "shallow") == {}


def test_the_day_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")

    assert today() == date(1970, 1, 2)


@pytest.mark.parametrize("epoch", ["yesterday", "²", "9" * 30, "1e9"])
def test_a_day_that_is_none_is_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    (tmp_path / "content").mkdir()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    ran = CliRunner().invoke(main, ["--root", str(tmp_path), "check"])

    assert ran.exit_code == 2
    assert "SOURCE_DATE_EPOCH" in ran.stderr


@pytest.mark.parametrize(("option", "code"), [("show", 0), ("fail", 1)])
def test_the_worklist_fails_a_check_only_if_asked(
    tmp_path: Path, option: str, code: int
) -> None:
    (tmp_path / "content/terms").mkdir(parents=True)
    (tmp_path / "content/terms/tale.md").write_text("x", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Tales\n", encoding="utf-8")

    ran = CliRunner().invoke(
        main, ["--root", str(tmp_path), "check", "--worklist", option]
    )

    assert ran.exit_code == code
    assert "     1 Notes without any source\n" in ran.stdout
