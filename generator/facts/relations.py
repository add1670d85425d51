"""Ties between actors and treaties: who held which office, who is party to what, and when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal, TypeAlias

from generator.dates.date import OPEN_START, Date, Day
from generator.facts.treaty_course import TreatyStatus
from generator.facts.treaty_status import Status
from generator.notes.index import Index
from generator.notes.model import Actor, Note, Treaty
from generator.schema.notes import Role
from generator.schema.statements import Statement, current_values, first_value
from generator.schema.treaties import Party
from generator.schema.values import Reference

State = Literal["now", "past", "unknown"]
NOW: Final = "now"
PAST: Final = "past"
UNKNOWN: Final = "unknown"
_IN_FORCE: frozenset[TreatyStatus] = frozenset({"in force"})
_ENDED: frozenset[TreatyStatus] = frozenset({"lapsed", "terminated", "superseded"})
MAX_ALLIES = 12
"""The parties of a larger treaty do not count as allies."""


@dataclass(frozen=True, slots=True)
class Tie:
    """How one note relates to another, and when: ``A`` *party to* ``B`` since 1961."""

    note: str
    what: str
    target: str
    when: str = ""
    """The time in words; empty if it is not recorded."""
    state: State = UNKNOWN
    """Whether the tie exists on the day of the build."""

    @property
    def sort_key(self) -> tuple[str, ...]:
        """Sort by the notes that are tied."""
        return (self.note, self.target, self.what, self.when)


Neighbours: TypeAlias = Mapping[str, Mapping[str, Sequence[Tie]]]
"""The ties of a note to each note that it is tied to, whichever way they lead."""


def ties(index: Index, statuses: Mapping[str, Status], day: Day) -> tuple[Tie, ...]:
    """Return every tie once, in order of the notes it ties."""
    found: set[Tie] = set()
    for treaty in index.of_kind(Treaty):
        status = statuses[treaty.id]
        found.update(_of_treaty(index, treaty, status))
        found.update(_allies(index, treaty, status))
    for actor in index.of_kind(Actor):
        found.update(_of_actor(index, actor, day))
    ordered = sorted(found, key=lambda tie: tie.sort_key)
    return tuple(ordered)


def neighbours(ties: Iterable[Tie]) -> Neighbours:
    """Map each note to those it is tied to, and these to the ties between the two."""
    found: defaultdict[str, dict[str, list[Tie]]] = defaultdict(dict)
    for tie in ties:
        found[tie.note].setdefault(tie.target, []).append(tie)
        found[tie.target].setdefault(tie.note, []).append(tie)
    return found


def _of_treaty(index: Index, treaty: Treaty, status: Status) -> Iterator[Tie]:
    fields = treaty.fields
    for party in fields.parties:
        for actor in _ids(index, treaty, [party.party]):
            yield _of_party(treaty, party, actor, status)
    when = span(first_value(fields.in_force), None)
    for what, values in (("replaces", fields.replaces), ("amends", fields.amends)):
        for older in _named(index, treaty, values):
            yield Tie(
                note=treaty.id,
                what=what,
                target=older,
                when=when,
                state=NOW,
            )


def _of_actor(index: Index, actor: Actor, day: Day) -> Iterator[Tie]:
    fields = actor.fields
    for role in fields.roles:
        if role.of:
            for other in _ids(index, actor, [role.of]):
                yield _of_role(actor, role, other, day)
    for leader in _named(index, actor, fields.leader):
        yield Tie(leader, "leads", actor.id)
    for whole in _named(index, actor, fields.member_of):
        yield Tie(actor.id, "member of", whole)
    for country in _named(index, actor, fields.country):
        yield Tie(actor.id, "from", country)
    founded = span(first_value(fields.founded), None)
    for predecessor in _named(index, actor, fields.succeeds):
        yield Tie(
            note=actor.id,
            what="succeeds",
            target=predecessor,
            when=founded,
            state=NOW,
        )


def _named(
    index: Index, note: Note, values: Iterable[Statement[Reference]]
) -> Iterator[str]:
    """Yield the id of each other note that a field names."""
    references = [statement.value for statement in values]
    return _ids(index, note, references)


def _ids(index: Index, note: Note, references: Iterable[Reference]) -> Iterator[str]:
    """Yield the id of each other note that references name."""
    for reference in references:
        found = index.resolve(reference, reference.folders)
        if found and found.id != note.id:
            yield found.id


def _of_role(actor: Actor, role: Role, other: str, day: Day) -> Tie:
    start = first_value(role.from_)
    end = first_value(role.to)
    return Tie(
        note=actor.id,
        what=role.title,
        target=other,
        when=span(start, end),
        state=state_on(start, end, day),
    )


def _of_party(treaty: Treaty, party: Party, actor: str, status: Status) -> Tie:
    fields = treaty.fields
    in_force = first_value(party.in_force) or first_value(fields.in_force)
    signed = first_value(party.signed) or first_value(fields.signed)
    end = first_value(party.withdrew) or first_value(fields.ended)
    is_bound = in_force or party.ratified
    has_withdrawn = bool(party.withdrew)
    return Tie(
        note=actor,
        what="party to" if is_bound else "signed",
        target=treaty.id,
        when=span(in_force or signed, end),
        state=PAST if has_withdrawn else _state_under(status),
    )


def _allies(index: Index, treaty: Treaty, status: Status) -> Iterator[Tie]:
    """Yield a tie between every two parties to a treaty of mutual defence."""
    fields = treaty.fields
    obligations = current_values(fields.obligations)
    references = [party.party for party in fields.parties]
    parties = set(_ids(index, treaty, references))
    if "defence" not in obligations or len(parties) > MAX_ALLIES:
        return
    start = first_value(fields.in_force)
    end = first_value(fields.ended)
    for one, other in combinations(sorted(parties), 2):
        yield Tie(
            note=one,
            what="ally of",
            target=other,
            when=span(start, end),
            state=_state_under(status),
        )


def _state_under(status: Status) -> State:
    """Return the state of a tie to a treaty of a given status."""
    words = set(status.words)
    if words <= _IN_FORCE:
        return NOW
    if words <= _ENDED:
        return PAST
    return UNKNOWN


def span(start: Date | None, end: Date | None) -> str:
    """Return a time in words, as far as its ends are known."""
    if start and end:
        return f"{start.label} to {end.label}"
    if end:
        return f"until {end.label}"
    if start:
        return start.label if start.is_open else f"since {start.label}"
    return ""


def state_on(start: Date | None, end: Date | None, day: Day) -> State:
    """Return the state, on a day, of something with a start and an end."""
    if end and end.latest < day:
        return PAST
    if end and end.earliest <= day:
        return UNKNOWN
    has_begun = start is not None and OPEN_START < start.latest <= day
    return NOW if has_begun else UNKNOWN
