"""One date as people type it, as EDTF: ``6 July 1961``, ``1990s``, ``19th century``."""

import re
from collections.abc import Callable

from generator.dates.labels import MONTHS, SEASONS

Form = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]
"""What a text may look like, and its EDTF."""

MONTH_NAME = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS) + "|Sept"
PART = r"(?:(?:early|mid|middle|late)[ -](?:the )?)?"
"""Which part of a decade or century is meant; EDTF has no form for it, so the whole is kept."""
HUNDRED = rf"{PART}(?P<hundred>1\d)00'?s"
"""``1900s`` may mean ten years or a hundred; it is read as the hundred, which includes both."""
_MONTH = rf"(?P<month>{MONTH_NAME})\.?"
_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_SEASON_NUMBERS = {name: number for number, name in SEASONS.items()}
_SEASON_NUMBERS["fall"] = _SEASON_NUMBERS["autumn"]


def compiled(form: str) -> re.Pattern[str]:
    """Compile what a text may look like; letter case does not matter.

    A dot is any character, so that ``.+`` at the end of a form never fails, and takes linear time.
    """
    return re.compile(form, re.IGNORECASE | re.ASCII | re.DOTALL)


def typed_edtf(text: str) -> str | None:
    """Return the EDTF of a date with a name or sign of its precision, or of a bare year."""
    for form, write in _FORMS:
        match = form.fullmatch(text)
        if match:
            return write(match)
    return None


def numeric_edtf(text: str) -> str | None:
    """Return the EDTF of a year, month and day without leading zeros: ``1961-7-6``."""
    match = _NUMBERS.fullmatch(text)
    if match is None:
        return None
    month = int(match["number"])
    day = _day_number(match)
    return _edtf(match["year"], month, day)


def century_edtf(number: str) -> str:
    """Return the years of a century: the 19th is ``18XX``."""
    first_digits = int(number) - 1
    return f"{first_digits:02}XX"


def _edtf(year: str, month: int, day: int | None = None) -> str:
    """Write a year, a month and perhaps a day as EDTF."""
    if day is None:
        return f"{year}-{month:02}"
    return f"{year}-{month:02}-{day:02}"


def _day(match: re.Match[str]) -> str:
    month = _month_number(match)
    day = _day_number(match)
    return _edtf(match["year"], month, day)


def _month(match: re.Match[str]) -> str:
    month = _month_number(match)
    return _edtf(match["year"], month)


def _month_number(match: re.Match[str]) -> int:
    name = match["month"].lower()
    return _MONTH_NUMBERS[name[:3]]


def _day_number(match: re.Match[str]) -> int | None:
    day = match["day"]
    if day is None:
        return None
    return int(day)


def _numbered_month(match: re.Match[str]) -> str:
    month = int(match["number"])
    return _edtf(match["year"], month)


def _season(match: re.Match[str]) -> str:
    name = match["season"].lower()
    return _edtf(match["year"], _SEASON_NUMBERS[name])


def _hundred(match: re.Match[str]) -> str:
    return f"{match['hundred']}XX"


def _decade(match: re.Match[str]) -> str:
    return f"{match['decade']}X"


def _century(match: re.Match[str]) -> str:
    return century_edtf(match["century"])


def _year(match: re.Match[str]) -> str:
    return match["year"]


_FORMS: tuple[Form, ...] = (
    (compiled(rf"{_DAY} {_MONTH},? {_YEAR}"), _day),
    (compiled(rf"{_MONTH} {_DAY},? {_YEAR}"), _day),
    (compiled(rf"{_MONTH},? {_YEAR}"), _month),
    (compiled(HUNDRED), _hundred),
    (compiled(rf"{PART}(?P<decade>\d{{3}})0'?s"), _decade),
    (
        compiled(rf"{PART}(?P<century>\d{{1,2}})(?:st|nd|rd|th)[ -]c(?:entury|\.)?"),
        _century,
    ),
    (compiled(r"(?P<century>\d{1,2}) ?c\.?"), _century),
    (
        compiled(rf"(?P<season>spring|summer|autumn|fall|winter),? (?:of )?{_YEAR}"),
        _season,
    ),
    (compiled(rf"(?P<number>0?[1-9]|1[0-2])/{_YEAR}"), _numbered_month),
    (compiled(_YEAR), _year),
)
_NUMBERS = compiled(rf"{_YEAR}-(?P<number>\d{{1,2}})(?:-(?P<day>\d{{1,2}}))?")
"""Read last, since years are written like this, too: ``1961-63``."""
