"""Whether a treaty is in force on a day, worked out from its dates, and how sure that is.

Each date is one of several that sources give, and each as vague as it was written; a status is
certain if every way of reading them comes to the same. If sources make the difference it is
disputed, if vague dates alone do it is not known.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from generator.dates.date import OPEN_END, OPEN_START, Date, Day
from generator.notes.index import Index
from generator.notes.model import Treaty
from generator.notes.references import Relation
from generator.schema.notes import Suspension, TreatyFields
from generator.schema.statements import Statement, current

ORDER = (
    "not yet signed",
    "signed",
    "signed and perhaps in force",
    "ratified by some",
    "ratified by all",
    "not yet in force",
    "in force",
    "suspended in part",
    "suspended",
    "not kept",
    "lapsed",
    "terminated",
    "superseded",
    "unknown",
)
"""Every status, in the order in which a treaty goes through them."""
_ENOUGH = 2
"""So many parties between whom a treaty is in force make it so."""
_LAPSED = ("expire", "lapse", "ran out", "term ended")
_SUPERSEDED = ("replace", "supersede")


@dataclass(frozen=True, slots=True)
class Status:
    """What a treaty is on a day, and why."""

    words: tuple[str, ...]
    """One status if it is certain, else every one that is possible."""
    is_disputed: bool = False
    """Whether sources, and not vague dates alone, make the difference."""
    why: str = ""

    @property
    def is_certain(self) -> bool:
        """Whether it can be one thing only."""
        return len(self.words) == 1

    @property
    def label(self) -> str:
        """The status in words for readers."""
        known = " or ".join(self.words)
        if self.is_certain:
            return known.capitalize()
        return f"Disputed: {known}" if self.is_disputed else f"Not known: {known}"


@dataclass(frozen=True, slots=True)
class _Course:
    """One way of reading all dates: each is a day, or None if none is given."""

    signed: Day | None
    in_force: Day | None
    ended: Day | None


def status_of(fields: TreatyFields, replaced: Iterable[Day], day: Day) -> Status:
    """Return what a treaty is on a day.

    Args:
        fields: What its note says.
        replaced: Since when each treaty that replaces it is in force.
        day: Year, month and day.
    """
    if stated := current(fields.status):
        words = tuple(dict.fromkeys(str(item.value) for item in stated))
        return Status(words, len(words) > 1, stated[0].why)
    found = {
        (signed, start, end): {
            _on(fields, course, replaced, day)
            for course in _courses(signed, start, end)
        }
        for signed, start, end in product(
            _read(fields.signed), _read(fields.in_force), _read(fields.ended)
        )
    }
    possible = {word for some in found.values() for word in some}
    if fields.ended_how and not fields.ended and possible & {"in force", "signed"}:
        possible.add("not kept")  # since when is not recorded
    words = tuple(sorted(possible, key=ORDER.index))
    is_disputed = len({frozenset(some) for some in found.values()}) > 1
    return Status(words, is_disputed, _why(fields, words))


def statuses(
    index: Index, relations: Iterable[Relation], day: Day
) -> Mapping[str, Status]:
    """Map each treaty to what it is on a day."""
    since: defaultdict[str, list[Day]] = defaultdict(list)
    for relation in relations:
        newer = index.notes[relation.note]
        if relation.path[0] == "replaces" and isinstance(newer, Treaty):
            dates = current(newer.fields.in_force)
            since[relation.target] += [item.value.latest for item in dates[:1]]
    return {
        treaty.id: status_of(treaty.fields, since[treaty.id], day)
        for treaty in index.of_kind(Treaty)
    }


def _read(statements: tuple[Statement[Any], ...]) -> Sequence[Date | None]:
    """Return every date that stands, or None where there is none."""
    return [item.value for item in current(statements)] or [None]


def _courses(*dates: Date | None) -> Iterator[_Course]:
    """Yield the ways to read vague dates: each as early, and as late, as it may be."""
    for days in product(*map(_ends, dates)):
        yield _Course(*days)


def _ends(date: Date | None) -> Sequence[Day | None]:
    """Return the first and the last day a date may mean; of an open span, the one end it has."""
    if date is None:
        return (None,)
    days = dict.fromkeys((date.earliest, date.latest))
    return [day for day in days if day not in {OPEN_START, OPEN_END}]


def _on(
    fields: TreatyFields, course: _Course, replaced: Iterable[Day], day: Day
) -> str:
    """Return the status on a day, if all dates are certain."""
    if course.ended and course.ended <= day:
        return _ending(fields, any(since <= day for since in replaced))
    if course.signed and course.signed > day:
        return "not yet signed"
    if suspended := _suspended(fields, day):
        return suspended
    if course.in_force is None:
        return _before_force(fields, course, day)
    if course.in_force > day:
        is_ratified = _count(fields, "ratified", day) == len(fields.parties)
        return "not yet in force" if is_ratified else _before_force(fields, course, day)
    return "in force"


def _before_force(fields: TreatyFields, course: _Course, day: Day) -> str:
    """Return the status of a treaty of which no entry into force is known by a day."""
    parties = len(fields.parties)
    if parties and _count(fields, "in_force", day) >= min(parties, _ENOUGH):
        return "in force"
    if ratified := _count(fields, "ratified", day):
        return (
            "ratified by all" if ratified == parties >= _ENOUGH else "ratified by some"
        )
    if course.signed is None:
        return "unknown"
    return (
        "signed and perhaps in force"
        if course.ended and not course.in_force
        else "signed"
    )


def _count(fields: TreatyFields, step: str, day: Day) -> int:
    """Return how many parties have surely taken a step by a day."""
    dates = (current(getattr(party, step)) for party in fields.parties)
    return sum(bool(own) and own[0].value.latest <= day for own in dates)


def _suspended(fields: TreatyFields, day: Day) -> str:
    """Return how far a treaty is suspended on a day, or nothing."""
    running = [item for item in fields.suspended if _runs(item, day)]
    if not running:
        return ""
    return "suspended in part" if all(item.in_part for item in running) else "suspended"


def _runs(item: Suspension, day: Day) -> bool:
    start, end = current(item.from_), current(item.to)
    has_begun = bool(start) and start[0].value.latest <= day
    return has_begun and not (end and end[0].value.earliest <= day)


def _ending(fields: TreatyFields, is_replaced: bool) -> str:  # noqa: FBT001 - one caller
    how = " ".join(str(item.value).lower() for item in current(fields.ended_how))
    if is_replaced or any(word in how for word in _SUPERSEDED):
        return "superseded"
    if any(word in how for word in _LAPSED) and len(current(fields.ended_how)) == 1:
        return "lapsed"
    return "terminated"


def _why(fields: TreatyFields, words: Sequence[str]) -> str:
    """Say what a reader may miss: that the entry into force is not recorded, or how it ended."""
    if "signed and perhaps in force" in words:
        return "since when it was in force is not recorded"
    if not fields.in_force and set(words) & {"ratified by some", "ratified by all"}:
        return "whether and since when it is in force is not recorded"
    if "not kept" in words:
        return ", ".join(str(item.value) for item in current(fields.ended_how))
    return ""
