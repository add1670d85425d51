"""The whole pipeline, in reading order."""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import jinja2

from generator.app.assemble import SEEDS, assemble, load
from generator.artifacts import OutputFile
from generator.cards.content import cards
from generator.cards.layout import Card
from generator.diagnostics import Diagnostic, Severity, worst
from generator.exports.downloads import downloads
from generator.exports.feeds import feeds
from generator.exports.knowledge import knowledge
from generator.exports.name_index import name_files
from generator.exports.redirects import (
    ADDRESSES,
    ROBOTS,
    addresses,
    check_published,
    redirect_pages,
    robots,
)
from generator.facts.history import Calendar
from generator.facts.review_queue import count_tasks
from generator.facts.site import Site
from generator.io.drawing import can_draw, pictures, read_look
from generator.io.environment import remembered, today
from generator.io.files import (
    Written,
    public,
    read_bytes,
    read_text,
    read_texts,
    write_pages,
)
from generator.io.git import history
from generator.io.mkdocs_config import read_config
from generator.pages.render import lists, render
from generator.pages.templates import environment
from generator.quotes.seals import slow_hash
from generator.settings import PATH as SETTINGS
from generator.settings import parse_settings

CONTENT, TEMPLATES, ASSETS = "content", "theme/pages", "theme/assets"
SCRIPTS, SCRIPT = "theme/scripts", "assets/explainers.js"
"""What runs on every page, and the one file that it becomes: each file costs readers a request."""
DOCS_DIR = Path("build/docs")

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What a run found, and what it wrote."""

    diagnostics: tuple[Diagnostic, ...]
    notes: int = 0
    sources: int = 0
    written: Written | None = None
    tasks: Mapping[str, int] = field(default_factory=dict)
    """How much there is to do of each kind."""

    @property
    def ok(self) -> bool:
        """Whether nothing found is an error."""
        return worst(self.diagnostics) is not Severity.ERROR


def examine(root: Path, tell: Tell, as_of: date | None = None) -> tuple[Site, Report]:
    """Read and link everything; return the site that would be, and every problem, sorted."""
    tell("Reading notes and sources")
    notes, unread_notes = read_texts(root, CONTENT)
    sources, unread_sources = read_texts(root, SEEDS)
    config = read_config(root / SETTINGS)
    settings, misset = parse_settings(
        config, read_text(root, SETTINGS), can_draw=can_draw()
    )
    loaded = load([*notes, *sources])
    tell("Linking")
    with remembered(slow_hash) as hasher:
        calendar = Calendar(as_of or today(), history(root))
        assembled = assemble(loaded, settings, hasher, calendar)
    site = assembled.site
    found = {
        *misset,
        *unread_notes,
        *unread_sources,
        *loaded.problems,
        *assembled.problems,
    }
    report = Report(
        tuple(sorted(found)),
        len(loaded.index.notes),
        len(loaded.index.sources),
        tasks=count_tasks(site.evidence.tasks),
    )
    return site, report


def check(
    root: Path, tell: Tell = lambda _: None, published: tuple[str, str] | None = None
) -> Report:
    """Report every problem; write nothing.

    The name and text of a list of published addresses tells what must not vanish.
    """
    site, report = examine(root, tell)
    if published is None:
        return report
    name, text = published
    vanished = check_published(site, text.splitlines(), name)
    return replace(report, diagnostics=tuple(sorted({*report.diagnostics, *vanished})))


def build(
    root: Path, docs_dir: Path, tell: Tell = lambda _: None, as_of: date | None = None
) -> Report:
    """Write the pages as of a day, or today; on any error, leave the last good ones in place."""
    with _uncollected():
        site, report = examine(root, tell, as_of)
        if not report.ok:
            return report
        tell("Rendering")
        with public():
            written = write_pages(render_site(root, site, docs_dir), docs_dir)
    return replace(report, written=written)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector away: nearly nothing is garbage before the end."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def render_site(root: Path, site: Site, docs_dir: Path = DOCS_DIR) -> list[OutputFile]:
    """Render all pages before the first is written, and add the theme's own files."""
    shown: Mapping[str, Card] = {}
    if site.settings.cards:
        shown = cards(site, read_look(root, site.settings.site.name))
    env = environment(jinja2.FileSystemLoader(root / TEMPLATES))
    pages = [*render(site, env, shown)]
    texts = [*downloads(site), *knowledge(site), *feeds(site), *redirect_pages(site)]
    texts.append((ADDRESSES, addresses(site, [page.path for page in pages])))
    texts.append((ROBOTS, robots(site)))
    if site.settings.search == "pagefind":
        texts += name_files(site, lists(site))
    files = [OutputFile(path, text.encode()) for path, text in texts]
    script = b"\n".join(file.content for file in read_bytes(root / SCRIPTS))
    drawn = pictures(root, docs_dir, shown.values())
    return [
        *pages,
        *files,
        *drawn,
        *read_bytes(root / ASSETS),
        OutputFile(SCRIPT, script),
    ]
