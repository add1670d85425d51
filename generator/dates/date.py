"""A date as precisely as it is known: its EDTF, its first and last day, and its label."""

from dataclasses import dataclass

Day = tuple[int, int, int]
"""Year, month and day of the proleptic Gregorian calendar."""

OPEN_START: Day = (0, 1, 1)
OPEN_END: Day = (9999, 12, 31)
QUALIFIERS = ("?", "~", "%")
"""Uncertain, approximate, and both."""


class DateError(ValueError):
    """Why a text is not a date, in a writer's words."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date or interval: its earliest and latest day, and how people write it."""

    edtf: str
    """Canonical text; reading it again gives the same date."""
    earliest: Day
    latest: Day
    label: str
    """For readers, as precise as the text: ``6 July 1961``, ``about 1961``, ``since 1961``."""

    @property
    def sort_key(self) -> tuple[Day, Day, str]:
        """Order by the earliest day; of two that start together, the vaguer comes first."""
        year, month, day = self.latest
        vaguer_first = (-year, -month, -day)
        return (self.earliest, vaguer_first, self.edtf)

    @property
    def form(self) -> str:
        """Say what is known: the ``day``, a time it was ``lasting``, or one it lies ``within``."""
        if "/" in self.edtf:
            return "lasting"
        if self.earliest == self.latest:
            return "day"
        return "within"

    @property
    def is_unsure(self) -> bool:
        """Whether the date is qualified: uncertain, approximate, or both."""
        return any(mark in self.edtf for mark in QUALIFIERS)

    @property
    def is_open(self) -> bool:
        """Whether the first or the last day is unknown, so that it spans no stretch of years."""
        has_no_start = self.earliest == OPEN_START
        has_no_end = self.latest == OPEN_END
        return has_no_start or has_no_end

    def __str__(self) -> str:
        return self.edtf


def iso(day: Day) -> str:
    """Return a day in ISO 8601; an empty text for an open end."""
    if day in {OPEN_START, OPEN_END}:
        return ""
    year, month, number = day
    return f"{year:04}-{month:02}-{number:02}"
