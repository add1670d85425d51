"""The status of a treaty on a day, if every date of it is certain."""

from dataclasses import dataclass
from typing import Literal

from generator.dates.date import Date, Day
from generator.schema.statements import Values, current, first_value
from generator.schema.treaties import Suspension, TreatyFields

TreatyStatus = Literal[
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
]
"""Every status, in the order in which a treaty goes through them."""
_MIN_PARTIES = 2
"""A treaty is in force once it is in force for this many parties."""
_LAPSED = ("expire", "lapse", "ran out", "term ended")
_SUPERSEDED = ("replace", "supersede")


@dataclass(frozen=True, slots=True)
class Course:
    """One way of reading a treaty's dates: each is a day, or None if none is given."""

    signed: Day | None
    in_force: Day | None
    ended: Day | None


def status_on(
    day: Day, fields: TreatyFields, course: Course, *, is_replaced: bool
) -> TreatyStatus:
    """Return the status of a treaty on a day, if it took a given course."""
    if course.ended and course.ended <= day:
        return _ending(fields, is_replaced=is_replaced)
    if course.signed and course.signed > day:
        return "not yet signed"
    return _suspended(fields, day) or _force(fields, course, day)


def _ending(fields: TreatyFields, *, is_replaced: bool) -> TreatyStatus:
    """Return the status of a treaty that has ended."""
    ways = [item.value for item in current(fields.ended_how)]
    how = " ".join(ways).lower()
    if is_replaced or any(word in how for word in _SUPERSEDED):
        return "superseded"
    has_lapsed = any(word in how for word in _LAPSED)
    if has_lapsed and len(ways) == 1:
        return "lapsed"
    return "terminated"


def _suspended(fields: TreatyFields, day: Day) -> TreatyStatus | None:
    """Return how far a treaty is suspended on a day, if it is."""
    running = [item for item in fields.suspended if _is_running(item, day)]
    if not running:
        return None
    if all(item.in_part for item in running):
        return "suspended in part"
    return "suspended"


def _is_running(suspension: Suspension, day: Day) -> bool:
    has_begun = _is_past(suspension.from_, day)
    end = first_value(suspension.to)
    if end is None:
        return has_begun
    return has_begun and end.earliest > day


def _force(fields: TreatyFields, course: Course, day: Day) -> TreatyStatus:
    """Return whether a treaty that is neither ended nor suspended is in force on a day."""
    if course.in_force is None:
        return _before_force(fields, course, day)
    if course.in_force <= day:
        return "in force"
    if _ratified_count(fields, day) == len(fields.parties):
        return "not yet in force"
    return _before_force(fields, course, day)


def _before_force(fields: TreatyFields, course: Course, day: Day) -> TreatyStatus:
    """Return the status of a treaty that has no known entry into force by a day."""
    party_count = len(fields.parties)
    in_force_count = _in_force_count(fields, day)
    if party_count and in_force_count >= min(party_count, _MIN_PARTIES):
        return "in force"
    ratified_count = _ratified_count(fields, day)
    if ratified_count == party_count >= _MIN_PARTIES:
        return "ratified by all"
    if ratified_count:
        return "ratified by some"
    if course.signed is None:
        return "unknown"
    if course.ended and not course.in_force:
        return "signed and perhaps in force"
    return "signed"


def _ratified_count(fields: TreatyFields, day: Day) -> int:
    """Return how many parties have certainly ratified by a day."""
    ratified = 0
    for party in fields.parties:
        if _is_past(party.ratified, day):
            ratified += 1
    return ratified


def _in_force_count(fields: TreatyFields, day: Day) -> int:
    """Return for how many parties the treaty is certainly in force by a day."""
    bound = 0
    for party in fields.parties:
        if _is_past(party.in_force, day):
            bound += 1
    return bound


def _is_past(dates: Values[Date], day: Day) -> bool:
    """Say whether a step was certainly taken by a day."""
    date = first_value(dates)
    if date is None:
        return False
    return date.latest <= day
