"""Read EDTF: dates, intervals and sets.

Format: Extended Date/Time Format, Library of Congress, 2019 (ISO 8601-2). This subset has years,
months, days, seasons, unspecified digits (``199X``), the qualifiers ``?`` (uncertain), ``~``
(approximate) and ``%`` (both), intervals and one-of sets.
"""

import re

from generator.dates.atom import ATOM, beyond, parse_atom
from generator.dates.date import OPEN_END, OPEN_START, Date, DateError
from generator.dates.labels import interval_label

_ANY = re.sub(r"\?P<\w+>", "?:", ATOM.pattern)
_EDTF = re.compile(
    rf"{_ANY}|(?:{_ANY}|\.\.) ?/ ?(?:{_ANY}|\.\.)|\[{_ANY}(?:(?:, ?|\.\.){_ANY})+\]"
    rf"|\[\.\.{_ANY}\]|\[{_ANY}\.\.\]",
    re.ASCII,
)
_SET_SEPARATOR = re.compile(r",|\.\.")


def parse_edtf(edtf: str) -> Date:
    """Read canonical EDTF.

    Raises:
        DateError: If the text is not EDTF, or names a day the calendar does not have.
    """
    if edtf.startswith("["):
        return _parse_set(edtf)
    if "/" in edtf:
        return _parse_interval(edtf)
    return parse_atom(edtf)


def is_edtf(text: str) -> bool:
    """Say whether a text has the form of EDTF, spaces aside."""
    match = _EDTF.fullmatch(text)
    return match is not None


def _parse_interval(edtf: str) -> Date:
    """Read ``A/B``, ``A/..`` or ``../B``."""
    left, right = edtf.split("/")
    if left == right == "..":
        msg = "an interval needs at least one end, such as 1961/.."
        raise DateError(msg)
    if right == "..":
        start = parse_atom(left)
        return Date(edtf, start.earliest, OPEN_END, f"since {start.label}")
    end = parse_atom(right)
    if left == "..":
        return Date(edtf, OPEN_START, end.latest, f"until {end.label}")
    start = parse_atom(left)
    _check_order("interval", start, end)
    label = interval_label(start, end)
    return Date(edtf, start.earliest, end.latest, label)


def _parse_set(edtf: str) -> Date:
    """Read a set: one date of several, or a day within bounds."""
    if edtf.startswith("[.."):
        return _parse_latest(edtf)
    if edtf.endswith("..]"):
        return _parse_earliest(edtf)
    if ".." in edtf:
        return _parse_stretch(edtf)
    return _parse_choice(edtf)


def _parse_latest(edtf: str) -> Date:
    """Read ``[..A]``: up to A; the label names the date after A."""
    last = parse_atom(edtf.strip("[]."))
    following = parse_atom(beyond(last.edtf, 1))
    return Date(edtf, OPEN_START, last.latest, f"before {following.label}")


def _parse_earliest(edtf: str) -> Date:
    """Read ``[A..]``: from A on; the label names the date before A."""
    first = parse_atom(edtf.strip("[]."))
    preceding = parse_atom(beyond(first.edtf, -1))
    return Date(edtf, first.earliest, OPEN_END, f"after {preceding.label}")


def _parse_stretch(edtf: str) -> Date:
    """Read ``[A..B]``: one day between these."""
    members = _members(edtf)
    _check_order("stretch", members[0], members[-1])
    stretch = " to ".join(member.label for member in members)
    return _spanning(edtf, members, f"some time from {stretch}")


def _parse_choice(edtf: str) -> Date:
    """Read ``[A,B]``: one of these."""
    members = _members(edtf)
    label = " or ".join(member.label for member in members)
    return _spanning(edtf, members, label)


def _members(edtf: str) -> list[Date]:
    parts = _SET_SEPARATOR.split(edtf[1:-1])
    return [parse_atom(part) for part in parts]


def _spanning(edtf: str, members: list[Date], label: str) -> Date:
    earliest = min(member.earliest for member in members)
    latest = max(member.latest for member in members)
    return Date(edtf, earliest, latest, label)


def _check_order(noun: str, start: Date, end: Date) -> None:
    if start.earliest <= end.latest:
        return
    msg = f"the {noun} ends ({end.label}) before it begins ({start.label})"
    raise DateError(msg)
