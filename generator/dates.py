"""Dates as precise as they are known: a subset of EDTF, read forgivingly and kept exactly.

Format: Extended Date/Time Format, Library of Congress, 2019 (ISO 8601-2): years, months, days,
seasons, unspecified digits (``199X``), the qualifiers ``?`` (uncertain), ``~`` (approximate) and
``%`` (both), intervals and one-of sets.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass

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
_QUALIFIED = {"": "{}", "~": "about {}", "?": "{} (uncertain)", "%": "about {} (uncertain)"}
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
    def is_open(self) -> bool:
        """Whether an end of it is not known, so that it spans no stretch of years."""
        return self.earliest == OPEN_START or self.latest == OPEN_END

    def __str__(self) -> str:
        return self.edtf


def parse_date(text: str) -> Date:
    """Read EDTF or what people type for it; never make it more precise than it was written.

    Raises:
        DateError: If the text is no such date, or names a day the calendar does not have.
    """
    words = " ".join(text.split())
    edtf = words.replace(" ", "") if _EDTF.fullmatch(words) else _edtf_of(words)
    if edtf.startswith("["):
        return _one_of(edtf)
    if "/" in edtf:
        return _interval(edtf)
    return _atom(edtf)


_ATOM = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<mark>[?~%]?)",
    re.ASCII,
)
_UNNAMED = _ATOM.pattern.replace("?P<year>", "?:").replace("?P<month>", "?:")
_ANY = _UNNAMED.replace("?P<day>", "?:").replace("?P<mark>", "?:")
_EDTF = re.compile(
    rf"{_ANY}|(?:{_ANY}|\.\.) ?/ ?(?:{_ANY}|\.\.)|\[{_ANY}(?:(?:, ?|\.\.){_ANY})+\]", re.ASCII
)


def _atom(edtf: str) -> Date:
    """Read one date without an interval around it."""
    match = _ATOM.fullmatch(edtf)
    if match is None:
        raise DateError(_not_a_date(edtf))
    first, last = int(match["year"].replace("X", "0")), int(match["year"].replace("X", "9"))
    month, day = (_number(match[part]) for part in ("month", "day"))
    if first == 0 or "00" in (match["month"], match["day"]):
        msg = f"{edtf!r} has a part 00, which no calendar has; leave out what is not known"
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
    """Read ``[A,B]`` (one of these) or ``[A..B]`` (one day between these)."""
    parts = [_atom(part) for part in re.split(r",|\.\.", edtf[1:-1])]
    if ".." in edtf and parts[0].earliest > parts[-1].latest:
        msg = f"the stretch ends ({parts[-1].label}) before it begins ({parts[0].label})"
        raise DateError(msg)
    word = " to " if ".." in edtf else " or "
    label = word.join(part.label for part in parts)
    if ".." in edtf:
        label = f"some time from {label}"
    earliest, latest = min(part.earliest for part in parts), max(part.latest for part in parts)
    return Date(edtf, earliest, latest, label)


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
    if year.endswith("X"):
        return f"{year[:3]}0s"
    known = (str(day) if day and month else "", MONTHS[month - 1] if month else "", str(int(year)))
    return " ".join(part for part in known if part)


def _interval_label(start: Date, end: Date) -> str:
    """Join two labels, saying month and year once where both share them."""
    plain = bool(_DAY_EDTF.fullmatch(start.edtf) and _DAY_EDTF.fullmatch(end.edtf))
    if plain and start.edtf[:7] == end.edtf[:7]:
        return f"{int(start.edtf[8:])}-{end.label}"
    if plain and start.edtf[:4] == end.edtf[:4]:
        return f"{start.label.rsplit(' ', 1)[0]} to {end.label}"
    return f"{start.label} to {end.label}"


# What people type instead of EDTF.
_MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_MONTH = "(?P<month>" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS) + r"|Sept)\.?"
_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_TYPED = [
    re.compile(pattern, re.IGNORECASE | re.ASCII)
    for pattern in (
        rf"{_DAY} {_MONTH},? {_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"{_MONTH},? {_YEAR}",
        r"(?P<decade>\d{3})0'?s",
        rf"(?P<season>spring|summer|autumn|fall|winter),? (?:of )?{_YEAR}",
        rf"{_YEAR}-(?P<number>\d{{1,2}})(?:-(?P<day>\d{{1,2}}))?",
        _YEAR,
    )
]
_SEASON_NUMBERS = {"fall": 23, **{name: number for number, name in SEASONS.items()}}


def _edtf_of(words: str) -> str:
    """Turn what people type into EDTF, by the shape of it alone."""
    for shape, rewrite in _SHAPES:
        if match := shape.fullmatch(words):
            edtf = rewrite(match)
            if edtf.count("/") > 1 or edtf.endswith(("/..~", "/..?", "/..%")):
                raise DateError(_not_a_date(words))
            return edtf
    for shape in _TYPED:
        if match := shape.fullmatch(words):
            return _edtf_from(match.groupdict())
    if _ATOM.fullmatch(words):
        return words
    raise DateError(_not_a_date(words))


def _range_of(match: re.Match[str]) -> str:
    left, right = match["left"], match["right"]
    return f"{_edtf_of(_left_end(left, right))}/{_edtf_of(_right_end(left, right))}"


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.ASCII), rewrite)
    for pattern, rewrite in (
        (r"(?:until|till|up to) (?P<date>.+)", lambda match: f"../{_edtf_of(match['date'])}"),
        (r"(?:from )?(?P<left>.+?)(?: to | until | ?– ?| - )(?P<right>.+)", _range_of),
        (r"(?P<left>\d{4})-(?P<right>\d{4})", _range_of),
        (r"(?P<left>\d{1,2})-(?P<right>\d{1,2} [a-z].+)", _range_of),
        (r"(?:since|from) (?P<date>.+)", lambda match: f"{_edtf_of(match['date'])}/.."),
        (
            r"(?:circa|about|around|approximately|approx\.?|ca?\.?) ?(?P<date>[\da-z].*)",
            lambda match: _qualified(_edtf_of(match["date"]), "~"),
        ),
        (
            r"(?P<date>.+?) ?(?P<mark>[?~%])",
            lambda match: _qualified(_edtf_of(match["date"]), match["mark"]),
        ),
    )
)
"""Phrases around a date, the first that fits first."""


def _qualified(edtf: str, mark: str) -> str:
    """Add a qualifier; uncertain and approximate together are one mark."""
    return f"{edtf[:-1]}%" if {edtf[-1], mark} == {"?", "~"} else f"{edtf}{mark}"


def _left_end(left: str, right: str) -> str:
    """Lend the left end the month and year it leaves to the right one: ``6 – 11 July 1961``."""
    if re.fullmatch(r"\d{1,2}", left) and (tail := re.search(r"[A-Za-z].*", right)):
        return f"{left} {tail[0]}"
    if not re.search(r"\d{4}|\d0s|\d{2}[\dX]X", left) and (year := re.search(r"\d{4}", right)):
        return f"{left} {year[0]}"
    return left


def _right_end(left: str, right: str) -> str:
    """Lend the right end the century it leaves to the left one: ``1961–63``."""
    return left[:2] + right if re.fullmatch(r"\d{2}", right) else right


def _edtf_from(parts: dict[str, str | None]) -> str:
    """Write the parts of a typed date as EDTF."""
    if decade := parts.get("decade"):
        return f"{decade}X"
    month = parts.get("number") or ""
    if name := parts.get("month"):
        month = str(_MONTH_NUMBERS[name[:3].lower()])
    if season := parts.get("season"):
        month = str(_SEASON_NUMBERS[season.lower()])
    known = (parts["year"], month and f"{int(month):02}", f"{int(parts.get('day') or 0):02}")
    return "-".join(part for part in known if part and part != "00")


def _not_a_date(text: str) -> str:
    return (
        f"{text!r} is not a date such as 1961, 1961-07, 1961-07-06, 6 July 1961, 199X, 1961?, 1961~"
        " or 1961-07/1961-09"
    )
