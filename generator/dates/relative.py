"""Dates relative to the day a text was written: ``five years ago``, ``on Monday``."""

import re
from datetime import date, timedelta

from generator.dates.atom import month_after
from generator.dates.date import Date
from generator.dates.labels import MONTHS
from generator.dates.typed import MONTH_NAME

_NUMBER_WORDS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
_DIRECTIONS = {"ago": -1, "earlier": -1, "later": 1}
_STEPS = {"last": -1, "this": 0, "next": 1}
_DAYS_AWAY = {"yesterday": -1, "today": 0, "tomorrow": 1}
_WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_DAYS_IN_WEEK = 7
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBER_WORDS)})"
_NAMED = rf"(?P<named>(?:{MONTH_NAME})\b\.?|{'|'.join(_WEEKDAYS)})"
RELATIVE_DATE = re.compile(
    rf"\b(?:{_COUNT} (?P<unit>day|week|month|year)s? (?P<way>ago|earlier|later)"
    r"|(?P<which>last|this|next) (?P<span>week|month|year)"
    r"|(?P<near>yesterday|today|tomorrow)"
    rf"|(?P<turn>last|next|in|this|on)? ?{_NAMED}(?! ?\d)"
    r")\b",
)


def relative_edtf(match: re.Match[str], anchor: Date) -> str:
    """Return what a relative date means, in EDTF, or "" if the anchor is too vague to tell.

    Raises:
        OverflowError: If the day is beyond the calendar.
    """
    if match["count"]:
        count = _number(match["count"]) * _DIRECTIONS[match["way"]]
        return _moved(match["unit"], count, anchor)
    if match["which"]:
        step = _STEPS[match["which"]]
        return _moved(match["span"], step, anchor)
    if match["near"]:
        step = _DAYS_AWAY[match["near"]]
        return _moved("day", step, anchor)
    name = match["named"]
    turn = match["turn"] or ""
    if name in _WEEKDAYS:
        return _weekday(_WEEKDAYS.index(name), turn, anchor)
    return _month(_MONTH_NUMBERS[name[:3]], turn, anchor)


def _number(text: str) -> int:
    if text in _NUMBER_WORDS:
        return _NUMBER_WORDS[text]
    return int(text)


def _moved(unit: str, count: int, anchor: Date) -> str:
    """Return the day, week, month or year at a distance from the anchor's."""
    if unit == "year":
        return _moved_year(count, anchor)
    if unit == "month":
        return _moved_month(count, anchor)
    if anchor.earliest != anchor.latest:
        return ""
    day = date(*anchor.earliest)
    if unit == "day":
        moved = day + timedelta(days=count)
        return moved.isoformat()
    return _week_of(day + timedelta(weeks=count))


def _moved_year(count: int, anchor: Date) -> str:
    first_year = anchor.earliest[0]
    last_year = anchor.latest[0]
    if first_year != last_year:
        return ""
    return f"{first_year + count:04}"


def _moved_month(count: int, anchor: Date) -> str:
    if not _is_in_one_month(anchor):
        return ""
    year, month, _ = anchor.earliest
    return month_after(year, month, count)


def _week_of(day: date) -> str:
    monday = day - timedelta(days=day.weekday())
    sunday = monday + timedelta(days=6)
    return f"{monday}/{sunday}"


def _is_in_one_month(anchor: Date) -> bool:
    first_month = anchor.earliest[:2]
    last_month = anchor.latest[:2]
    return first_month == last_month


def _month(number: int, turn: str, anchor: Date) -> str:
    """Return the month of that name next to the anchor: before it, unless it says otherwise."""
    is_bare = turn in ("", "on")
    if is_bare or not _is_in_one_month(anchor):  # a bare May may be a name
        return ""
    year, month, _ = anchor.earliest
    if turn == "next" and number <= month:
        year += 1
    if turn == "last" and number >= month:
        year -= 1
    if turn == "in" and number > month:
        year -= 1
    return f"{year:04}-{number:02}"


def _weekday(number: int, turn: str, anchor: Date) -> str:
    """Return the weekday of that name next to the anchor: before it, unless it says otherwise."""
    if anchor.earliest != anchor.latest:
        return ""
    day = date(*anchor.earliest)
    days_back = (day.weekday() - number) % _DAYS_IN_WEEK
    if turn == "next":
        days_back -= _DAYS_IN_WEEK
    elif turn == "last" and days_back == 0:
        days_back = _DAYS_IN_WEEK
    found = day - timedelta(days=days_back)
    return found.isoformat()
