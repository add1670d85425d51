"""Dates as precise as they are known: a subset of EDTF, read forgivingly and kept exactly.

Format: Extended Date/Time Format, Library of Congress, 2019 (ISO 8601-2): years, months, days,
seasons, unspecified digits (``199X``), the qualifiers ``?`` (uncertain), ``~`` (approximate) and
``%`` (both), intervals and one-of sets.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

Day = tuple[int, int, int]
"""Year, month and day of the proleptic Gregorian calendar."""

OPEN_START: Day = (0, 1, 1)
OPEN_END: Day = (9999, 12, 31)
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
# Northern seasons as the EDTF specification leaves them: which months is our choice.
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
_QUALIFIED = {
    "": "{}",
    "~": "about {}",
    "?": "{} (uncertain)",
    "%": "about {} (uncertain)",
}
_LAST_MONTH = 12
_DAY_EDTF = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class DateError(ValueError):
    """What is wrong with the text of a date, in a writer's words."""


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
    def sort_key(self) -> tuple[Day, tuple[int, ...], str]:
        """Order by the earliest day; of two that start together, the vaguer comes first."""
        return (self.earliest, tuple(-part for part in self.latest), self.edtf)

    @property
    def form(self) -> str:
        """Say what is known: the ``day``, a time it was ``lasting``, or one it lies ``within``."""
        if "/" in self.edtf:
            return "lasting"
        return "day" if self.earliest == self.latest else "within"

    @property
    def is_unsure(self) -> bool:
        """Whether the date is qualified: uncertain, approximate, or both."""
        return any(mark in self.edtf for mark in "?~%")

    @property
    def is_open(self) -> bool:
        """Whether an end of it is not known, so that it spans no stretch of years."""
        return self.earliest == OPEN_START or self.latest == OPEN_END

    def __str__(self) -> str:
        return self.edtf


_ATOM = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<mark>[?~%]?)",
    re.ASCII,
)
_UNNAMED = _ATOM.pattern.replace("?P<year>", "?:").replace("?P<month>", "?:")
_ANY = _UNNAMED.replace("?P<day>", "?:").replace("?P<mark>", "?:")
_EDTF = re.compile(
    rf"{_ANY}|(?:{_ANY}|\.\.) ?/ ?(?:{_ANY}|\.\.)|\[{_ANY}(?:(?:, ?|\.\.){_ANY})+\]"
    rf"|\[\.\.{_ANY}\]|\[{_ANY}\.\.\]",
    re.ASCII,
)


def parse_edtf(edtf: str) -> Date:
    """Read canonical EDTF.

    Raises:
        DateError: If the text is none, or names a day the calendar does not have.
    """
    if edtf.startswith("["):
        return _one_of(edtf)
    if "/" in edtf:
        return _interval(edtf)
    return _atom(edtf)


def is_edtf(text: str) -> bool:
    """Say whether a text has the form of EDTF, spaces aside."""
    return bool(_EDTF.fullmatch(text))


def is_atom(text: str) -> bool:
    """Say whether a text has the form of one date without an interval."""
    return bool(_ATOM.fullmatch(text))


def _atom(edtf: str) -> Date:
    """Read one date without an interval around it."""
    if _DAY_EDTF.fullmatch(edtf) and not {"0000", "00"} & {
        edtf[:4],
        edtf[5:7],
        edtf[8:],
    }:
        return _day(edtf)
    match = _ATOM.fullmatch(edtf)
    if match is None:
        raise DateError(not_a_date(edtf))
    first, last = (
        int(match["year"].replace("X", "0")),
        int(match["year"].replace("X", "9")),
    )
    month, day = (_number(match[part]) for part in ("month", "day"))
    if first == 0 or "00" in (match["month"], match["day"]):
        msg = f"{edtf!r} has a part 00, which no calendar has; leave out what is not known"
        raise DateError(msg)
    if month in SEASONS and "X" in match["year"]:
        msg = f"{edtf!r} names a season, so the year must be known: 1961-21"
        raise DateError(msg)
    if month in SEASONS and not match["day"]:
        start, end = _SEASON_MONTHS[month]
        label = f"{SEASONS[month]} {first}"
    else:
        _check_day(first, month, day)
        start, end = (month, month) if month else (1, _LAST_MONTH)
        label = _day_label(match["year"], month, day)
    return Date(
        edtf,
        (first, start, day or 1),
        (last, end, day or monthrange(last, end)[1]),
        _QUALIFIED[match["mark"]].format(label),
    )


def _day(edtf: str) -> Date:
    """Read a day, as most dates are: what ``_atom`` does for all, in half the time."""
    year, month, day = int(edtf[:4]), int(edtf[5:7]), int(edtf[8:])
    _check_day(year, month, day)
    on = (year, month, day)
    return Date(edtf, on, on, f"{day} {MONTHS[month - 1]} {year}")


