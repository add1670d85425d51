"""The whole pipeline, in reading order."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import jinja2

from generator import derive, timelines
from generator.commits import history
from generator.common import check_common
from generator.dates import parse_date
from generator.diagnostics import Diagnostic, Severity, worst
from generator.drawing import can_draw, pictures, read_look
from generator.exports import exports
from generator.feeds import feeds
from generator.files import Text, Written, public, read_bytes, read_text, read_texts, write_pages
from generator.index import (
    Index,
    Relation,
    check_cycles,
    check_references,
    find_relations,
    index_documents,
)
from generator.knowledge import knowledge
from generator.linking import Linker
from generator.machine import remembered, today, variables
from generator.mentions import Subject
from generator.model import Note, Source
from generator.names import Names, compile_names
from generator.notes import parse_home, parse_note
from generator.page import Site
from generator.quotations import check_quotations
from generator.redirects import (
    ADDRESSES,
    addresses,
    check_published,
    check_redirects,
    redirect_pages,
)
from generator.render import Page, environment, render
from generator.seals import (
    Hasher,
    Seal,
    parse_seal,
    slow_hash,
    stray_seal,
)
from generator.settings import PATH as SETTINGS
from generator.settings import Settings, parse_settings
from generator.social import cards
from generator.sources import parse_source
from generator.subjects import name_holders, subjects
from generator.support import check_stated, check_support
from generator.ties import ties
from generator.worklist import Calendar, counts, worklist

CONTENT, SEEDS, TEMPLATES, ASSETS = "content", "seeds", "theme/pages", "theme/assets"
SCRIPTS, SCRIPT = "theme/scripts", "assets/explainers.js"
"""What runs on every page, and the one file that it becomes: each file costs readers a request."""
HOME = "content/index.md"
DOCS_DIR = Path("build/docs")

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the writers' files say, and every problem in them."""

    index: Index
    home: Note | None
    problems: tuple[Diagnostic, ...]


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


def load(texts: Iterable[Text]) -> Loaded:
    """Parse, validate and index notes and sources; gather every problem."""
    notes, sources, problems = [], [], []
    seals: dict[str, Seal] = {}
    home = None
    for file in texts:
        if file.path.endswith(".seal"):
            found = _add_seal(seals, file)
        elif file.path.startswith(f"{SEEDS}/"):
            source, found = parse_source(file.path, file.text)
            sources += [source] if source else []
        elif file.path == HOME:
            home, found = parse_home(file.path, file.text)
        else:
            note, found = parse_note(file.path, file.text)
            notes += [note] if note else []
            found += check_common(note) if note else []
        problems += found
    sources = [replace(source, seal=seals.pop(sealed_by(source.path), None)) for source in sources]
    problems += [stray_seal(path) for path in seals]
    index, clashes = index_documents(notes, sources)
    return Loaded(index, home, (*problems, *clashes, *check_references(index, home)))


def _add_seal(seals: dict[str, Seal], file: Text) -> list[Diagnostic]:
    """Read a seal; return what is wrong with it."""
    found = parse_seal(file.path, file.text)
    if isinstance(found, Diagnostic):
        return [found]
    seals[file.path] = found
    return []


def sealed_by(path: str) -> str:
    """Return the path of the seal of the source at a path."""
    return f"{path.removesuffix('.md')}.seal"


def assemble(
    loaded: Loaded,
    settings: Settings = Settings(),  # noqa: B008 - it is frozen
    hasher: Hasher = slow_hash,
    calendar: Calendar | None = None,
) -> tuple[Site, list[Diagnostic]]:
    """Check quotations, link all prose, derive what follows from it; gather every problem."""
    index = loaded.index
    relations = list(find_relations(index))
    quotations = check_quotations(index, hasher)
    linker = Linker(index, *known_of(index, relations), settings, quotations.readings)
    documents: list[Note | Source] = [*index.notes.values(), *index.sources.values()]
    prose = {document.path: linker.link(document) for document in documents}
    if loaded.home:
        prose[loaded.home.path] = linker.link(loaded.home)
    citing = derive.citing(index, prose)
    entries = timelines.timeline(index)
    by_note = timelines.timelines(index, relations, entries)
    site = Site(
        index=index,
        prose=prose,
        inverses=derive.inverses(relations),
        backlinks=derive.backlinks(index, prose),
        citing=citing,
        rests_on=derive.rests_on(citing),
        timeline=entries,
        timelines=by_note,
        concerned=timelines.concerned(index, by_note),
        home=loaded.home,
        quoted=quotations.quoted,
        **_as_of(index, relations, calendar),
        lineages=derive.lineages(index, relations),
        settings=settings,
        worklist=worklist(index, prose, quotations.quoted, calendar),
    )
    problems = [
        problem
        for texts in prose.values()
        for linked in texts.values()
        for problem in linked.problems
    ]
    problems += [found for document in documents for found in linker.check_unlinked(document)]
    problems += [*quotations.problems, *check_support(index), *check_stated(index)]
    return site, [*problems, *check_redirects(index), *check_cycles(index, relations)]


def _as_of(
    index: Index, relations: Iterable[Relation], calendar: Calendar | None
) -> dict[str, Any]:
    """Return what depends on the day: treaties' statuses, ties, and the day itself."""
    if calendar is None:
        return {}
    day = parse_date(calendar.today.isoformat())
    statuses = derive.statuses(index, relations, day.earliest)
    found = ties(index, relations, statuses, day.earliest)
    return {"statuses": statuses, "ties": found, "as_of": day, "history": calendar.history}


def known_of(index: Index, relations: Iterable[Relation]) -> tuple[Names, Mapping[str, Subject]]:
    """Return what deciding whom a name means needs to know of a site."""
    return compile_names(name_holders(index)), subjects(index, relations)


def examine(root: Path, tell: Tell, as_of: date | None = None) -> tuple[Site, Report]:
    """Read and link everything; return the site that would be, and every problem, sorted."""
    tell("Reading notes and sources")
    notes, unread_notes = read_texts(root, CONTENT)
    sources, unread_sources = read_texts(root, SEEDS)
    settings, misset = parse_settings(read_text(root, SETTINGS), variables(), can_draw=can_draw())
    loaded = load([*notes, *sources])
    tell("Linking")
    with remembered(slow_hash) as hasher:
        site, problems = assemble(
            loaded, settings, hasher, Calendar(as_of or today(), history(root))
        )
    found = {*misset, *unread_notes, *unread_sources, *loaded.problems, *problems}
    report = Report(
        tuple(sorted(found)),
        len(loaded.index.notes),
        len(loaded.index.sources),
        tasks=counts(site.worklist),
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


def render_site(root: Path, site: Site, docs_dir: Path = DOCS_DIR) -> list[Page]:
    """Render all pages before the first is written, and add the theme's own files."""
    if site.settings.cards:
        site = replace(site, cards=cards(site, read_look(root, site.settings.site.name)))
    env = environment(jinja2.FileSystemLoader(root / TEMPLATES))
    pages = [*render(site, env)]
    texts = [*exports(site), *knowledge(site), *feeds(site), *redirect_pages(site)]
    texts.append((ADDRESSES, addresses(site, [page.path for page in pages])))
    files = [Page(path, text.encode()) for path, text in texts]
    script = b"\n".join(file.content for file in read_bytes(root / SCRIPTS))
    drawn = pictures(root, docs_dir, site.cards.values())
    return [*pages, *files, *drawn, *read_bytes(root / ASSETS), Page(SCRIPT, script)]
