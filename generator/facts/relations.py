"""Ties between actors and treaties: who held which office, who is party to what, and when."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from generator.dates.date import OPEN_START, Date, Day
from generator.facts.treaty_status import Status
from generator.notes.index import Index
from generator.notes.model import Actor, Treaty
from generator.notes.relations import Relation
from generator.schema.notes import Party
from generator.schema.statements import current, first_value

NOW, PAST, UNKNOWN = "now", "past", "unknown"
_IN_FORCE = {"in force"}
_ENDED = {"lapsed", "terminated", "superseded"}
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
    state: str = UNKNOWN
    """Whether the tie exists on the day of the build: ``now``, ``past`` or ``unknown``."""

    @property
    def sort_key(self) -> tuple[str, ...]:
        """Sort by the notes that are tied."""
        return (self.note, self.target, self.what, self.when)


def ties(
    index: Index,
    relations: Iterable[Relation],
    statuses: Mapping[str, Status],
    day: Day,
) -> tuple[Tie, ...]:
    """Return every tie once, in order of the notes it ties."""
    found: set[Tie] = set()
    for relation in relations:
        match index.notes[relation.note]:
            case Treaty() as treaty:
                found |= set(_of_treaty(treaty, relation, statuses[treaty.id]))
            case Actor() as actor:
                found |= set(_of_actor(actor, relation, day))
    for treaty in index.of_kind(Treaty):
        found |= set(_allies(index, treaty, statuses[treaty.id]))
    return tuple(sorted(found, key=lambda tie: tie.sort_key))


def _of_treaty(treaty: Treaty, relation: Relation, status: Status) -> Iterator[Tie]:
    other = relation.target
    match relation.path:
        case ("parties", int(position), "party"):
            party = treaty.fields.parties[position]
            yield _of_party(treaty, party, other, status)
        case (("replaces" | "amends") as what, *_):
            in_force = first_value(treaty.fields.in_force)
            when = span(in_force, None)
            yield Tie(
                note=treaty.id,
                what=what,
                target=other,
                when=when,
                state=NOW,
            )


def _of_actor(actor: Actor, relation: Relation, day: Day) -> Iterator[Tie]:
    other = relation.target
    match relation.path:
        case ("roles", int(position), "of"):
            role = actor.fields.roles[position]
            start = first_value(role.from_)
            end = first_value(role.to)
            yield Tie(
                note=actor.id,
                what=role.title,
                target=other,
                when=span(start, end),
                state=state_on(start, end, day),
            )
        case ("leader", *_):
            yield Tie(other, "leads", actor.id)
        case ("member_of", *_):
            yield Tie(actor.id, "member of", other)
        case ("country", *_):
            yield Tie(actor.id, "from", other)
        case ("succeeds", *_):
            founded = first_value(actor.fields.founded)
            yield Tie(
                note=actor.id,
                what="succeeds",
                target=other,
                when=span(founded, None),
                state=NOW,
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
    obligations = [item.value for item in current(fields.obligations)]
    parties = set(_party_ids(index, treaty))
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


def _party_ids(index: Index, treaty: Treaty) -> Iterator[str]:
    """Yield the id of each party that has a note."""
    for party in treaty.fields.parties:
        name = party.party
        note = index.resolve(name, name.folders)
        if note:
            yield note.id


def _state_under(status: Status) -> str:
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


def state_on(start: Date | None, end: Date | None, day: Day) -> str:
    """Return the state, on a day, of something with a start and an end."""
    if end and end.latest < day:
        return PAST
    if end and end.earliest <= day:
        return UNKNOWN
    has_begun = start is not None and OPEN_START < start.latest <= day
    return NOW if has_begun else UNKNOWN
