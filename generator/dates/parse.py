"""Dates as people type them, read as EDTF and never made more precise than they were written."""

import re

from generator.dates.atom import beyond, is_atom, not_a_date
from generator.dates.date import Date, DateError
from generator.dates.edtf import is_edtf, parse_edtf
from generator.dates.ranges import (
    SHORT_RANGE,
    complete_left,
    complete_right,
    is_short_range,
)
from generator.dates.typed import (
    MONTH_NAME,
    PART,
    Form,
    century_edtf,
    compiled,
    numeric_edtf,
    typed_edtf,
)

MAX_LENGTH = 120
"""Characters of a date: phrases nest, and each is read by a call inside a call."""
_QUALIFIED_OPEN_END = ("/..~", "/..?", "/..%")


class _FormError(DateError):
    """A date, or a part of one, that has no form that is read."""


def parse_date(text: str) -> Date:
    """Read EDTF or what people type for it; never make it more precise than it was written.

    Raises:
        DateError: If the text is not such a date, or names a day the calendar does not have.
    """
    words = " ".join(text.split())
    if len(words) > MAX_LENGTH:
        msg = f"a date has at most {MAX_LENGTH} characters; this one has {len(words)}"
        raise DateError(msg)
    if is_edtf(words) and not is_short_range(words):
        return parse_edtf(words.replace(" ", ""))
    try:
        edtf = _edtf_of(words)
    except _FormError:
        raise DateError(not_a_date(words)) from None
    return parse_edtf(edtf)


def _edtf_of(words: str) -> str:
    """Turn what people type into EDTF, by its form alone."""
    typed = typed_edtf(words)
    if typed:
        return typed
    for form, write in _PHRASES:
        match = form.fullmatch(words)
        if match:
            return _checked(write(match), words)
    numeric = numeric_edtf(words)
    if numeric:
        return numeric
    if is_atom(words):
        return words
    raise _FormError(words)


def _checked(edtf: str, words: str) -> str:
    """Return what a phrase became, unless it is an interval in an interval or qualifies ``..``."""
    is_nested = edtf.count("/") > 1
    if is_nested or edtf.endswith(_QUALIFIED_OPEN_END):
        raise _FormError(words)
    return edtf


def _days_of_month(match: re.Match[str]) -> str:
    """Read ``July 6-11, 1961``: the month and year are those of both days."""
    month_and_year = f"{match['month']} {match['year']}"
    start = _edtf_of(f"{match['first']} {month_and_year}")
    end = _edtf_of(f"{match['last']} {month_and_year}")
    return f"{start}/{end}"


def _bare(match: re.Match[str]) -> str:
    return _edtf_of(match["date"])


def _decade(match: re.Match[str]) -> str:
    return f"{match['decade']}X"


def _common_era(match: re.Match[str]) -> str:
    """Give a year its four digits: ``127 CE`` is ``0127``."""
    date = match["date"]
    year = _SHORT_YEAR.search(date)
    if year is None:
        return _edtf_of(date)
    words_before = date[: year.start()]
    return _edtf_of(words_before + year[0].zfill(4))


def _before(match: re.Match[str]) -> str:
    last = beyond(_edtf_of(match["date"]), -1)
    return f"[..{last}]"


def _after(match: re.Match[str]) -> str:
    first = beyond(_edtf_of(match["date"]), 1)
    return f"[{first}..]"


def _until(match: re.Match[str]) -> str:
    end = _edtf_of(match["date"])
    return f"../{end}"


def _since(match: re.Match[str]) -> str:
    start = _edtf_of(match["date"])
    return f"{start}/.."


def _range(match: re.Match[str]) -> str:
    left = match["left"]
    right = match["right"]
    start = _edtf_of(complete_left(left, right))
    end = _edtf_of(complete_right(left, right))
    return f"{start}/{end}"


def _centuries(match: re.Match[str]) -> str:
    start = century_edtf(match["left"])
    end = century_edtf(match["right"])
    return f"{start}/{end}"


def _between(match: re.Match[str]) -> str:
    stretch = _range(match).replace("/", "..")
    return f"[{stretch}]"


