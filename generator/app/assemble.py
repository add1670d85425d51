"""Turn an index into a site: link prose, derive facts, collect every problem."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeVar

from generator.app.load import Loaded, documents
from generator.diagnostics import Diagnostic
from generator.evidence.budgets import check_budgets
from generator.evidence.editorial import check_editorial
from generator.evidence.support import check_stated, check_support
from generator.evidence.verify import Checked, check_quotations, together
from generator.exports.downloads import EXPORTED
from generator.exports.redirects import check_redirects
from generator.facts.as_of import as_of
from generator.facts.connections import Outgoing, connections, outgoing
from generator.facts.history import Calendar
from generator.facts.review_queue import Task, all_tasks, find_tasks
from generator.facts.site import Evidence, Site
from generator.facts.timelines import timelines
from generator.incremental.memo import Memo
from generator.incremental.outlines import without_text
from generator.incremental.surroundings import Documents, Outlines
from generator.links.addresses import addresses_of
from generator.links.linked import LinkedTexts
from generator.links.linker import LinkedDocument, Linker
from generator.names.matcher import compile_names
from generator.names.profiles import name_holders, profile, subjects
from generator.names.vocabulary import Vocabulary
from generator.notes.index import Index
from generator.notes.model import Note, Source
from generator.notes.relations import Relation, check_cycles, relations_of
from generator.quotes.seals import Hasher, slow_hash
from generator.settings import Editorial, Settings

T = TypeVar("T")
_NO_MEMO = Memo()


@dataclass(frozen=True, slots=True)
class Assembled:
    """The site that notes and sources make, and the problems found on the way."""

    site: Site
    problems: tuple[Diagnostic, ...]


def assemble(  # noqa: PLR0913 - a site is made from all of these
    loaded: Loaded,
    settings: Settings = Settings(),  # noqa: B008 - it is frozen
    hasher: Hasher = slow_hash,
    calendar: Calendar | None = None,
    assets: frozenset[str] = frozenset(),
    *,
    memo: Memo = _NO_MEMO,
) -> Assembled:
    """Check quotations, link all prose, derive facts, and collect every problem.

    Args:
        loaded: What was read.
        settings: What mkdocs.yml sets.
        hasher: Hashes words as seals do.
        calendar: The day of the build, and when files changed.
        assets: The paths of the theme's files in the site.
        memo: What was assembled before.
    """
    index = loaded.index
    around = Documents.of(index)
    relations = _joined(memo.each_within(_relations, index.notes, around))
    quotations = _quotations(around, hasher, memo)
    addresses = addresses_of(index, loaded.home, EXPORTED | assets)
    names = vocabulary(index, relations, memo)
    rules = Settings(link=settings.link, max_links=settings.max_links)
    linker = Linker(index, names, rules, addresses, quotations.readings)
    linked = memo.each_within(link, documents(index, loaded.home), Outlines(linker))
    notes = _with_texts(index, linked)
    fields = _fields_alone(index, memo)
    site = Site(
        settings=settings,
        index=index,
        home=loaded.home,
        prose={path: document.texts for path, document in linked.items()},
        connections=connections(index, relations, memo.each(_outgoing, notes)),
        timelines=memo.once(timelines, fields, relations),
        as_of=memo.once(as_of, fields, relations, calendar),
        evidence=_evidence(around, quotations, notes, calendar, memo),
    )
    problems = [
        *quotations.problems,
        *_check_links(linker, linked),
        *_check_evidence(around, settings, memo),
        *_check_site(site, relations),
    ]
    return Assembled(site, tuple(problems))


def _evidence(
    around: Documents,
    quotations: Checked,
    notes: Mapping[str, tuple[Note, LinkedTexts]],
    calendar: Calendar | None,
    memo: Memo,
) -> Evidence:
    """Return what the site quotes, and the tasks of its editors."""
    tasks = memo.each_within(_tasks, notes, around, calendar)
    quoted = quotations.quoted
    return Evidence(quoted, all_tasks(around.index, quoted, _joined(tasks)))


def vocabulary(
    index: Index, relations: Sequence[Relation], memo: Memo = _NO_MEMO
) -> Vocabulary:
    """Return the names of every note, and the facts that decide whom they mean."""
    profiles = tuple(memo.each(profile, index.notes).values())
    publishers = tuple(source.fields.publisher for source in index.sources.values())
    holders = memo.once(name_holders, profiles, publishers)
    names = memo.once(compile_names, holders)
    return Vocabulary(names, memo.once(subjects, profiles, relations))


def _relations(note: Note, around: Documents) -> tuple[Relation, ...]:
    return tuple(relations_of(note, around.index))


def _quotations(around: Documents, hasher: Hasher, memo: Memo) -> Checked:
    """Check the quotations of every source and note."""
    index = around.index
    everything = documents(replace(index, notes={})) | documents(index)
    found = memo.each_within(_check_quotations, everything, around, hasher)
    return together(found.values())


def _check_quotations(
    document: Note | Source, around: Documents, hasher: Hasher
) -> Checked:
    return check_quotations(document, around.index, hasher)


def link(document: Note | Source, around: Outlines) -> LinkedDocument:
    """Find the links in a document's texts."""
    return around.linker.link(document)


def _with_texts(
    index: Index, linked: Mapping[str, LinkedDocument]
) -> Mapping[str, tuple[Note, LinkedTexts]]:
    """Return each note with its linked texts, by its id."""
    return {id_: (note, linked[note.path].texts) for id_, note in index.notes.items()}


def _outgoing(note_and_texts: tuple[Note, LinkedTexts]) -> Outgoing:
    return outgoing(*note_and_texts)


def _tasks(
    note_and_texts: tuple[Note, LinkedTexts],
    around: Documents,
    calendar: Calendar | None,
) -> tuple[Task, ...]:
    note, texts = note_and_texts
    return tuple(find_tasks(note, texts, around.index, calendar))


def _fields_alone(index: Index, memo: Memo) -> Index:
    """Return the notes without their texts: what timelines and statuses are made from."""
    notes = memo.each(without_text, index.notes)
    return Index(notes=notes, sources={}, owners=index.owners)


def _check_links(
    linker: Linker, linked: Mapping[str, LinkedDocument]
) -> Iterator[Diagnostic]:
    """Report problems found while linking, and unknown names in ``unlinked``."""
    for document in linked.values():
        yield from document.problems
    for note in linker.index.notes.values():
        yield from linker.check_unlinked(note)
    for source in linker.index.sources.values():
        yield from linker.check_unlinked(source)


def _check_evidence(
    around: Documents, settings: Settings, memo: Memo
) -> Iterator[Diagnostic]:
    """Report what notes say on too little evidence, and breaches of the site's rules."""
    notes = around.index.notes
    yield from _joined(memo.each(_check_editorial, notes, settings.editorial))
    yield from _joined(memo.each_within(_check_support, notes, around))
    yield from check_stated(around.index)


def _check_editorial(note: Note, rules: Editorial) -> tuple[Diagnostic, ...]:
    return tuple(check_editorial(note, rules))


def _check_support(note: Note, around: Documents) -> tuple[Diagnostic, ...]:
    return tuple(check_support(note, around.index))


def _check_site(site: Site, relations: Iterable[Relation]) -> Iterator[Diagnostic]:
    """Report problems that involve several notes or sources."""
    yield from check_budgets(site.index, site.evidence.quoted)
    yield from check_redirects(site.index)
    yield from check_cycles(site.index, relations)


def _joined(found: Mapping[str, Iterable[T]]) -> tuple[T, ...]:
    return tuple(chain.from_iterable(found.values()))
