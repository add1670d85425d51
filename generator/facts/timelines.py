"""What happened when: the timeline of the site, and those of its notes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from generator.dates.date import Date
from generator.facts.entries import Entry, all_entries, make_entry
from generator.facts.grouped import grouped, grouped_ids
from generator.notes.index import Index
from generator.notes.model import Actor, Event, Treaty
from generator.notes.relations import Relation
from generator.schema.field_map import RelationField
from generator.schema.statements import Values

MIN_SHARED_ACTORS = 2
"""An event belongs to a topic's timeline if it shares this many actors with the topic."""
_SHOWING_FIELDS: frozenset[RelationField] = frozenset({"parties", "place"})
"""What these fields name shows the entries of the note that has the field."""

Ties: TypeAlias = Mapping[str, set[str]]
"""The notes whose entries a note's timeline shows, by the note's id."""
Signatures: TypeAlias = Mapping[tuple[str, str], Values[Date]]
"""When a party signed a treaty, by their ids; empty if it did not."""


@dataclass(frozen=True, slots=True)
class Timelines:
    """What happened when: for the site, and for each note."""

    entries: tuple[Entry, ...]
    """The timeline of the site, oldest first."""
    by_note: Mapping[str, tuple[Entry, ...]]
    """The timeline of each note that has one, oldest first."""
    concerned: Mapping[str, tuple[str, ...]]
    """The actors whose timelines show an event or treaty, by its id."""


def timelines(index: Index, relations: Sequence[Relation]) -> Timelines:
    """Return the timeline of the site, and those of its notes."""
    entries = all_entries(index)
    by_note = _by_note(index, relations, entries)
    concerned = _concerned(index, by_note)
    return Timelines(entries, by_note, concerned)


def _by_note(
    index: Index, relations: Sequence[Relation], entries: Iterable[Entry]
) -> Mapping[str, tuple[Entry, ...]]:
    """Map each note to its own steps and the events that name it, oldest first.

    A treaty's steps are also shown by its parties and the place of signature. A topic shows the
    events of its story. If a treaty has dates of signature for its parties, each party shows its
    own date alone.
    """
    entries_of = grouped((entry.note, entry) for entry in entries)
    ties = _ties(index, relations)
    signatures = _signatures(index)
    found: dict[str, tuple[Entry, ...]] = {}
    for note in sorted(ties):
        shown: list[Entry] = []
        for other in ties[note]:
            for entry in entries_of.get(other, ()):
                own_entry = _as_shown(index, note, entry, signatures)
                if own_entry:
                    shown.append(own_entry)
        if shown:
            shown.sort(key=lambda entry: entry.sort_key)
            found[note] = tuple(shown)
    return found


def _ties(index: Index, relations: Sequence[Relation]) -> Ties:
    """Map each note to those whose entries its timeline shows."""
    ties = _direct_ties(index, relations)
    subjects_of: defaultdict[str, set[str]] = defaultdict(set)
    for relation in relations:
        if relation.field == "about":
            subjects_of[relation.note].add(relation.target)
    for topic, subjects in sorted(subjects_of.items()):
        ties[topic] |= _story(index, subjects, ties)
    return ties


def _direct_ties(
    index: Index, relations: Iterable[Relation]
) -> defaultdict[str, set[str]]:
    """Map each note to itself, if it has steps, and to what names it in an event or treaty."""
    ties: defaultdict[str, set[str]] = defaultdict(set)
    for id_, note in index.notes.items():
        if isinstance(note, Treaty | Actor):
            ties[id_].add(id_)
    for relation in relations:
        other = index.notes[relation.note]
        is_shown = relation.field in _SHOWING_FIELDS or isinstance(other, Event)
        if is_shown:
            ties[relation.target].add(other.id)
    return ties


def _story(index: Index, subjects: Iterable[str], ties: Ties) -> set[str]:
    """Return what shares a treaty, or enough actors, with the subjects of a topic."""
    found: set[str] = set()
    shared: Counter[str] = Counter()
    for subject in subjects:
        tied = ties.get(subject, set())
        if isinstance(index.notes[subject], Treaty):
            found |= tied
        else:
            shared.update(tied)
    for note, count in shared.items():
        if count >= MIN_SHARED_ACTORS:
            found.add(note)
    return found


def _signatures(index: Index) -> Signatures:
    """Return each party's dates of signature, for the treaties that give any."""
    found: dict[tuple[str, str], Values[Date]] = {}
    for treaty in index.of_kind(Treaty):
        parties = treaty.fields.parties
        if not any(party.signed for party in parties):
            continue
        for party in parties:
            actor = index.resolve(party.party, party.party.folders)
            if actor:
                found[actor.id, treaty.id] = party.signed
    return found


def _as_shown(
    index: Index, note: str, entry: Entry, signatures: Signatures
) -> Entry | None:
    """Return an entry as a note shows it; a party shows its own signature of a treaty, if any."""
    if entry.step is None or entry.step.kind != "signed":
        return entry
    own_dates = signatures.get((note, entry.note))
    if own_dates is None:
        return entry
    treaty = index.notes[entry.note]
    return make_entry(treaty, entry.step, own_dates)


def _concerned(
    index: Index, by_note: Mapping[str, tuple[Entry, ...]]
) -> Mapping[str, tuple[str, ...]]:
    """Map each note to the actors whose timelines show an entry of it."""
    return grouped_ids(
        (entry.note, actor.id)
        for actor in index.of_kind(Actor)
        for entry in by_note.get(actor.id, ())
    )
