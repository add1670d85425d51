"""The pipeline that writes nothing: read, load, assemble, report."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator.app.assemble import assemble, link
from generator.app.folders import ASSETS, CONTENT, SEEDS, THEME_ASSETS
from generator.app.load import load, parse_note_file, parse_source_file
from generator.artifacts import TextFile
from generator.diagnostics import Diagnostic, Severity, worst
from generator.exports.addresses import check_published
from generator.facts.history import Calendar
from generator.facts.review_queue import TaskKind, count_tasks
from generator.facts.site import Site
from generator.io.drawing import can_draw
from generator.io.environment import today
from generator.io.files import Written, files_in, read_text, read_texts
from generator.io.git import history
from generator.io.mkdocs_config import read_config
from generator.io.parallel import InWorkers, Stages
from generator.io.progress import begin
from generator.quotes.seals import slow_hash
from generator.reuse.hashes import remembered
from generator.settings import PATH as SETTINGS
from generator.settings import parse_settings

_STAGES: Stages = {
    parse_note_file: "Parsing notes",
    parse_source_file: "Parsing sources",
    link: "Linking names and citations",
}


@dataclass(frozen=True, slots=True)
class Report:
    """What a run found, and what it wrote."""

    diagnostics: tuple[Diagnostic, ...]
    notes: int = 0
    sources: int = 0
    written: Written | None = None
    tasks: Mapping[TaskKind, int] = field(default_factory=dict)
    """The number of tasks for editors, by kind."""

    @property
    def ok(self) -> bool:
        """Whether there are no errors."""
        return worst(self.diagnostics) is not Severity.ERROR


@dataclass(frozen=True, slots=True)
class Examined:
    """The site of a project, and the report on it."""

    site: Site
    report: Report


@contextmanager
def uncollected() -> Iterator[None]:
    """Turn off the garbage collector: it would look through every note again and again.

    What the pipeline makes has no cycles, so all of it is freed without a collector.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@uncollected()
def examine(
    root: Path, as_of: date | None = None, workers: int | None = None
) -> Examined:
    """Read and link everything; find every problem."""
    memo = InWorkers([link], _STAGES, workers)
    begin("Reading notes and sources")
    notes, unread_notes = read_texts(root, CONTENT)
    sources, unread_sources = read_texts(root, SEEDS)
    config, misread = read_config(root / SETTINGS)
    config_text = read_text(root, SETTINGS)
    settings, misset = parse_settings(config, config_text, can_draw=can_draw())
    loaded = load([*notes, *sources], memo)
    calendar = Calendar(as_of or today(), history(root))
    with remembered(slow_hash) as hasher:
        assembled = assemble(
            loaded, settings, hasher, calendar, assets(root), memo=memo
        )
    found = {
        *misread,
        *misset,
        *unread_notes,
        *unread_sources,
        *loaded.problems,
        *assembled.problems,
    }
    report = Report(
        diagnostics=tuple(sorted(found)),
        notes=len(loaded.index.notes),
        sources=len(loaded.index.sources),
        tasks=count_tasks(assembled.site.evidence.tasks),
    )
    return Examined(assembled.site, report)


def assets(root: Path) -> frozenset[str]:
    """Return the paths in the site of the files in the theme's folders of assets."""
    found = files_in(root / ASSETS) | files_in(root / THEME_ASSETS)
    return frozenset(f"assets/{path}" for path in found)


def check(root: Path, published: TextFile | None = None) -> Report:
    """Report every problem; write nothing.

    Args:
        root: The project.
        published: A list of published addresses, none of which may vanish.
    """
    examined = examine(root)
    report = examined.report
    if published is None:
        return report
    listed = published.text.splitlines()
    vanished = check_published(examined.site, listed, published.path)
    found = {*report.diagnostics, *vanished}
    return replace(report, diagnostics=tuple(sorted(found)))
