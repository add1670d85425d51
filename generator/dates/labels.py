"""Dates as readers see them: ``6 July 1961``, ``about 1961``, ``6-11 July 1961``."""

from generator.dates.date import Date

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
_QUALIFIED = {
    "": "{}",
    "~": "about {}",
    "?": "{} (uncertain)",
    "%": "about {} (uncertain)",
}


def qualified_label(label: str, mark: str) -> str:
    """Add what a qualifier says: ``about 1961`` for ``~``."""
    template = _QUALIFIED[mark]
    return template.format(label)


def date_label(year: str, month: int, day: int) -> str:
    """Write out a date; the year may have unspecified digits, an unknown month or day is 0."""
    if "X" in year:
        return _years_label(year)
    shown_year = str(int(year))
    if not month:
        return shown_year
    name = MONTHS[month - 1]
    if not day:
        return f"{name} {shown_year}"
    return f"{day} {name} {shown_year}"


def _years_label(year: str) -> str:
    """Write a decade as ``1990s``; one that reads like a century is spelt out: ``1900-1909``."""
    century = year[:2]
    decade = year[:3]
    if year.endswith("XX"):
        return f"{century}00-{century}99"
    reads_like_a_century = year.endswith("0X") and year < "2"
    if reads_like_a_century:
        return f"{decade}0-{decade}9"
    return f"{decade}0s"


def interval_label(start: Date, end: Date) -> str:
    """Join two labels; a month and year that two days share are written once."""
    start_year, start_month, start_day = start.earliest
    end_year, end_month, _ = end.earliest
    are_days = _is_exact_day(start) and _is_exact_day(end)
    if not are_days or start_year != end_year:
        return f"{start.label} to {end.label}"
    if start_month == end_month:
        return f"{start_day}-{end.label}"
    return f"{start_day} {MONTHS[start_month - 1]} to {end.label}"


def _is_exact_day(date: Date) -> bool:
    return date.form == "day" and not date.is_unsure
