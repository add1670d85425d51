"""From the writers' texts to a site: read, index, link, derive; gather every problem."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.artifacts import TextFile
from generator.dates.parse import parse_date
from generator.diagnostics import Diagnostic
from generator.evidence.budgets import check_budgets
from generator.evidence.support import check_stated, check_support
from generator.evidence.verify import check_quotations
from generator.exports.redirects import check_redirects
from generator.facts import backlinks as derive
from generator.facts import timelines
from generator.facts.relations import ties
from generator.facts.review_queue import Calendar, worklist
from generator.facts.site import Site
from generator.links.linker import Linker
from generator.links.segments import LinkedProse
from generator.names.common_words import check_common
from generator.names.matcher import Names, compile_names
from generator.names.profiles import name_holders, subjects
from generator.names.resolve import Subject
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


def assemble(
    loaded: Loaded,
    settings: Settings = Settings(),  # noqa: B008 - it is frozen
    hasher: Hasher = slow_hash,
    calendar: Calendar | None = None,
) -> tuple[Site, list[Diagnostic]]:
    """Check quotations, link all prose, derive what follows from it; gather every problem."""
    relations = list(find_relations(loaded.index))
    quotations = check_quotations(loaded.index, hasher)
    known = known_of(loaded.index, relations)
    linker = Linker(loaded.index, *known, settings, quotations.readings)
    documents: list[Note | Source] = [
        *loaded.index.notes.values(),
        *loaded.index.sources.values(),
    ]
    texts = [*documents, loaded.home] if loaded.home else documents
    prose = {document.path: linker.link(document) for document in texts}
    site = Site(
        index=loaded.index,
        prose=prose,
        home=loaded.home,
        settings=settings,
        quoted=quotations.quoted,
        worklist=worklist(loaded.index, prose, quotations.quoted, calendar),
        **_derived(loaded.index, relations, prose),
        **_in_time(loaded.index, relations),
        **_as_of(loaded.index, relations, calendar),
    )
    unlinked = [
        found for document in documents for found in linker.check_unlinked(document)
    ]
    quoted = [*quotations.problems, *check_budgets(loaded.index, quotations.quoted)]
    return site, [*_in_prose(prose), *unlinked, *quoted, *_in_index(loaded, relations)]


def _in_prose(prose: LinkedProse) -> Iterator[Diagnostic]:
    """Yield what linking found wrong."""
    for texts in prose.values():
        for linked in texts.values():
            yield from linked.problems


def _in_index(loaded: Loaded, relations: Sequence[Relation]) -> Iterator[Diagnostic]:
    """Yield what is wrong between notes and sources."""
    yield from check_support(loaded.index)
    yield from check_stated(loaded.index)
    yield from check_redirects(loaded.index)
    yield from check_cycles(loaded.index, relations)


def _derived(
    index: Index, relations: Sequence[Relation], prose: LinkedProse
) -> dict[str, Any]:
    """Return what follows from fields and prose."""
    citing = derive.citing(index, prose)
    return {
        "inverses": derive.inverses(relations),
        "lineages": derive.lineages(index, relations),
        "backlinks": derive.backlinks(index, prose),
        "citing": citing,
        "rests_on": derive.rests_on(citing),
    }


def _in_time(index: Index, relations: Sequence[Relation]) -> dict[str, Any]:
    """Return what happened when: for the site, and for each note."""
    entries = timelines.timeline(index)
    by_note = timelines.timelines(index, relations, entries)
    concerned = timelines.concerned(index, by_note)
    return {"timeline": entries, "timelines": by_note, "concerned": concerned}


def _as_of(
    index: Index, relations: Iterable[Relation], calendar: Calendar | None
) -> dict[str, Any]:
    """Return what depends on the day: treaties' statuses, ties, and the day itself."""
    if calendar is None:
        return {}
    day = parse_date(calendar.today.isoformat())
    statuses = derive.statuses(index, relations, day.earliest)
    found = ties(index, relations, statuses, day.earliest)
    return {
        "statuses": statuses,
        "ties": found,
        "as_of": day,
        "history": calendar.history,
    }


def known_of(
    index: Index, relations: Iterable[Relation]
) -> tuple[Names, Mapping[str, Subject]]:
    """Return what deciding whom a name means needs to know of a site."""
    return compile_names(name_holders(index)), subjects(index, relations)
