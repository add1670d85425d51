"""What happened when: every entry of the timeline, and the timelines of notes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.dates.date import Date
from generator.notes.index import Index
from generator.notes.model import Actor, Note, Treaty
from generator.notes.references import Relation
from generator.schema.statements import Statement, current, walk
from generator.schema.values import Reference

SHARED_ACTORS = 2
"""So many actors an event must share with a topic to belong to its timeline by them alone."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline: an event, or a step in the life of a treaty or actor."""

    date: Date
    note: str
    label: str = ""
    """When, in words; where sources differ, every date."""
    what: str = ""
    """The step; empty for an event, which says it in its title."""
    also: tuple[Date, ...] = ()
    """The other dates, where sources differ."""

    @property
    def id(self) -> str:
        """What tells the entry from all others, as a part of an address."""
        step = f" {self.what} {self.date.edtf}" if self.what else ""
        return "-".join(re.findall(r"\w+", f"{self.note}{step}"))


@dataclass(frozen=True, slots=True)
class Timelines:
    """What happened when: for the site, and for each note."""

    entries: tuple[Entry, ...]
    """The timeline of the site, oldest first."""
    by_note: Mapping[str, tuple[Entry, ...]]
    concerned: Mapping[str, tuple[str, ...]]
    """The actors in whose timelines an event or treaty stands, by its id."""


def timelines(index: Index, relations: Sequence[Relation]) -> Timelines:
    """Return the timeline of the site, and those of its notes."""
    entries = all_entries(index)
    by_note = entries_by_note(index, relations, entries)
    return Timelines(entries, by_note, concerned(index, by_note))


def all_entries(index: Index) -> tuple[Entry, ...]:
    """Return every event, and every step of a treaty or actor that no event tells, oldest first."""
    events = [note for note in index.notes.values() if note.folder == "events"]
    entries = [entry for note in events for entry in _entries(note, {"date": ""})]
    told = {
        (entry.date.edtf, id_) for entry in entries for id_ in _named(index, entry.note)
    }
    steps = [entry for note in index.notes.values() for entry in _steps(note)]
    entries += [entry for entry in steps if (entry.date.edtf, entry.note) not in told]
    return tuple(sorted(entries, key=_order))


_TREATY_STEPS = {"signed": "signed", "in_force": "in force", "ended": "ended"}
_ACTOR_STEPS = {"born": "born", "died": "died", "founded": "founded", "ended": "ended"}


def _steps(note: Note) -> Iterator[Entry]:
    """Yield the dated steps of a treaty or actor."""
    if isinstance(note, Treaty):
        yield from _entries(note, _TREATY_STEPS)
    if isinstance(note, Actor):
        yield from _entries(note, _ACTOR_STEPS)
        for role in note.fields.roles:
            of = f" of {role.of}" if role.of and role.of not in role.title else ""
            yield from _entry(note, role.from_, f"becomes {role.title}{of}")
            yield from _entry(note, role.to, f"is {role.title}{of} no more")


def _entries(note: Note, steps: Mapping[str, str]) -> Iterator[Entry]:
    for field, what in steps.items():
        yield from _entry(note, getattr(note.fields, field), what)


def _entry(
    note: Note, statements: tuple[Statement[Date], ...], what: str
) -> Iterator[Entry]:
    if dates := current(statements):
        labels = dict.fromkeys(item.value.label for item in dates)
        first, *others = dict.fromkeys(item.value for item in dates)
        yield Entry(first, note.id, " or ".join(labels), what, tuple(others))


def _named(index: Index, event: str) -> set[str]:
    """Return the ids of what an event's fields name."""
    references = (
        reference for _, reference in walk(index.notes[event].fields, Reference)
    )
    found = (index.resolve(reference, reference.folders) for reference in references)
    return {note.id for note in found if note}


def _order(entry: Entry) -> tuple[object, ...]:
    return (*entry.date.sort_key, entry.note, entry.what)


def entries_by_note(
    index: Index, relations: Sequence[Relation], entries: tuple[Entry, ...]
) -> Mapping[str, tuple[Entry, ...]]:
    """Map each note to the events that name it and its own steps, oldest first.

    A treaty's steps are its parties' too, and those of the place it was signed in; a topic has
    those of its story. Where parties have days of signature of their own, each has its own alone.
    """
    tied: defaultdict[str, set[str]] = defaultdict(set)
    for relation in relations:
        is_event = index.notes[relation.note].folder == "events"
        if is_event or relation.path[0] in {"parties", "place"}:
            tied[relation.target].add(relation.note)
    for note in index.notes.values():
        if note.folder in {"treaties", "actors"}:
            tied[note.id].add(note.id)
    about: defaultdict[str, set[str]] = defaultdict(set)
    for relation in relations:
        if relation.path[0] == "about":
            about[relation.note].add(relation.target)
    for topic, subjects in about.items():
        tied[topic] |= _events_of_story(index, subjects, tied)
    own = _own_signatures(index, relations)
    found = {
        note: _as_signed(
            index, note, [entry for entry in entries if entry.note in of_note], own
        )
        for note, of_note in sorted(tied.items())
    }
    return {note: shown for note, shown in found.items() if shown}


def concerned(
    index: Index, by_note: Mapping[str, tuple[Entry, ...]]
) -> Mapping[str, tuple[str, ...]]:
    """Map each note of a timeline to the actors in whose timelines it stands."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for actor, entries in by_note.items():
        if index.notes[actor].folder == "actors":
            for note in dict.fromkeys(entry.note for entry in entries):
                found[note].append(actor)
    return {note: tuple(sorted(actors)) for note, actors in found.items()}


Signatures = Mapping[tuple[str, str], tuple[Statement[Date], ...]]
"""When a party signed a treaty: nothing if it did not."""


def _own_signatures(index: Index, relations: Iterable[Relation]) -> Signatures:
    """Map each party and treaty to when it signed, if the treaty's note says so of any party."""
    found: dict[tuple[str, str], tuple[Statement[Date], ...]] = {}
    for relation in relations:
        treaty = index.notes[relation.note]
        match relation.path:
            case ("parties", int(place), "party") if isinstance(treaty, Treaty):
                parties = treaty.fields.parties
                if any(party.signed for party in parties):
                    found[relation.target, treaty.id] = parties[place].signed
    return found


def _as_signed(
    index: Index, note: str, entries: Iterable[Entry], own: Signatures
) -> tuple[Entry, ...]:
    """Return entries as a party's timeline has them: a treaty is signed when this party did."""
    found: list[Entry] = []
    for entry in entries:
        party = (note, entry.note)
        if entry.what == "signed" and party in own:
            found += _entry(index.notes[entry.note], own[party], "signed")
        else:
            found.append(entry)
    return tuple(sorted(found, key=_order))


def _events_of_story(
    index: Index, subjects: set[str], tied: Mapping[str, set[str]]
) -> frozenset[str]:
    """Return the events that share a treaty with a topic, or two of its actors."""
    treaties = {id_ for id_ in subjects if index.notes[id_].folder == "treaties"}
    shared: defaultdict[str, int] = defaultdict(int)
    for subject in subjects - treaties:
        for event in tied.get(subject, ()):
            shared[event] += 1
    by_actors = {event for event, count in shared.items() if count >= SHARED_ACTORS}
    return frozenset(by_actors.union(*(tied.get(treaty, set()) for treaty in treaties)))
