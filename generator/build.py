"""The whole pipeline, in reading order."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import jinja2

from generator import derive
from generator.authoring import diff, format_note, new_note
from generator.common import check_common
from generator.dates import parse_date
from generator.diagnostics import Diagnostic, Severity, did_you_mean, quoted, worst
from generator.exports import exports
from generator.extracting import MissingExtraError, read_html
from generator.files import (
    Text,
    Written,
    changes,
    decode,
    random_bytes,
    read_bytes,
    read_text,
    read_texts,
    remembered,
    today,
    write_bytes,
    write_pages,
)
from generator.frontmatter import split_note
from generator.garble import Sign, signs
from generator.importing import format_record, read_article
from generator.index import (
    Index,
    Relation,
    check_cycles,
    check_references,
    find_relations,
    index_documents,
)
from generator.linking import Linker
from generator.mentions import Context, Mention, Subject, find_mentions
from generator.model import Note, Source
from generator.names import Names, compile_names
from generator.notes import bad_id, parse_home, parse_note
from generator.page import Site
from generator.prose import scan
from generator.quotations import check_quotations, look_up
from generator.render import Page, environment, render
from generator.seals import (
    Hasher,
    Seal,
    format_seal,
    make_seal,
    parse_seal,
    slow_hash,
    stray_seal,
)
from generator.settings import PATH as SETTINGS
from generator.settings import Settings, parse_settings
from generator.sources import number_paragraphs, parse_source
from generator.subjects import loose_names, name_holders, subjects
from generator.suggest import Suggestion, apply
from generator.suggest import suggest as find_suggestions
from generator.support import check_stated, check_support
from generator.worklist import Calendar, counts, worklist

CONTENT, SEEDS, TEMPLATES, ASSETS = "content", "seeds", "theme/pages", "theme/assets"
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


@dataclass(frozen=True, slots=True)
class Explained:
    """One text, and what the names in it mean."""

    path: str
    body: str
    mentions: tuple[Mention, ...]


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
    sources = [replace(source, seal=seals.pop(_sealed_by(source.path), None)) for source in sources]
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


def _sealed_by(path: str) -> str:
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
    entries = derive.timeline(index)
    site = Site(
        index=index,
        prose=prose,
        inverses=derive.inverses(relations),
        backlinks=derive.backlinks(index, prose),
        citing=derive.citing(index, prose),
        timeline=entries,
        timelines=derive.timelines(index, relations, entries),
        home=loaded.home,
        quoted=quotations.quoted,
        **_as_of(index, relations, calendar),
        lineages=derive.lineages(index, relations),
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
    return site, [*problems, *check_cycles(index, relations)]


def _as_of(
    index: Index, relations: Iterable[Relation], calendar: Calendar | None
) -> dict[str, Any]:
    """Return what depends on the day: the treaties' statuses, and the day itself."""
    if calendar is None:
        return {}
    day = parse_date(calendar.today.isoformat())
    return {"statuses": derive.statuses(index, relations, day.earliest), "as_of": day}


def known_of(index: Index, relations: Iterable[Relation]) -> tuple[Names, Mapping[str, Subject]]:
    """Return what deciding whom a name means needs to know of a site."""
    return compile_names(name_holders(index)), subjects(index, relations)


def examine(root: Path, tell: Tell, as_of: date | None = None) -> tuple[Site, Report]:
    """Read and link everything; return the site that would be, and every problem, sorted."""
    tell("Reading notes and sources")
    notes, unread_notes = read_texts(root, CONTENT)
    sources, unread_sources = read_texts(root, SEEDS)
    settings, misset = parse_settings(read_text(root, SETTINGS))
    loaded = load([*notes, *sources])
    tell("Linking")
    with remembered(slow_hash) as hasher:
        site, problems = assemble(
            loaded, settings, hasher, Calendar(as_of or today(), changes(root))
        )
    found = {*misset, *unread_notes, *unread_sources, *loaded.problems, *problems}
    report = Report(
        tuple(sorted(found)),
        len(loaded.index.notes),
        len(loaded.index.sources),
        tasks=counts(site.worklist),
    )
    return site, report


def check(root: Path, tell: Tell = lambda _: None) -> Report:
    """Report every problem; write nothing."""
    return examine(root, tell)[1]


def build(
    root: Path, docs_dir: Path, tell: Tell = lambda _: None, as_of: date | None = None
) -> Report:
    """Write the pages as of a day, or today; on any error, leave the last good ones in place."""
    with _uncollected():
        site, report = examine(root, tell, as_of)
        if not report.ok:
            return report
        tell("Rendering")
        written = write_pages(render_site(root, site), docs_dir)
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


def render_site(root: Path, site: Site) -> list[Page]:
    """Render all pages before the first is written, and add the theme's own files."""
    env = environment(jinja2.FileSystemLoader(root / TEMPLATES))
    files = (Page(path, text.encode()) for path, text in exports(site))
    return [*render(site, env), *files, *read_bytes(root / ASSETS)]


