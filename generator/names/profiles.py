"""Facts from front matter that help to decide whom a name means."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

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


def name_holders(index: Index) -> Mapping[str, Holders]:
    """Map every name to the notes that have it; a publisher's name belongs to no note.

    So China is not mentioned in ``South China Morning Post``.
    """
    register = Register()
    for note in index.notes.values():
        short = note.fields.short
        register.add(note.id, note.names, short, is_person=is_person(note))
    for source in index.sources.values():
        register.add_foreign(source.fields.publisher)
    return register.holders()


def subjects(index: Index, relations: Iterable[Relation]) -> Mapping[str, Subject]:
    """Map each note to the years in which it existed and the notes it is related to."""
    related: defaultdict[str, set[str]] = defaultdict(set)
    for relation in relations:
        related[relation.note].add(relation.target)
        related[relation.target].add(relation.note)
    found = {}
    for id_, note in index.notes.items():
        has_last_name = is_person(note) and not note.fields.short
        found[id_] = Subject(
            years=_lifetime(note),
            related=frozenset(related[id_]),
            is_person=is_person(note),
            has_last_name=has_last_name,
        )
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
