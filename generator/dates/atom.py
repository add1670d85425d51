"""Read one date in EDTF, without an interval or a set around it: ``1961-07-06``, ``199X?``."""

import re
from calendar import monthrange
from datetime import date, timedelta

from generator.dates.date import QUALIFIERS, Date, DateError
from generator.dates.labels import MONTHS, SEASONS, date_label, qualified_label

ATOM = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<mark>[?~%]?)",
    re.ASCII,
)
_DAY = re.compile(
    r"(?!0000)(?P<year>\d{4})-(?!00)(?P<month>\d{2})-(?!00)(?P<day>\d{2})", re.ASCII
)
# The EDTF specification leaves open which months a season has; these are northern ones.
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
_LAST_MONTH = 12


def parse_atom(edtf: str) -> Date:
    """Read one date, not an interval or set."""
    exact = _DAY.fullmatch(edtf)
    if exact:  # as most dates are: half the time
        return _parse_day(exact)
    match = ATOM.fullmatch(edtf)
    if match is None:
        raise DateError(not_a_date(edtf))
    _check_parts(match)
    if _is_season(match) and not match["day"]:
        return _parse_season(match)
    return _parse_vague_day(match)


def is_atom(text: str) -> bool:
    """Say whether a text has the form of one date, not of an interval or set."""
    match = ATOM.fullmatch(text)
    return match is not None


def not_a_date(text: str) -> str:
    """Say that a text is not a date, and what one looks like."""
    return (
        f"{text!r} is not a date such as 1961, 1961-07, 1961-07-06, 6 July 1961, 199X, 1961?, 1961~"
        " or 1961-07/1961-09"
    )


def _parse_day(match: re.Match[str]) -> Date:
    """Read a year, month and day that are all known."""
    year = int(match["year"])
    month = int(match["month"])
    day = int(match["day"])
    _check_day(year, month, day)
    on = (year, month, day)
    label = f"{day} {MONTHS[month - 1]} {year}"
    return Date(match[0], on, on, label)


def _parse_season(match: re.Match[str]) -> Date:
    """Read a season of a year, such as ``1961-21``."""
    year = int(match["year"])
    season = int(match["month"])
    first_month, last_month = _SEASON_MONTHS[season]
    label = f"{SEASONS[season]} {year}"
    return Date(
        edtf=match[0],
        earliest=(year, first_month, 1),
        latest=(year, last_month, _days_in(year, last_month)),
        label=qualified_label(label, match["mark"]),
    )


def _parse_vague_day(match: re.Match[str]) -> Date:
    """Read a date of which parts may be unknown; it spans every day it may mean."""
    first_year = int(match["year"].replace("X", "0"))
    last_year = int(match["year"].replace("X", "9"))
    month = _number(match["month"])
    day = _number(match["day"])
    _check_day(first_year, month, day)
    first_month = month or 1
    last_month = month or _LAST_MONTH
    last_day = day or _days_in(last_year, last_month)
    label = date_label(match["year"], month, day)
    return Date(
        edtf=match[0],
        earliest=(first_year, first_month, day or 1),
        latest=(last_year, last_month, last_day),
        label=qualified_label(label, match["mark"]),
    )


def beyond(edtf: str, step: int) -> str:
    """Return the year, month or day just before (-1) or after (1) a date, in EDTF.

    A decade or century is followed by a year. A qualified date has no exact bounds and is returned
    unchanged.

    Raises:
        DateError: If the date has no such neighbour.
    """
    if edtf.endswith(QUALIFIERS):
        return edtf
    match = ATOM.fullmatch(edtf)
    if match is None or not _has_neighbours(match):
        msg = f"'before' and 'after' take a year, month or day, not {edtf!r}"
        raise DateError(msg)
    _check_parts(match)
    if match["day"]:
        return _day_beside(match, step)
    if match["month"]:
        return _month_beside(match, step)
    return _year_beside(match, step)


def _has_neighbours(match: re.Match[str]) -> bool:
    """Say whether a date is a year, decade or century, or a known month or day."""
    if match["month"] is None:
        return True
    is_known = "X" not in match[0]
    return is_known and not _is_season(match)


def _year_beside(match: re.Match[str], step: int) -> str:
    last_digit = "9" if step > 0 else "0"
    year = int(match["year"].replace("X", last_digit))
    return f"{year + step:04}"


def _month_beside(match: re.Match[str], step: int) -> str:
    year = int(match["year"])
    month = int(match["month"])
    _check_day(year, month, 0)
    return month_after(year, month, step)


def month_after(year: int, month: int, count: int) -> str:
    """Return the month a number of months after another (before it, if negative), in EDTF."""
    months = year * _LAST_MONTH + (month - 1) + count
    year, month = divmod(months, _LAST_MONTH)
    return f"{year:04}-{month + 1:02}"


def _day_beside(match: re.Match[str], step: int) -> str:
    year = int(match["year"])
    month = int(match["month"])
    day = int(match["day"])
    _check_day(year, month, day)
    on = date(year, month, day)
    try:
        beside = on + timedelta(days=step)
    except OverflowError:
        direction = "after" if step > 0 else "before"
        msg = f"no day {direction} {on} can be written here"
        raise DateError(msg) from None
    return beside.isoformat()


def _is_season(match: re.Match[str]) -> bool:
    month = _number(match["month"])
    return month in SEASONS


def _number(text: str | None) -> int:
    """Return a month or day as a number; an unknown one (``XX`` or nothing) is 0."""
    if text is None or text == "XX":
        return 0
    return int(text)


def _days_in(year: int, month: int) -> int:
    _, days = monthrange(year, month)
    return days


def _check_parts(match: re.Match[str]) -> None:
    """Refuse parts that are 00, and seasons of a decade or century."""
    edtf = match[0]
    first_year = match["year"].replace("X", "0")
    has_zero_part = "00" in (match["month"], match["day"])
    if first_year == "0000" or has_zero_part:
        msg = f"{edtf!r} has a month or day 00, which does not exist; leave out what is not known"
        raise DateError(msg)
    if _is_season(match) and "X" in match["year"]:
        msg = f"{edtf!r} names a season, so the year must be known: 1961-21"
        raise DateError(msg)


def _check_day(year: int, month: int, day: int) -> None:
    """Refuse months and days that the calendar does not have; an unknown one is 0."""
    if month > _LAST_MONTH:
        msg = f"there is no month {month:02}"
        raise DateError(msg)
    if not month:
        return
    days = _days_in(year, month)
    if day > days:
        msg = f"{MONTHS[month - 1]} {year} has {days} days, not {day}"
        raise DateError(msg)
