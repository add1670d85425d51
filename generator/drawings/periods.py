"""The years, decades or centuries into which a timeline is divided."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.dates.date import OPEN_END, OPEN_START, Date, Day
from generator.facts.entries import Entry

DECADE = 10
CENTURY = 100
_MONTHS_OF_YEAR = 12
MAX_DECADES = 25
"""A timeline of more decades is divided into centuries."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A year, decade or century of a timeline."""

    start: int
    """Its first year."""
    years: int

    @property
    def label(self) -> str:
        """The name readers know it by: 1961, 1960s, 1900-1999."""
        if self.years == CENTURY:
            last_year = self.start + CENTURY - 1
            return f"{self.start}-{last_year}"
        if self.years == DECADE:
            return f"{self.start}s"
        return str(self.start)

    @property
    def parts(self) -> int:
        """The number of months, years or decades in it."""
        if self.years == 1:
            return _MONTHS_OF_YEAR
        return DECADE


def unit_of(entries: Sequence[Entry]) -> int:
    """Return the length, in years, of the periods that suit a timeline best."""
    starts = [known_start(entry.date) for entry in entries]
    ends = [entry.date.latest for entry in entries]
    years = [day[0] for day in starts + ends if day != OPEN_END]
    if not years:
        return 1
    span = max(years) - min(years)
    if span < DECADE:
        return 1
    if span < MAX_DECADES * DECADE:
        return DECADE
    return CENTURY


def period_of(day: Day, unit: int) -> Period:
    """Return the period of the given length that a day lies in."""
    year, _, _ = day
    first_year = year // unit * unit
    return Period(first_year, unit)


def by_period(entries: Sequence[Entry]) -> list[tuple[Period, list[Entry]]]:
    """Group the entries of a timeline, oldest first, by the period they begin in."""
    unit = unit_of(entries)
    groups: list[tuple[Period, list[Entry]]] = []
    last_period = None
    for entry in entries:
        start = known_start(entry.date)
        period = period_of(start, unit)
        if period != last_period:
            groups.append((period, []))
            last_period = period
        _, group = groups[-1]
        group.append(entry)
    return groups


def known_start(date: Date) -> Day:
    """Return the first day of a date; if its start is open, its last."""
    if date.earliest == OPEN_START:
        return date.latest
    return date.earliest
