"""From the writers' texts to a site: read, index, link, derive; gather every problem."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.artifacts import TextFile
from generator.diagnostics import Diagnostic
from generator.evidence.budgets import check_budgets
from generator.evidence.support import check_stated, check_support
from generator.evidence.verify import check_quotations
from generator.exports.redirects import check_redirects
from generator.facts.as_of import as_of
from generator.facts.connections import connections
from generator.facts.history import Calendar
from generator.facts.review_queue import find_tasks
from generator.facts.site import Evidence, Site
from generator.facts.timelines import timelines
from generator.links.linker import Linker
from generator.links.segments import LinkedProse
from generator.names.common_words import check_common
from generator.names.context import Subject
from generator.names.matcher import Names, compile_names
from generator.names.profiles import name_holders, subjects
from generator.notes.index import Index, index_documents
from generator.notes.model import Note, Source
from generator.notes.parse import parse_home, parse_note
from generator.notes.references import (
    Relation,
    check_cycles,
    check_references,
    find_relations,
)
from generator.notes.sources import parse_source
from generator.quotes.seals import Hasher, Seal, parse_seal, slow_hash, stray_seal
from generator.settings import Settings

SEEDS, HOME = "seeds", "content/index.md"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the writers' files say, and every problem in them."""

    index: Index
    home: Note | None
    problems: tuple[Diagnostic, ...]


def load(texts: Iterable[TextFile]) -> Loaded:
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
    sources = [
        replace(source, seal=seals.pop(sealed_by(source.path), None))
        for source in sources
    ]
    problems += [stray_seal(path) for path in seals]
    index, clashes = index_documents(notes, sources)
    return Loaded(index, home, (*problems, *clashes, *check_references(index, home)))


def _add_seal(seals: dict[str, Seal], file: TextFile) -> list[Diagnostic]:
    """Read a seal; return what is wrong with it."""
    found = parse_seal(file.path, file.text)
    if isinstance(found, Diagnostic):
        return [found]
    seals[file.path] = found
    return []


def sealed_by(path: str) -> str:
    """Return the path of the seal of the source at a path."""
    return f"{path.removesuffix('.md')}.seal"


@dataclass(frozen=True, slots=True)
class Assembled:
    """The site that notes and sources make, and the problems found on the way."""

    site: Site
    problems: tuple[Diagnostic, ...]


def assemble(
    loaded: Loaded,
    settings: Settings = Settings(),  # noqa: B008 - it is frozen
    hasher: Hasher = slow_hash,
    calendar: Calendar | None = None,
) -> Assembled:
    """Check quotations, link all prose, derive what follows from it; gather every problem."""
    index, home = loaded.index, loaded.home
    relations = list(find_relations(index))
    checked = check_quotations(index, hasher)
    linker = Linker(index, *known_of(index, relations), settings, checked.readings)
    documents: list[Note | Source] = [*index.notes.values(), *index.sources.values()]
    texts = [*documents, home] if home else documents
    prose = {document.path: linker.link(document) for document in texts}
    tasks = find_tasks(index, prose, checked.quoted, calendar)
    site = Site(
        settings=settings,
        index=index,
        home=home,
        prose=prose,
        connections=connections(index, relations, prose),
        timelines=timelines(index, relations),
        as_of=as_of(index, relations, calendar),
        evidence=Evidence(checked.quoted, tasks),
    )
    problems = [*_in_prose(prose)]
    for document in documents:
        problems += linker.check_unlinked(document)
    problems += checked.problems
    problems += check_budgets(index, checked.quoted)
    problems += _in_index(index, relations)
    return Assembled(site, tuple(problems))


def _in_prose(prose: LinkedProse) -> Iterator[Diagnostic]:
    """Yield what linking found wrong."""
    for texts in prose.values():
        for linked in texts.values():
            yield from linked.problems


def _in_index(index: Index, relations: Sequence[Relation]) -> Iterator[Diagnostic]:
    """Yield what is wrong between notes and sources."""
    yield from check_support(index)
    yield from check_stated(index)
    yield from check_redirects(index)
    yield from check_cycles(index, relations)


def known_of(
    index: Index, relations: Iterable[Relation]
) -> tuple[Names, Mapping[str, Subject]]:
    """Return what deciding whom a name means needs to know of a site."""
    return compile_names(name_holders(index)), subjects(index, relations)
