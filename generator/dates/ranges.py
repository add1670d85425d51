"""Ranges as people type them: each end completed by what the other says for both."""

import re

from generator.dates.typed import HUNDRED, compiled

_ONE_OR_TWO_DIGITS = re.compile(r"\d{1,2}")
_TWO_DIGITS = re.compile(r"\d{2}")
_FOUR_DIGITS = re.compile(r"\d{4}")
_YEAR_OR_DECADE = re.compile(r"\d{4}|\d0s|\d{2}[\dX]X")
_MONTH_AND_REST = re.compile(r"[A-Za-z].*")
_DECADE_AT_END = re.compile(r"\d\d[1-9]0'?s\Z")
_HUNDRED = compiled(HUNDRED)
_SHORT_RANGE = re.compile(
    r"(?P<left>\d{4})-(?P<right>1[3-9]|20|2[5-9]|[3-9]\d)", re.ASCII
)
SHORT_RANGE = _SHORT_RANGE.pattern
"""Two years, the second without its century; 01 to 12 are months, 21 to 24 seasons."""


def is_short_range(text: str) -> bool:
    """Say whether a text such as ``1961-63`` is two years in order, not a year and a month."""
    years = _SHORT_RANGE.fullmatch(text)
    if years is None:
        return False
    start = int(years["left"][2:])
    end = int(years["right"])
    return end > start


def complete_left(left: str, right: str) -> str:
    """Add the month and year that the left end shares with the right: ``6 – 11 July 1961``."""
    if _ONE_OR_TWO_DIGITS.fullmatch(left):
        shared = _MONTH_AND_REST.search(right)
        if shared:
            return f"{left} {shared[0]}"
    if not _YEAR_OR_DECADE.search(left):
        year = _FOUR_DIGITS.search(right)
        if year:
            return f"{left} {year[0]}"
    return _as_decade(left, right)


def complete_right(left: str, right: str) -> str:
    """Add the century that the right end shares with the left: ``1961–63``."""
    if _TWO_DIGITS.fullmatch(right):
        century = left[:2]
        return century + right
    return _as_decade(right, left)


def _as_decade(end: str, other: str) -> str:
    """Read ``1900s`` as ten years where the other end is a decade: ``1900s to 1920s``."""
    hundred = _HUNDRED.fullmatch(end)
    if hundred and _DECADE_AT_END.search(other):
        return f"{hundred['hundred']}0X"
    return end
