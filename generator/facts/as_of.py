"""What is true on one day: the statuses of treaties, the ties, the history so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.dates.date import Date
from generator.dates.parse import parse_date
from generator.facts.history import Calendar, History
from generator.facts.relations import Neighbours, Tie, neighbours, ties
from generator.facts.treaty_status import Status, statuses
from generator.notes.index import Index
from generator.notes.relations import Relation


@dataclass(frozen=True, slots=True)
class AsOf:
    """What is known as of a day; nothing if no day is given."""

    day: Date | None = None
    statuses: Mapping[str, Status] = field(default_factory=dict)
    """The status of each treaty."""
    ties: tuple[Tie, ...] = ()
    """The ties between actors and treaties, and whether they are current."""
    neighbours: Neighbours = field(default_factory=dict)
    """The same ties by the notes they tie."""
    history: History = field(default_factory=dict)
    """The changes of each file, newest first, as far as they are known."""


def as_of(
    index: Index, relations: Sequence[Relation], calendar: Calendar | None
) -> AsOf:
    """Return what is known on the calendar's day."""
    if calendar is None:
        return AsOf()
    day = parse_date(calendar.today.isoformat())
    known = statuses(index, relations, day.earliest)
    found = ties(index, known, day.earliest)
    return AsOf(
        day=day,
        statuses=known,
        ties=found,
        neighbours=neighbours(found),
        history=calendar.history,
    )
