"""Twice the notes take twice the calls, and leave nothing for the garbage collector."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from cProfile import Profile
from datetime import date
from pathlib import Path
from types import CodeType
from typing import TypeVar

import jinja2
import pytest

from generator.app.assemble import assemble
from generator.app.folders import CONTENT, SEEDS, TEMPLATES
from generator.app.load import load
from generator.exports.downloads import downloads
from generator.exports.feeds import feeds
from generator.exports.knowledge import knowledge
from generator.exports.name_index import name_files
from generator.facts.history import Calendar
from generator.io.files import read_texts
from generator.pages.render import lists, render
from generator.pages.templates import environment
from tests.benchmarks.synthetic import write_project
from tests.conftest import ROOT

T = TypeVar("T")
Calls = Counter[str]
NOTES = 60
MAX_GROWTH = 2.1
"""How many times the calls twice as many notes may take."""
MAX_GROWTH_OF_ONE = 2.6
"""The same for one function: what the notes of so small a site have varies."""
MIN_CALLS = 1000
"""A function that is called more rarely matters to no one."""
CALENDAR = Calendar(date(2026, 1, 1), {})


def counted(work: Callable[[], T]) -> tuple[T, Calls]:
    """Return a result, and how often each function was called for it, built-in ones too."""
    profile = Profile()
    result = profile.runcall(work)
    calls: Calls = Counter()
    for entry in profile.getstats():
        name, _, _ = name_of(entry.code).partition(" at 0x")
        calls[name] += entry.callcount
    return result, calls


def name_of(code: CodeType | str) -> str:
    if isinstance(code, str):
        return code
    return f"{code.co_filename}:{code.co_firstlineno} {code.co_name}"


def calls_of(root: Path, notes: int) -> Mapping[str, Calls]:
    """Return the calls of each stage for a site of so many notes."""
    write_project(root, notes)
    texts = [*read_texts(root, CONTENT)[0], *read_texts(root, SEEDS)[0]]
    env = environment(jinja2.FileSystemLoader(ROOT / TEMPLATES))
    loaded, loading = counted(lambda: load(texts))
    assembled, assembling = counted(lambda: assemble(loaded, calendar=CALENDAR))
    site = assembled.site
    _, rendering = counted(lambda: list(render(site, env)))
    _, exporting = counted(
        lambda: [
            *downloads(site),
            *knowledge(site),
            *feeds(site),
            *name_files(site, lists(site)),
        ]
    )
    return {
        "load": loading,
        "assemble": assembling,
        "render": rendering,
        "export": exporting,
    }


@pytest.fixture(scope="module")
def growth(
    tmp_path_factory: pytest.TempPathFactory,
) -> Mapping[str, tuple[Calls, Calls]]:
    """The calls of each stage for a site, and for one of twice as many notes."""
    folder = tmp_path_factory.mktemp("growth")
    calls_of(folder / "warm", 10)  # what is done once in a process is done here
    small = calls_of(folder / "small", NOTES)
    large = calls_of(folder / "large", 2 * NOTES)
    return {stage: (small[stage], large[stage]) for stage in small}


@pytest.mark.parametrize("stage", ["load", "assemble", "render", "export"])
def test_twice_the_notes_take_twice_the_calls(
    growth: Mapping[str, tuple[Calls, Calls]], stage: str
) -> None:
    small, large = growth[stage]

    assert small.total() > NOTES * 100
    assert large.total() <= MAX_GROWTH * small.total()


@pytest.mark.parametrize("stage", ["load", "assemble", "render", "export"])
def test_no_function_is_called_more_and_more_often_for_each_note(
    growth: Mapping[str, tuple[Calls, Calls]], stage: str
) -> None:
    small, large = growth[stage]

    grown = {
        name: (small[name], count)
        for name, count in large.items()
        if count > max(MIN_CALLS, MAX_GROWTH_OF_ONE * small[name])
    }
    assert grown == {}


COUNT_GARBAGE = """
import gc, sys
from pathlib import Path
from generator.app.build import build
from tests.benchmarks.synthetic import write_project

for notes in (10, 10, 20):  # what is done once in a process leaves some the first time
    root = Path(sys.argv[1]) / str(notes)
    if not root.exists():
        write_project(root, notes)
    gc.collect()
    assert build(root, root / "build/docs").ok
    print(gc.collect())
"""
"""Run alone, since what other tests leave is garbage, too."""


def test_no_more_garbage_is_left_for_more_notes(tmp_path: Path) -> None:
    """The pipeline turns the collector off, so what had cycles would stay in memory."""
    command = [sys.executable, "-c", COUNT_GARBAGE, str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, env=environment, check=True, capture_output=True, text=True
    )

    _, few, more = map(int, done.stdout.split())
    assert more - few < 10
