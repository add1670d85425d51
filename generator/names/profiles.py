"""Facts from front matter that help to decide whom a name means."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.dates.date import Date
from generator.names.context import ALWAYS, Context, Subject, Years
from generator.names.matcher import Holders
from generator.names.register import Register
from generator.notes.index import Index
from generator.notes.model import Actor, Event, Note, Source, Treaty
from generator.notes.relations import Relation
from generator.schema.sources import Correction
from generator.schema.statements import Values, current
from generator.schema.values import When
from generator.text.normal import normal


@dataclass(frozen=True, slots=True)
class Profile:
    """What the front matter of one note says of its names."""

    id: str
    full: tuple[str, ...]
    short: tuple[str, ...]
    subject: Subject
    """What is known of it without its relations."""


def profile(note: Note) -> Profile:
    """Return what a note says of its names."""
    fields = note.fields
    subject = Subject(
        years=_lifetime(note),
        is_person=is_person(note),
        has_last_name=is_person(note) and not fields.short,
        autolink=fields.autolink,
    )
    return Profile(note.id, note.names, fields.short, subject)


def name_holders(
    profiles: Iterable[Profile], publishers: Iterable[str]
) -> Mapping[str, Holders]:
    """Map every name to the notes that have it; a publisher's name belongs to no note.

    So China is not mentioned in ``South China Morning Post``.
    """
    register = Register()
    for item in profiles:
        is_person = item.subject.is_person
        register.add(item.id, item.full, item.short, is_person=is_person)
    for publisher in publishers:
        register.add_foreign(publisher)
    return register.holders()


def subjects(
    profiles: Iterable[Profile], relations: Iterable[Relation]
) -> Mapping[str, Subject]:
    """Map each note to what is known of it, and the notes it is related to."""
    related: defaultdict[str, set[str]] = defaultdict(set)
    for relation in relations:
        related[relation.note].add(relation.target)
        related[relation.target].add(relation.note)
    found = {}
    for item in profiles:
        known = frozenset(related[item.id])
        found[item.id] = replace(item.subject, related=known)
    return found


def context_of(document: Note | Source, index: Index) -> Context:
    """Return what a document's texts are about, as far as its front matter says."""
    if isinstance(document, Note):
        return Context(own_id=document.id, years=_span(_dates_of(document)))
    fields = document.fields
    years = _span([fields.published]) if fields.published else None
    local = _misprinted_names(fields.corrections, index)
    return Context(years=years, local=local)


def _misprinted_names(
    corrections: Iterable[Correction], index: Index
) -> Mapping[str, str]:
    """Map each name that a source misprints to the note that it means."""
    found: dict[str, str] = {}
    for correction in corrections:
        link = correction.link
        if correction.kind != "name" or not correction.printed or not link:
            continue
        note = index.resolve(link, link.folders)
        if note:
            found[normal(correction.printed)] = note.id
    return found


def is_person(note: Note) -> bool:
    """Say whether a note is about a person."""
    if not isinstance(note, Actor):
        return False
    return note.fields.type == "person"


def _lifetime(note: Note) -> Years:
    """Return the years from an actor's beginning to its end, as far as its dates say."""
    if not isinstance(note, Actor):
        return ALWAYS
    fields = note.fields
    first, last = ALWAYS
    begins = _span(_values(fields.born, fields.founded))
    if begins:
        first, _ = begins
    ends = _span(_values(fields.died, fields.ended))
    if ends:
        _, last = ends
    return first, last


def _dates_of(note: Note) -> list[Date]:
    """Return the dates of what a note is about."""
    match note:
        case Event():
            return _values(note.fields.date)
        case Treaty():
            fields = note.fields
            return _values(fields.signed, fields.in_force, fields.ended)
        case Actor():
            return _values(note.fields.ended)
        case _:
            return []


def _values(*fields: Values[When]) -> list[Date]:
    """Return the current dates of some fields."""
    dates: list[Date] = []
    for statements in fields:
        dates += [statement.value for statement in current(statements)]
    return dates


def _span(dates: Iterable[Date]) -> Years | None:
    """Return the years that dates cover, or None if there are no dates or an end is open."""
    years: list[int] = []
    for date in dates:
        if date.is_open:
            return None
        years += [date.earliest[0], date.latest[0]]
    if not years:
        return None
    return min(years), max(years)
