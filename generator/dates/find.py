"""Dates in sentences, absolute and relative ones, each with its position."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from generator.dates.date import Date, DateError
from generator.dates.parse import parse_date
from generator.dates.relative import RELATIVE_DATE, relative_edtf
from generator.dates.typed import MONTH_NAME

_MONTH = rf"(?:{MONTH_NAME})\b\.?"
_YEAR = r"(?:1[0-9]|20)\d{2}"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_QUALIFIER = r"(?:(?:c\.|ca\.|circa|about|around|before|after|since|until|between) )?"
_ABSOLUTE = re.compile(
    rf"\b{_QUALIFIER}(?:"
    rf"\d{{4}}-\d{{2}}-\d{{2}}"
    rf"|{_DAY} {_MONTH} to {_DAY} {_MONTH},? {_YEAR}"
    rf"|{_DAY}(?: ?[–-] ?{_DAY})? {_MONTH},? {_YEAR}"
    rf"|{_MONTH} {_DAY}(?: ?[–-] ?{_DAY})?, {_YEAR}"
    rf"|(?:spring|summer|autumn|fall|winter)(?: of)? {_YEAR}"
    rf"|{_MONTH},? {_YEAR}"
    rf"|(?:early |mid-?|late )?\d{{3}}0s"
    rf"|\d{{1,2}}(?:st|nd|rd|th) century"
    rf"|{_YEAR}(?: ?[–-] ?(?:{_YEAR}|\d{{2}})| (?:and|to|or) {_YEAR})?"
    r")(?![\d,]\d|\d|[-–]\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date in prose."""

    start: int
    end: int
    date: Date
    is_relative: bool = False
    """Whether it is relative to the day the text was written."""

    def overlaps(self, other: "Found") -> bool:
        """Say whether the two have a letter in common."""
        starts_before_end = self.start < other.end
        ends_after_start = other.start < self.end
        return starts_before_end and ends_after_start


def find_dates(prose: str, anchor: Date | None = None) -> Iterator[Found]:
    """Yield the dates of a text in order; relative ones only if it is known when it was written.

    A relative date is no more precise than its words, nor than the anchor: "five years ago" is a
    year, "last month" a month, and counting from a month never gives a day.
    """
    found = list(_absolute(prose))
    if anchor and not anchor.is_open:
        relative = _relative(prose, anchor)
        apart = list(_apart_from(found, relative))
        found += apart
    yield from sorted(found, key=attrgetter("start"))


def _absolute(prose: str) -> Iterator[Found]:
    for match in _ABSOLUTE.finditer(prose):
        date = _read(match[0])
        if date:
            yield Found(match.start(), match.end(), date)


def _relative(prose: str, anchor: Date) -> Iterator[Found]:
    for match in RELATIVE_DATE.finditer(prose):
        try:
            edtf = relative_edtf(match, anchor)
        except OverflowError:  # a million weeks later is beyond every calendar
            continue
        date = _read(edtf)
        if date:
            is_bare = match["named"] and not match["turn"]
            start = match.start("named") if is_bare else match.start()
            yield Found(start, match.end(), date, is_relative=True)


def _read(words: str) -> Date | None:
    try:
        return parse_date(words)
    except DateError:
        return None


def _apart_from(taken: list[Found], items: Iterable[Found]) -> Iterator[Found]:
    """Yield the items that overlap none of those already found."""
    for item in items:
        is_apart = not any(item.overlaps(other) for other in taken)
        if is_apart:
            yield item