def _interval(edtf: str) -> Date:
    """Read ``A/B``, ``A/..`` or ``../B``."""
    left, right = edtf.split("/")
    if left == right == "..":
        msg = "an interval needs at least one end, such as 1961/.."
        raise DateError(msg)
    if right == "..":
        start = _atom(left)
        return Date(edtf, start.earliest, OPEN_END, f"since {start.label}")
    end = _atom(right)
    if left == "..":
        return Date(edtf, OPEN_START, end.latest, f"until {end.label}")
    start = _atom(left)
    if start.earliest > end.latest:
        msg = f"the interval ends ({end.label}) before it begins ({start.label})"
        raise DateError(msg)
    return Date(edtf, start.earliest, end.latest, _interval_label(start, end))


def _one_of(edtf: str) -> Date:
    """Read ``[A,B]`` (one of these), ``[A..B]`` (one day between these), ``[..A]`` or ``[A..]``."""
    if edtf.startswith("[..") or edtf.endswith("..]"):
        return _before_or_after(edtf)
    parts = [_atom(part) for part in re.split(r",|\.\.", edtf[1:-1])]
    if ".." in edtf and parts[0].earliest > parts[-1].latest:
        msg = (
            f"the stretch ends ({parts[-1].label}) before it begins ({parts[0].label})"
        )
        raise DateError(msg)
    word = " to " if ".." in edtf else " or "
    label = word.join(part.label for part in parts)
    if ".." in edtf:
        label = f"some time from {label}"
    earliest, latest = (
        min(part.earliest for part in parts),
        max(part.latest for part in parts),
    )
    return Date(edtf, earliest, latest, label)


def _before_or_after(edtf: str) -> Date:
    """Read ``[..A]`` and ``[A..]``: some day up to A, or from A on; shown is the bound beyond.

    A bound that is itself uncertain or approximate has nothing beyond it, and is shown.
    """
    part = _atom(edtf.strip("[].").rstrip("."))
    is_vague = part.edtf.endswith(("?", "~", "%"))
    if edtf.startswith("[.."):
        beyond = part if is_vague else _atom(neighbour(part.edtf, 1))
        return Date(edtf, OPEN_START, part.latest, f"before {beyond.label}")
    beyond = part if is_vague else _atom(neighbour(part.edtf, -1))
    return Date(edtf, part.earliest, OPEN_END, f"after {beyond.label}")


def neighbour(edtf: str, step: int) -> str:
    """Return the year, month or day next to one, in EDTF; a decade or century counts as its years.

    Raises:
        DateError: If there is no such neighbour.
    """
    match = _ATOM.fullmatch(edtf)
    is_plain = match and match["month"] != "XX" and match["day"] != "XX"
    if (
        match is None
        or not is_plain
        or _number(match["month"]) in SEASONS
        or match["mark"]
    ):
        msg = f"before and after want a year, month or day, not {edtf!r}"
        raise DateError(msg)
    year, month, day = match["year"], _number(match["month"]), _number(match["day"])
    if day:
        _check_day(int(year), month, day)
        return _beside(date(int(year), month, day), step).isoformat()
    if month:
        _check_day(int(year), month, 0)
        count = int(year) * _LAST_MONTH + month - 1 + step
        return f"{count // _LAST_MONTH:04}-{count % _LAST_MONTH + 1:02}"
    bound = year.replace("X", "9" if step > 0 else "0")
    return f"{int(bound) + step:04}"


def _beside(day: date, step: int) -> date:
    """Return the day before or after one.

    Raises:
        DateError: If it is the first or the last of the calendar.
    """
    try:
        return day + timedelta(days=step)
    except OverflowError:
        msg = f"no day {'after' if step > 0 else 'before'} {day} can be written here"
        raise DateError(msg) from None


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 0


def _check_day(year: int, month: int, day: int) -> None:
    if month > _LAST_MONTH:
        msg = f"there is no month {month:02}"
        raise DateError(msg)
    if month and day > monthrange(year, month)[1]:
        msg = f"{MONTHS[month - 1]} {year} has {monthrange(year, month)[1]} days, not {day}"
        raise DateError(msg)


def _day_label(year: str, month: int, day: int) -> str:
    if year.endswith("XX"):
        return f"{year[:2]}00-{year[:2]}99"
    if year.endswith("0X") and year < "2":  # to many readers the 1900s are a century
        return f"{year[:3]}0-{year[:3]}9"
    if year.endswith("X"):
        return f"{year[:3]}0s"
    known = (
        str(day) if day and month else "",
        MONTHS[month - 1] if month else "",
        str(int(year)),
    )
    return " ".join(part for part in known if part)


def _interval_label(start: Date, end: Date) -> str:
    """Join two labels, saying month and year once where both share them."""
    plain = bool(_DAY_EDTF.fullmatch(start.edtf) and _DAY_EDTF.fullmatch(end.edtf))
    if plain and start.edtf[:7] == end.edtf[:7]:
        return f"{int(start.edtf[8:])}-{end.label}"
    if plain and start.edtf[:4] == end.edtf[:4]:
        return f"{start.label.rsplit(' ', 1)[0]} to {end.label}"
    return f"{start.label} to {end.label}"


def not_a_date(text: str) -> str:
    """Say that a text is no date, and what one looks like."""
    return (
        f"{text!r} is not a date such as 1961, 1961-07, 1961-07-06, 6 July 1961, 199X, 1961?, 1961~"
        " or 1961-07/1961-09"
    )
