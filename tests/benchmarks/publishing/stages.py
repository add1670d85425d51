"""What is timed: each stage is a public command on one of the projects, from a known state.

Stages of a run follow one another in the order of the table, so that all see the same machine.
"""

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp

from tests.benchmarks.publishing.costs import Command, Cost
from tests.benchmarks.publishing.engines import ENGINES, Engine, write_for
from tests.benchmarks.publishing.projects import (
    write_ours,
    write_plain,
    write_plain_of_finished,
)
from tests.benchmarks.publishing.prose import finished_pages
from tests.benchmarks.synthetic import ROOT

_EXPLAINERS = (sys.executable, "-m", "generator")
_MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
_GENERATED = {"EXPLAINERS_GENERATED": "1"}
"""Tells our hook that the pages are already generated."""
_EDIT = (
    "\nIn an edit, the two sides published one sentence more and took no questions.\n"
)


@dataclass(slots=True)
class Bench:
    """The projects of one size, each made when a stage first asks for it."""

    folder: Path
    notes: int
    cache: Path = field(init=False)

    def __post_init__(self) -> None:
        write_ours(self.ours, self.notes)
        self.forget()

    @property
    def ours(self) -> Path:
        """Our project."""
        return self.folder / "ours"

    @property
    def site(self) -> Path:
        """The site of our project."""
        return self.ours / "site"

    def forget(self) -> None:
        """Remove what a build of pages left: the pages, and the user's cache."""
        shutil.rmtree(self.ours / "build")
        (self.ours / "build/docs").mkdir(parents=True)
        self.cache = Path(mkdtemp(prefix="cache-", dir=self.folder))

    def run(
        self,
        arguments: tuple[str, ...],
        folder: Path,
        environment: Mapping[str, str] | None = None,
    ) -> Cost:
        """Run a command in a folder and say what it took."""
        settings = {
            "PYTHONPATH": str(ROOT),
            "NO_MKDOCS_2_WARNING": "1",
            "EXPLAINERS_CACHE": str(self.cache),
            "XDG_CACHE_HOME": str(self.cache),
            **(environment or {}),
        }
        return Command(arguments, folder, settings, self.folder / "log").cost()

    def build(self, *options: str) -> Cost:
        """Run ``explainers build``."""
        return self.run((*_EXPLAINERS, "build", *options), self.ours)

    def need_site(self) -> None:
        """Build our site if there is none."""
        if not self.site.is_dir():
            self.build()

    def plain(self) -> Path:
        """Return the Material project of the same prose."""
        root = self.folder / "plain"
        if not root.exists():
            pages = finished_pages(self.ours, lambda path: f"../{path}.md")
            write_plain(root, pages)
        return root

    def plain_of_finished(self) -> Path:
        """Return the Material project of the pages that our generator finished."""
        root = self.folder / "finished"
        if not root.exists():
            self.forget()
            self.build("--pages-only")
            write_plain_of_finished(root, self.ours / "build/docs")
        return root


def _whole(bench: Bench) -> Cost:
    bench.forget()
    shutil.rmtree(bench.site, ignore_errors=True)
    return bench.build()


def _warm(bench: Bench) -> Cost:
    bench.need_site()
    return bench.build()


def _edited(bench: Bench) -> Cost:
    bench.need_site()
    with _edit(bench.ours):
        return bench.build()


@contextmanager
def _edit(root: Path) -> Iterator[None]:
    """Add a sentence to the first event for a while."""
    note = min(root.glob("content/events/*.md"))
    text = note.read_text(encoding="utf-8")
    note.write_text(text + _EDIT, encoding="utf-8")
    yield
    note.write_text(text, encoding="utf-8")


def _audit(bench: Bench) -> Cost:
    bench.need_site()
    return bench.run((*_EXPLAINERS, "audit", "site"), bench.ours)


def _search(bench: Bench) -> Cost:
    bench.need_site()
    return bench.run((*_EXPLAINERS, "index", "site"), bench.ours)


def _generator(bench: Bench) -> Cost:
    bench.forget()
    return bench.build("--pages-only")


def _mkdocs(bench: Bench) -> Cost:
    if not (bench.ours / "build/docs/index.md").exists():
        bench.build("--pages-only")
    beside = bench.folder / "site"
    shutil.rmtree(beside, ignore_errors=True)
    command = (*_MKDOCS, "--site-dir", str(beside))
    return bench.run(command, bench.ours, _GENERATED)


def _plain(bench: Bench) -> Cost:
    return _cold(bench, bench.plain(), _MKDOCS)


def _plain_of_finished(bench: Bench) -> Cost:
    return _cold(bench, bench.plain_of_finished(), _MKDOCS)


def _other(engine: Engine) -> Callable[[Bench], Cost]:
    """Return the stage that another program is."""

    def run(bench: Bench) -> Cost:
        root = bench.folder / engine.name
        if not root.exists():
            write_for(engine, root, bench.ours)
        return _cold(bench, root, engine.command)

    return run


def _cold(bench: Bench, root: Path, command: tuple[str, ...]) -> Cost:
    """Build another program's project from nothing."""
    for left in ("site", "public", "_site", ".cache"):
        shutil.rmtree(root / left, ignore_errors=True)
    return bench.run(command, root)


STAGES: Mapping[str, Callable[[Bench], Cost]] = {
    "whole": _whole,
    "warm": _warm,
    "edited": _edited,
    "audit": _audit,
    "search": _search,
    "generator": _generator,
    "mkdocs": _mkdocs,
    "plain": _plain,
    "finished": _plain_of_finished,
    **{name: _other(engine) for name, engine in ENGINES.items()},
}
"""The stages in their order: what each leaves behind, the next may need."""
