"""Ties between actors and treaties: who held which office, who is party to what, and when."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from generator.dates.date import OPEN_START, Date, Day
from generator.facts.treaty_status import Status
from generator.notes.index import Index
from generator.notes.model import Actor, Treaty
from generator.notes.references import Relation
from generator.schema.notes import Party
from generator.schema.statements import Statement, current

NOW, PAST, UNKNOWN = "now", "past", "unknown"
_IN_FORCE = {"in force"}
_ENDED = {"lapsed", "terminated", "superseded"}


@dataclass(frozen=True, slots=True)
class Tie:
    """What one note is to another, and when: ``A`` *party to* ``B`` since 1961."""

    note: str
    what: str
    target: str
    when: str = ""
    """The time in words, or empty where it is not recorded."""
    holds: str = UNKNOWN
    """Whether it holds on the day of the build: ``now``, ``past`` or ``unknown``."""


def ties(
    index: Index,
    relations: Iterable[Relation],
    statuses: Mapping[str, Status],
    day: Day,
) -> tuple[Tie, ...]:
    """Return every tie once, in order of the notes it ties."""
    found = [
        tie for relation in relations for tie in _tie(index, relation, statuses, day)
    ]
    found += [
        tie
        for treaty in index.of_kind(Treaty)
        for tie in _allies(index, treaty, statuses)
    ]
    return tuple(
        sorted(set(found), key=lambda tie: (tie.note, tie.target, tie.what, tie.when))
    )


def _tie(
    index: Index, relation: Relation, statuses: Mapping[str, Status], day: Day
) -> Iterator[Tie]:
    match index.notes[relation.note]:
        case Treaty() as treaty:
            yield from _of_treaty(treaty, relation, statuses)
        case Actor() as actor:
            yield from _of_actor(actor, relation, day)


def _of_treaty(
    treaty: Treaty, relation: Relation, statuses: Mapping[str, Status]
) -> Iterator[Tie]:
    match relation.path:
        case ("parties", int(place), "party"):
            party = treaty.fields.parties[place]
            yield _of_party(treaty, party, relation.target, statuses)
        case (("replaces" | "amends") as what, *_):
            when = span(_first(treaty.fields.in_force), None)
            yield Tie(treaty.id, what, relation.target, when, NOW)


def _of_actor(actor: Actor, relation: Relation, day: Day) -> Iterator[Tie]:
    other = relation.target
    match relation.path:
        case ("roles", int(place), "of"):
            role = actor.fields.roles[place]
            start, end = _first(role.from_), _first(role.to)
            when, holds = span(start, end), held(start, end, day)
            yield Tie(actor.id, role.title, other, when, holds)
        case ("leader", *_):
            yield Tie(other, "leads", actor.id)
        case ("member_of", *_):
            yield Tie(actor.id, "member of", other)
        case ("country", *_):
            yield Tie(actor.id, "belongs to", other)
        case ("succeeds", *_):
            when = span(_first(actor.fields.founded), None)
            yield Tie(actor.id, "succeeds", other, when, NOW)


def _of_party(
    note: Treaty,
    party: Party,
    target: str,
    statuses: Mapping[str, Status],
) -> Tie:
    start = _first(party.in_force) or _first(note.fields.in_force)
    what = "party to" if start or party.ratified else "signed"
    start = start or _first(party.signed) or _first(note.fields.signed)
    end = _first(party.withdrew) or _first(note.fields.ended)
    holds = PAST if party.withdrew else _standing(note, statuses)
    return Tie(target, what, note.id, span(start, end), holds)


def _allies(
    index: Index, note: Treaty, statuses: Mapping[str, Status]
) -> Iterator[Tie]:
    """Yield a tie between every two parties of a treaty that obliges few to defend each other."""
    obligations = {str(item.value) for item in current(note.fields.obligations)}
    if "defence" not in obligations:
        return
    parties = (index.resolve(party.party, ("actors",)) for party in note.fields.parties)
    ids = sorted({party.id for party in parties if party})
    when = span(_first(note.fields.in_force), _first(note.fields.ended))
    if len(ids) <= FEW:
        for one, other in combinations(ids, 2):
            yield Tie(one, "ally of", other, when, _standing(note, statuses))


FEW = 12
"""Of a treaty with more parties than this, not every two are named as allies."""


def _standing(note: Treaty, statuses: Mapping[str, Status]) -> str:
    """Return what a treaty's status says of the tie to its parties, if it is certain."""
    words = set(statuses[note.id].words)
    return NOW if words <= _IN_FORCE else PAST if words <= _ENDED else UNKNOWN


def _first(statements: tuple[Statement[Any], ...]) -> Date | None:
    dates = current(statements)
    return dates[0].value if dates else None


def span(start: Date | None, end: Date | None) -> str:
    """Return a time in words, as far as its ends are known."""
    if start and end:
        return f"{start.label} to {end.label}"
    if end:
        return f"until {end.label}"
    if start:
        return start.label if start.is_open else f"since {start.label}"
    return ""


def held(start: Date | None, end: Date | None, day: Day) -> str:
    """Say whether something that began and ended then holds on a day."""
    if end and end.latest < day:
        return PAST
    has_begun = start is not None and OPEN_START < start.latest <= day
    return NOW if has_begun and (end is None or end.earliest > day) else UNKNOWN
