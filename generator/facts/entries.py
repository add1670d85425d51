"""The lines of a timeline: events, and steps in the lives of treaties and actors."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.dates.date import Date
from generator.notes.index import Index
from generator.notes.model import Actor, Event, Note, Treaty
from generator.schema.notes import Role
from generator.schema.statements import Values, current, walk
from generator.schema.values import Reference

StepKind = Literal[
    "signed",
    "in force",
    "born",
    "died",
    "founded",
    "ended",
    "takes office",
    "leaves office",
]


@dataclass(frozen=True, slots=True)
class Step:
    """A step in the life of a treaty or actor."""

    kind: StepKind
    office: str = ""
    """The office that is taken or left: ``president of France``."""

    @property
    def words(self) -> str:
        """The step as readers see it."""
        match self.kind:
            case "takes office":
                return f"becomes {self.office}"
            case "leaves office":
                return f"no longer {self.office}"
        return self.kind


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline: an event, or a step in the life of a treaty or actor."""

    date: Date
    note: str
    label: str = ""
    """The date in words; if sources differ, every date."""
    step: Step | None = None
    """None for an event, whose title says what happened."""
    also: tuple[Date, ...] = ()
    """The other dates, if sources differ."""

    @property
    def what(self) -> str:
        """The step in words; empty for an event."""
        if self.step is None:
            return ""
        return self.step.words

    @property
    def id(self) -> str:
        """An id unique to the entry, for use in an address."""
        text = self.note
        if self.what:
            text = f"{text} {self.what} {self.date.edtf}"
        words = re.findall(r"\w+", text)
        return "-".join(words)

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Sort by date, oldest first."""
        by_date = self.date.sort_key
        return (*by_date, self.note, self.what)


def all_entries(index: Index) -> tuple[Entry, ...]:
    """Return the timeline of the site, oldest first.

    A step of a treaty or actor is left out if an event of the same date names the treaty or actor.
    """
    entries: list[Entry] = []
    named_on: set[tuple[str, str]] = set()
    for event in index.of_kind(Event):
        entry = make_entry(event, None, event.fields.date)
        if entry:
            entries.append(entry)
            date = entry.date.edtf
            named_on |= {(date, note) for note in _named(index, event)}
    for note in index.notes.values():
        entries += _steps_without_event(note, named_on)
    entries.sort(key=lambda entry: entry.sort_key)
    return tuple(entries)


def make_entry(note: Note, step: Step | None, dates: Values[Date]) -> Entry | None:
    """Return the entry of an event or step, unless its every date is deprecated."""
    known = [item.value for item in current(dates)]
    if not known:
        return None
    labels = dict.fromkeys(date.label for date in known)
    first, *others = dict.fromkeys(known)
    return Entry(
        date=first,
        note=note.id,
        label=" or ".join(labels),
        step=step,
        also=tuple(others),
    )


def _named(index: Index, event: Event) -> Iterator[str]:
    """Yield the id of each note that an event's fields name."""
    for _, reference in walk(event.fields, Reference):
        note = index.resolve(reference, reference.folders)
        if note:
            yield note.id


def _steps_without_event(
    note: Note, named_on: Collection[tuple[str, str]]
) -> Iterator[Entry]:
    """Yield the steps of a note, except those on the date of an event that names the note."""
    for step, dates in _steps(note):
        entry = make_entry(note, step, dates)
        if entry and (entry.date.edtf, note.id) not in named_on:
            yield entry


def _steps(note: Note) -> Iterator[tuple[Step, Values[Date]]]:
    """Yield each step in the life of a treaty or actor, and its dates."""
    match note:
        case Treaty(fields=treaty):
            yield Step("signed"), treaty.signed
            yield Step("in force"), treaty.in_force
            yield Step("ended"), treaty.ended
        case Actor(fields=actor):
            yield Step("born"), actor.born
            yield Step("died"), actor.died
            yield Step("founded"), actor.founded
            yield Step("ended"), actor.ended
            for role in actor.roles:
                office = _office(role)
                yield Step("takes office", office), role.from_
                yield Step("leaves office", office), role.to


def _office(role: Role) -> str:
    """Return an office in words: ``president of France``."""
    if role.of and role.of not in role.title:
        return f"{role.title} of {role.of}"
    return role.title
