"""Place a timeline's dates in the rows of their periods, as wide as the days they may mean."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.dates.date import OPEN_END, Date, Day
from generator.drawings.periods import Period, known_start, period_of, unit_of
from generator.facts.entries import Entry

ROW_WIDTH = 400
RADIUS = 3.2
"""Radius of the disc that shows a day."""
MIN_WIDTH = 2 * RADIUS
_DAYS_OF_MONTH = 31
_DAYS_OF_YEAR = 12 * _DAYS_OF_MONTH
"""Every month counts as 31 days, so placing a mark needs no calendar."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where one date of an entry is in a row, from 0 on the left to :data:`ROW_WIDTH`."""

    entry: Entry
    form: str
    """The form of the date: ``day``, ``lasting`` or ``within``."""
    is_unsure: bool
    left: float
    right: float
    lane: int = 0
    """Lanes count upwards; marks in the same lane do not overlap."""


@dataclass(frozen=True, slots=True)
class Row:
    """A period of a timeline, with its marks."""

    period: Period
    marks: Sequence[Mark]


def rows(entries: Sequence[Entry]) -> list[Row]:
    """Return every period in which something may lie, oldest first, with its marks in lanes.

    A date that spans several periods has a mark in each.
    """
    unit = unit_of(entries)
    found: dict[Period, list[Mark]] = {}
    for entry in entries:
        for date in (entry.date, *entry.also):
            for period in _periods(date, unit):
                mark = _mark(entry, date, period)
                found.setdefault(period, []).append(mark)
    drawn: list[Row] = []
    for period in sorted(found):
        marks = found[period]
        in_lanes = list(_in_lanes(marks))
        drawn.append(Row(period, in_lanes))
    return drawn


def _periods(date: Date, unit: int) -> Iterator[Period]:
    """Yield the periods that a date spans."""
    start = known_start(date)
    last_year, _, _ = _known_end(date)
    first_year = period_of(start, unit).start
    for year in range(first_year, last_year + 1, unit):
        yield Period(year, unit)


def _known_end(date: Date) -> Day:
    """Return the last day of a date; if its end is open, only its beginning is drawn."""
    if date.latest == OPEN_END:
        return date.earliest
    return date.latest


def _mark(entry: Entry, date: Date, period: Period) -> Mark:
    """Return the mark of a date, in the lowest lane."""
    left = _across(known_start(date), period)
    right = _across(_known_end(date), period)
    if right - left < MIN_WIDTH:
        middle = (left + right) / 2
        middle = _within(middle, RADIUS, ROW_WIDTH - RADIUS)
        left = middle - RADIUS
        right = middle + RADIUS
    return Mark(
        entry=entry,
        form=date.form,
        is_unsure=date.is_unsure or bool(entry.also),
        left=left,
        right=right,
    )


def _across(day: Day, period: Period) -> float:
    """Return how far across a period's row a day is; days outside are at its ends."""
    year, month, day_of_month = day
    years = year - period.start
    months = month - 1
    days = years * _DAYS_OF_YEAR + months * _DAYS_OF_MONTH + day_of_month - 1
    share = days / (period.years * _DAYS_OF_YEAR)
    return _within(share, 0, 1) * ROW_WIDTH


def _within(value: float, least: float, most: float) -> float:
    value = max(value, least)
    return min(value, most)


def _in_lanes(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield marks from left to right, each in the lowest lane that has room."""
    ends: list[float] = []
    for mark in sorted(marks, key=_from_left):
        lane = _free_lane(ends, mark.left)
        if lane == len(ends):
            ends.append(0)
        ends[lane] = mark.right + 1
        yield replace(mark, lane=lane)


def _from_left(mark: Mark) -> tuple[float, float, str]:
    return mark.left, mark.right, mark.entry.id


def _free_lane(ends: Sequence[float], left: float) -> int:
    """Return the lowest lane whose marks end before a place; a new one if there is none."""
    for lane, end in enumerate(ends):
        if end < left:
            return lane
    return len(ends)