def _either(match: re.Match[str]) -> str:
    choices = _range(match).replace("/", ",")
    return f"[{choices}]"


def _approximate(match: re.Match[str]) -> str:
    return _qualified(match["date"], "~")


def _uncertain(match: re.Match[str]) -> str:
    return _qualified(match["date"], "?")


def _marked(match: re.Match[str]) -> str:
    return _qualified(match["date"], match["mark"])


def _qualified(date: str, mark: str) -> str:
    """Add a qualifier; uncertain and approximate together are one mark."""
    edtf = _edtf_of(date)
    marks = {edtf[-1], mark}
    if marks == {"?", "~"}:
        return f"{edtf[:-1]}%"
    return f"{edtf}{mark}"


_SHORT_YEAR = re.compile(r"(?<!\d)\d{1,3}\Z")
_APPROXIMATELY = r"(?:circa|ca?\.)"
_CENTURIES = (
    rf"(?:from )?(?:the )?{PART}(?P<left>\d{{1,2}})(?:st|nd|rd|th)?(?: ?[–-] ?| to )"
    rf"(?:the )?{PART}(?P<right>\d{{1,2}})(?:st|nd|rd|th)[ -]centur(?:y|ies)"
)
_PHRASES: tuple[Form, ...] = (
    (
        compiled(
            rf"(?P<month>{MONTH_NAME})\.? (?P<first>\d{{1,2}}) ?[–-] ?(?P<last>\d{{1,2}}),?"
            r" (?P<year>\d{4})"
        ),
        _days_of_month,
    ),
    (compiled(r"(?:the )?decade of (?:the )?(?P<decade>\d{3})0'?s"), _decade),
    (
        compiled(
            r"(?:the |an? )?(?:year|month|day|decade) (?:of |in |during )?(?:the )?(?P<date>.+)"
        ),
        _bare,
    ),
    (
        compiled(r"(?P<date>.*(?:\d| century)) ?(?:AD|CE|A\.D\.|C\.E\.)"),
        _common_era,
    ),
    (compiled(r"(?:before|earlier than|prior to) (?:the )?(?P<date>.+)"), _before),
    (compiled(r"(?:after|later than) (?:the )?(?P<date>.+)"), _after),
    (compiled(_CENTURIES), _centuries),
    (
        compiled(
            r"(?:between|some time (?:between|from)) (?P<left>.+?) (?:and|to) (?P<right>.+)"
        ),
        _between,
    ),
    (compiled(r"from (?P<left>.+?) (?:and|to) (?P<right>.+)"), _range),
    (compiled(r"(?P<left>.+?) or (?P<right>.+)"), _either),
    (compiled(r"(?:until|till|up to) (?P<date>.+)"), _until),
    (
        compiled(r"(?:from )?(?P<left>.+?)(?: to | until | ?– ?| - )(?P<right>.+)"),
        _range,
    ),
    (compiled(SHORT_RANGE), _range),
    (
        compiled(
            rf"(?P<left>\d{{4}}s?) ?-(?P<right>(?:{_APPROXIMATELY} ?|{PART})\d{{4}}s?)"
        ),
        _range,
    ),
    (compiled(r"(?P<left>\d{1,2})-(?P<right>\d{1,2} [a-z].+)"), _range),
    (compiled(r"(?:since|from) (?P<date>.+)"), _since),
    (
        compiled(
            r"(?:circa|about|around|approx(?:imately|\.)?|ca?\.?|~) ?(?:the )?(?P<date>[\da-z].*)"
        ),
        _approximate,
    ),
    (compiled(r"(?P<date>.+?),? (?:approximately|approx\.?)"), _approximate),
    (
        compiled(r"(?:maybe|perhaps|possibly|probably|uncertain:?) (?P<date>.+)"),
        _uncertain,
    ),
    (
        compiled(r"(?P<date>.+?) (?:maybe|perhaps|\(?uncertain\)?|guess)"),
        _uncertain,
    ),
    (compiled(r"(?P<date>.+?) ?(?P<mark>[?~%])"), _marked),
)
"""Phrases around a date; the first that fits is the one that is read."""
