"""How a command shows that it is at work: on a terminal, in CI, and where nobody looks."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import redirect_stderr
from io import StringIO

import pytest

from generator.app.console import Progress, progress_line
from generator.io.progress import Step, begin, each
from tests.conftest import WriteProject, run

KIM = "---\ntitle: Kim Jong Un\n---\nHe leads North Korea.\n"
ERASE = "\r\033[K"


class Terminal(StringIO):
    """Text that counts as a terminal."""

    def isatty(self) -> bool:
        return True


def shown(work: Callable[[], object], seconds_a_look: float) -> list[str]:
    """Return every line that a terminal shows during work, one after another."""
    with redirect_stderr(Terminal()) as terminal, Progress(Clock(seconds_a_look)):
        work()
    return terminal.getvalue().split(ERASE)


def link(count: int) -> None:
    for _ in each("Linking", range(count), count):
        pass


class Clock:
    """Runs on by a step each time it is read."""

    def __init__(self, step: float) -> None:
        self.now = 0.0
        self.step = step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@pytest.mark.parametrize(
    ("step", "seconds", "line"),
    [
        (Step("Linking"), 5, "Linking …"),
        (Step("Linking", 0, 1200), 0, f"Linking {'░' * 24} 0 of 1,200"),
        (
            Step("Linking", 600, 1200),
            3,
            f"Linking {'█' * 12}{'░' * 12} 600 of 1,200, 3 s left",
        ),
        (Step("Linking", 1, 48), 10, f"Linking {'░' * 24} 1 of 48, 8 min left"),
        (Step("Linking", 5, 48), 0.9, f"Linking ██{'░' * 22} 5 of 48"),
        (Step("Linking", 48, 48), 9, f"Linking {'█' * 24} 48 of 48, 0 s left"),
    ],
)
def test_a_line_says_what_is_done_and_how_long_it_may_take(
    step: Step, seconds: float, line: str
) -> None:
    assert progress_line(step, seconds) == line


def test_quick_work_shows_nothing() -> None:
    assert shown(lambda: link(50), 0.01) == [""]


def test_slow_work_shows_a_bar_and_leaves_the_terminal_clean() -> None:
    first, *bars, last = shown(lambda: link(50), 0.2)

    assert first == last == ""
    assert all(bar.startswith("Linking ") for bar in bars)
    assert bars[-1].endswith(" 50 of 50, 0 s left")


def test_a_bar_is_not_drawn_more_often_than_can_be_seen() -> None:
    assert 30 < len(shown(lambda: link(5000), 0.001)) < 50


def test_what_cannot_be_counted_is_shown_at_once() -> None:
    assert shown(lambda: begin("Indexing"), 0) == ["", "Indexing …", ""]


def test_a_line_fits_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")

    assert max(map(len, shown(lambda: link(5), 1))) == 19


def test_a_bar_starts_no_thread() -> None:
    """With a thread that draws, this process could not be copied into workers."""
    before = set(threading.enumerate())
    during: list[set[threading.Thread]] = []

    def work() -> None:
        link(50)
        during.append(set(threading.enumerate()))

    bars = shown(work, 1)

    assert len(bars) > 2
    assert during[0] <= before


STAGES = """\
Reading notes and sources
Parsing notes: 1
Linking names and citations: 1
Rendering pages: """


def test_a_log_has_a_line_for_each_stage(project: WriteProject) -> None:
    root = project({"content/actors/kim-jong-un.md": KIM})

    ran = run(root, "generator", "build", "--pages-only", CI="true")

    assert ran.stderr.startswith(STAGES)
    assert "\r" not in ran.stderr
    assert "\033" not in ran.stderr
    assert "Rendering" not in ran.stdout
