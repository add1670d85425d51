"""Dates as people type them, read as EDTF and never made more precise than they were written."""

import re
from collections.abc import Callable

from generator.dates.atom import beyond, is_atom, not_a_date
from generator.dates.date import Date, DateError
from generator.dates.edtf import is_edtf, parse_edtf
from generator.dates.labels import MONTHS, SEASONS

_SHORT_RANGE = re.compile(
    r"(?P<left>\d{4})-(?P<right>1[3-9]|20|2[5-9]|[3-9]\d)", re.ASCII
)
"""Years of which the second leaves out its century; 01 to 12 are months, 21 to 24 seasons."""
_LONGEST = 120
"""Letters of a date: words may stand around words, and each is a step deeper."""


def parse_date(text: str) -> Date:
    """Read EDTF or what people type for it; never make it more precise than it was written.

    Raises:
        DateError: If the text is no such date, or names a day the calendar does not have.
    """
    words = " ".join(text.split())
    if len(words) > _LONGEST:
        msg = f"a date has no more than {_LONGEST} letters, this has {len(words)}"
        raise DateError(msg)
    years = _SHORT_RANGE.fullmatch(words)
    is_range = years and int(years["right"]) > int(
        years["left"][2:]
    )  # else a month there is not
    edtf = (
        words.replace(" ", "") if is_edtf(words) and not is_range else _edtf_of(words)
    )
    return parse_edtf(edtf)


_MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_MONTH = (
    "(?P<month>"
    + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS)
    + r"|Sept)\.?"
)
_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_APPROXIMATELY = r"(?:circa|ca?\.)"
_PART = r"(?:(?:early|mid|middle|late)[ -](?:the )?)?"
"""Which part of a decade or century is meant; EDTF has no form for it, so the whole is kept."""
_HUNDRED = r"(?P<hundred>1\d)00'?s"
"""``1900s`` may mean ten years or a hundred; it is read as the hundred, which holds both."""
_HUNDREDS = re.compile(_PART + _HUNDRED, re.IGNORECASE | re.ASCII)
_TYPED = [
    re.compile(pattern, re.IGNORECASE | re.ASCII)
    for pattern in (
        rf"{_DAY} {_MONTH},? {_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"{_MONTH},? {_YEAR}",
        rf"{_PART}{_HUNDRED}",
        rf"{_PART}(?P<decade>\d{{3}})0'?s",
        rf"{_PART}(?P<century>\d{{1,2}})(?:st|nd|rd|th)[ -]c(?:entury|\.)?",
        r"(?P<century>\d{1,2}) ?c\.?",
        rf"(?P<season>spring|summer|autumn|fall|winter),? (?:of )?{_YEAR}",
        rf"(?P<number>0?[1-9]|1[0-2])/{_YEAR}",
        _YEAR,
    )
]
_NUMBERS = re.compile(
    rf"{_YEAR}-(?P<number>\d{{1,2}})(?:-(?P<day>\d{{1,2}}))?", re.ASCII
)
"""A month or day without its zero; read last, since years too are told this way: ``1961-63``."""
_SEASON_NUMBERS = {"fall": 23, **{name: number for number, name in SEASONS.items()}}


def _edtf_of(words: str) -> str:
    """Turn what people type into EDTF, by the shape of it alone."""
    for shape in _TYPED:
        if match := shape.fullmatch(words):
            return _edtf_from(match.groupdict())
    for shape, rewrite in _SHAPES:
        if match := shape.fullmatch(words):
            edtf = rewrite(match)
            if edtf.count("/") > 1 or edtf.endswith(("/..~", "/..?", "/..%")):
                raise DateError(not_a_date(words))
            return edtf
    if match := _NUMBERS.fullmatch(words):
        return _edtf_from(match.groupdict())
    if is_atom(words):
        return words
    raise DateError(not_a_date(words))


def _days_of(match: re.Match[str]) -> str:
    """Read ``July 6-11, 1961``: both days are of the month that stands before them."""
    day, year = re.split(r"\W+", match["right"])
    return "/".join(
        _edtf_of(f"{number} {match['month']} {year}") for number in (match["left"], day)
    )


def _before(match: re.Match[str]) -> str:
    return f"[..{beyond(_edtf_of(match['date']), -1)}]"


def _after(match: re.Match[str]) -> str:
    return f"[{beyond(_edtf_of(match['date']), 1)}..]"


def _range_of(match: re.Match[str]) -> str:
    left, right = match["left"], match["right"]
    return f"{_edtf_of(_left_end(left, right))}/{_edtf_of(_right_end(left, right))}"