def fmt(root: Path, files: Iterable[Path], *, write: bool) -> tuple[list[str], list[Diagnostic]]:
    """Make files canonical, all if none is named; return what changes, and what prevents it."""
    named = list(files) or [*(root / CONTENT).rglob("*.md"), *(root / SEEDS).rglob("*.md")]
    changed, problems = [], []
    for path in sorted(named):
        name = path.resolve().relative_to(root.resolve()).as_posix()
        before = decode(name, path.read_bytes())
        if isinstance(before, Diagnostic):
            problems.append(before)
            continue
        after, found = format_note(name, before)
        problems += found
        if after != before:
            changed.append(name)
            if write:
                write_bytes(path, after.encode())
    return changed, problems


def suggest(root: Path, *, write: bool) -> tuple[list[Suggestion], list[str]]:
    """Say what writers may have missed, and put right what is safe; return that as diffs.

    Args:
        root: The project.
        write: Whether to write what is safe to its files, rather than only show it.
    """
    files = {file.path: file.text for file in read_texts(root, CONTENT)[0]}
    sources = read_texts(root, SEEDS)[0]
    index = load([*(Text(path, text) for path, text in files.items()), *sources]).index
    relations = list(find_relations(index))
    found, fixes = find_suggestions(index, *known_of(index, relations), relations)
    bodies = {note.path: note.body for note in index.notes.values()}
    diffs = []
    for path in sorted({fix.path for fix in fixes}):
        body, before = bodies[path], files[path]
        own = [fix for fix in fixes if fix.path == path]
        after = before.removesuffix(body) + apply(body, own)
        diffs.append(diff(path, before, after))
        if write:
            write_bytes(root / path, after.encode())
    return found, diffs


def new(root: Path, folder: str, title: str) -> tuple[str, str]:
    """Begin a note; return its path, and why it was not written, if it was not."""
    path, text = new_note(folder, title)
    index = load(read_texts(root, CONTENT)[0]).index
    taken = next((note.path for note in index.candidates(title)), "")
    if problem := bad_id(path):
        return path, problem.message
    if taken or (root / path).exists():
        return path, f"{taken or path} is there already"
    write_bytes(root / path, text.encode())
    return path, ""


def seal(article: Path) -> str:
    """Return the seal of an article's text, its paragraphs numbered as a record's are."""
    text = article.read_text(encoding="utf-8", errors="replace")
    return format_seal(make_seal(number_paragraphs(text), random_bytes()))


def import_article(
    root: Path, file: Path, id_: str, *, is_open: bool
) -> tuple[list[str], list[Sign], str]:
    """Begin a record from an article; return what was written, what looks garbled, what hinders."""
    path = f"{SEEDS}/{id_}.md"
    if problem := bad_id(path):
        return [], [], f"{problem.message}. {problem.hint}"
    if (root / path).exists():
        return [], [], f"{path} is there already"
    text = file.read_text(encoding="utf-8", errors="replace")
    try:
        article = read_html(text) if file.suffix in {".html", ".htm"} else read_article(text)
    except MissingExtraError as error:
        return [], [], str(error)
    index = load([*read_texts(root, CONTENT)[0], *read_texts(root, SEEDS)[0]]).index
    published = parse_date(article.published) if article.published else None
    found = list(signs(article.paragraphs, compile_names(name_holders(index)), published))
    written = {path: format_record(article, is_open=is_open)}
    if not is_open:
        written[_sealed_by(path)] = format_seal(make_seal(article.paragraphs, random_bytes()))
    for name, content in written.items():
        write_bytes(root / name, content.encode())
    return list(written), found, ""


def quote(root: Path, id_: str, text: str) -> tuple[bool, str]:
    """Say whether some words stand in a source, and where, or what comes nearest."""
    index = load([*read_texts(root, CONTENT)[0], *read_texts(root, SEEDS)[0]]).index
    if id_ not in index.sources:
        return False, f"no source has the id {quoted(id_)}. {did_you_mean(id_, index.sources)}"
    with remembered(slow_hash) as hasher:
        return look_up(index, id_, text, hasher)


def mentions(root: Path, files: Iterable[Path], notes: Path | None) -> Iterator[Explained]:
    """Say of every name in some texts what it means and why; write nothing.

    Args:
        root: The project, whose notes are meant where no other folder is named.
        files: Markdown or plain texts.
        notes: Any folder of notes: files whose front matter has a title, aliases, short names.
    """
    if notes:
        loose = [(file.path, file.text) for file in read_texts(notes.parent, notes.name)[0]]
        holders, subjects_ = loose_names(loose)
        names = compile_names(holders)
    else:
        texts = [*read_texts(root, CONTENT)[0], *read_texts(root, SEEDS)[0]]
        index = load(texts).index
        names, subjects_ = known_of(index, find_relations(index))
    for path in files:
        parts = split_note(path.read_text(encoding="utf-8"))
        tokens = scan(parts.body)
        spans = [(token.start, token.end) for token in tokens if token.kind == "text"]
        page = Context(own_id=path.stem if path.stem in subjects_ else "")
        found = find_mentions(parts.body, spans, names, subjects_, page)
        yield Explained(path.as_posix(), parts.body, tuple(found))
