"""Dates in sentences, each with where it stands: absolute ones, and those told from a day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.dates.date import Date, DateError
from generator.dates.labels import MONTHS
from generator.dates.parse import parse_date

_MONTH = (
    "(?:" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS) + r"|Sept)\b\.?"
)
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
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "a one two three four five six seven eight nine ten eleven twelve".split()
    )
    if word != "a"
} | {"a": 1, "an": 1}
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(_NUMBERS) + ")"
_WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
_RELATIVE = re.compile(
    rf"\b(?:{_COUNT} (?P<unit>day|week|month|year)s? (?P<way>ago|earlier|later)"
    r"|(?P<which>last|this|next) (?P<span>week|month|year)"
    rf"|(?P<near>yesterday|today|tomorrow)"
    rf"|(?P<turn>last|next|in|this|on)? ?(?P<named>{_MONTH}|{'|'.join(_WEEKDAYS)})(?! ?\d)"
    r")\b",
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date in prose."""

    start: int
    end: int
    date: Date
    is_relative: bool = False
    """Whether it was told from the day the text was written."""


def find_dates(prose: str, anchor: Date | None = None) -> Iterator[Found]:
    """Yield the dates of a text in order; relative ones only if it is known when it was written.

    A relative date is no more precise than what is said, nor than the anchor: "five years ago" is a
    year, "last month" a month, and from an anchor that is a month no day follows.
    """
    found = list(_absolute(prose))
    if anchor and not anchor.is_open:
        taken = [(item.start, item.end) for item in found]
        found += [
            item
            for item in _relative(prose, anchor)
            if not any(item.start < end and start < item.end for start, end in taken)
        ]
    yield from sorted(found, key=lambda item: item.start)


def _absolute(prose: str) -> Iterator[Found]:
    for match in _ABSOLUTE.finditer(prose):
        if (read := _read(match[0])) is not None:
            yield Found(match.start(), match.end(), read)


def _read(words: str) -> Date | None:
    try:
        return parse_date(words)
    except DateError:
        return None


def _relative(prose: str, anchor: Date) -> Iterator[Found]:
    for match in _RELATIVE.finditer(prose):
        try:
            edtf = _from_anchor(match, anchor)
        except OverflowError:  # a million weeks later is beyond every calendar
            continue
        if edtf and (read := _read(edtf)) is not None:
            start = (
                match.start("named")
                if match["named"] and not match["turn"]
                else match.start()
            )
            yield Found(start, match.end(), read, is_relative=True)


def _from_anchor(match: re.Match[str], anchor: Date) -> str:
    """Return what a relative date means, in EDTF, or nothing if that cannot be known."""
    if match["count"]:
        text = match["count"].lower()
        count = _NUMBERS.get(text) or int(text if text.isdigit() else 0)
        return _moved(
            match["unit"], count if match["way"] == "later" else -count, anchor
        )
    if match["which"]:
        step = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
        return _moved(match["span"], step, anchor)
    if match["near"]:
        return _moved(
            "day", {"yesterday": -1, "today": 0, "tomorrow": 1}[match["near"]], anchor
        )
    return _named(match["named"].rstrip("."), (match["turn"] or "").lower(), anchor)


def _moved(unit: str, count: int, anchor: Date) -> str:
    """Return the day, month or year so far from the anchor, as precise as both allow."""
    (year, month, _), (last_year, last_month, _) = anchor.earliest, anchor.latest
    if unit == "year":
        return f"{year + count:04}" if year == last_year else ""
    if unit == "month":
        months = year * 12 + month - 1 + count
        is_one = (year, month) == (last_year, last_month)
        return f"{months // 12:04}-{months % 12 + 1:02}" if is_one else ""
    if anchor.earliest != anchor.latest:
        return ""
    day = date(*anchor.earliest) + timedelta(days=count * (7 if unit == "week" else 1))
    if unit == "day":
        return day.isoformat()
    monday = day - timedelta(days=day.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _named(name: str, turn: str, anchor: Date) -> str:
    """Return the month or weekday of that name next to the anchor: before it, unless said else."""
    if name.capitalize() in _WEEKDAYS:
        return _weekday(_WEEKDAYS.index(name.capitalize()), turn, anchor)
    if not turn or turn == "on":
        return ""  # a bare May may be a name
    number = next(
        n for n, month in enumerate(MONTHS, 1) if month[:3] == name[:3].capitalize()
    )
    year, month, _ = anchor.earliest
    if (year, month) != anchor.latest[:2]:
        return ""
    if turn == "next":
        year += number <= month
    elif turn != "this":
        year -= number > month or (turn == "last" and number == month)
    return f"{year:04}-{number:02}"


def _weekday(number: int, turn: str, anchor: Date) -> str:
    if anchor.earliest != anchor.latest:
        return ""
    day = date(*anchor.earliest)
    back = (day.weekday() - number) % 7
    if turn == "next":
        return (day + timedelta(days=7 - back if back else 7)).isoformat()
    return (day - timedelta(days=back or (7 if turn == "last" else 0))).isoformat()