_CENTURIES = (
    rf"(?:from )?(?:the )?{_PART}(?P<left>\d{{1,2}})(?:st|nd|rd|th)?(?: ?[–-] ?| to )"
    rf"(?:the )?{_PART}(?P<right>\d{{1,2}})(?:st|nd|rd|th)[ -]centur(?:y|ies)"
)
_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.ASCII), rewrite)
    for pattern, rewrite in (
        (
            rf"{_MONTH} (?P<left>\d{{1,2}}) ?[–-] ?(?P<right>\d{{1,2}},? \d{{4}})",
            _days_of,
        ),
        (
            r"(?:the )?decade of (?:the )?(?P<date>\d{3})0'?s",
            lambda match: f"{match['date']}X",
        ),
        (
            r"(?:the |an? )?(?:year|month|day|decade) (?:of |in |during )?(?:the )?(?P<date>.+)",
            lambda match: _edtf_of(match["date"]),
        ),
        (
            r"(?P<date>.*(?:\d| century)) ?(?:AD|CE|A\.D\.|C\.E\.)",
            lambda match: _edtf_of(_padded(match["date"])),
        ),
        (r"(?:before|earlier than|prior to) (?:the )?(?P<date>.+)", _before),
        (r"(?:after|later than) (?:the )?(?P<date>.+)", _after),
        (
            _CENTURIES,
            lambda match: f"{_century(match['left'])}/{_century(match['right'])}",
        ),
        (
            r"(?:some time )?(?:between|from) (?P<left>.+?) (?:and|to) (?P<right>.+)",
            lambda match: (
                f"[{_range_of(match).replace('/', '..')}]"
                if match[0].lower().startswith(("between", "some"))
                else _range_of(match)
            ),
        ),
        (
            r"(?P<left>.+?) or (?P<right>.+)",
            lambda match: f"[{_range_of(match).replace('/', ',')}]",
        ),
        (
            r"(?:until|till|up to) (?P<date>.+)",
            lambda match: f"../{_edtf_of(match['date'])}",
        ),
        (r"(?:from )?(?P<left>.+?)(?: to | until | ?– ?| - )(?P<right>.+)", _range_of),
        (_SHORT_RANGE.pattern, _range_of),
        (
            rf"(?P<left>\d{{4}}s?) ?-(?P<right>(?:{_APPROXIMATELY} ?|{_PART})\d{{4}}s?)",
            _range_of,
        ),
        (r"(?P<left>\d{1,2})-(?P<right>\d{1,2} [a-z].+)", _range_of),
        (r"(?:since|from) (?P<date>.+)", lambda match: f"{_edtf_of(match['date'])}/.."),
        (
            r"(?:circa|about|around|approx(?:imately|\.)?|ca?\.?|~) ?(?:the )?(?P<date>[\da-z].*)",
            lambda match: _qualified(_edtf_of(match["date"]), "~"),
        ),
        (
            r"(?P<date>.+?),? (?:approximately|approx\.?)",
            lambda match: _qualified(_edtf_of(match["date"]), "~"),
        ),
        (
            r"(?:maybe|perhaps|possibly|probably|uncertain:?) (?P<date>.+)",
            lambda match: _qualified(_edtf_of(match["date"]), "?"),
        ),
        (
            r"(?P<date>.+?) (?:maybe|perhaps|\(?uncertain\)?|guess)",
            lambda match: _qualified(_edtf_of(match["date"]), "?"),
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


def _padded(date: str) -> str:
    """Give a year its four digits: 127 is 0127."""
    return re.sub(r"(?<!\d)\d{1,3}\Z", lambda match: match[0].zfill(4), date)


def _left_end(left: str, right: str) -> str:
    """Lend the left end the month and year it leaves to the right one: ``6 – 11 July 1961``."""
    if re.fullmatch(r"\d{1,2}", left) and (tail := re.search(r"[A-Za-z].*", right)):
        return f"{left} {tail[0]}"
    if not re.search(r"\d{4}|\d0s|\d{2}[\dX]X", left) and (
        year := re.search(r"\d{4}", right)
    ):
        return f"{left} {year[0]}"
    return _beside_a_decade(left, right)


def _right_end(left: str, right: str) -> str:
    """Lend the right end the century it leaves to the left one: ``1961–63``."""
    if re.fullmatch(r"\d{2}", right):
        return left[:2] + right
    return _beside_a_decade(right, left)


def _beside_a_decade(end: str, other: str) -> str:
    """Read ``1900s`` as ten years where the other end is a decade: ``1900s to 1920s``."""
    is_decade = re.search(r"\d\d[1-9]0'?s\Z", other)
    hundred = _HUNDREDS.fullmatch(end)
    return f"{hundred['hundred']}0X" if is_decade and hundred else end


def _century(number: str) -> str:
    return f"{int(number) - 1:02}XX"


def _edtf_from(parts: dict[str, str | None]) -> str:
    """Write the parts of a typed date as EDTF."""
    if hundred := parts.get("hundred"):
        return f"{hundred}XX"
    if decade := parts.get("decade"):
        return f"{decade}X"
    if century := parts.get("century"):
        return _century(century)
    month = parts.get("number") or ""
    if name := parts.get("month"):
        month = str(_MONTH_NUMBERS[name[:3].lower()])
    if season := parts.get("season"):
        month = str(_SEASON_NUMBERS[season.lower()])
    known = (
        parts["year"],
        month and f"{int(month):02}",
        f"{int(parts.get('day') or 0):02}",
    )
    return "-".join(part for part in known if part and part != "00")
