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
    """Read ``[A,B]`` (one of these), ``[A..B]`` (one day between these), ``[..A]`` or ``[A..]``."""
    if edtf.startswith("[..") or edtf.endswith("..]"):
        return _parse_bound(edtf)
    inside = edtf[1:-1]
    parts = [parse_atom(part) for part in _SET_SEPARATOR.split(inside)]
    labels = [part.label for part in parts]
    if ".." in edtf:
        _check_order("stretch", parts[0], parts[-1])
        stretch = " to ".join(labels)
        label = f"some time from {stretch}"
    else:
        label = " or ".join(labels)
    earliest = min(part.earliest for part in parts)
    latest = max(part.latest for part in parts)
    return Date(edtf, earliest, latest, label)


def _parse_bound(edtf: str) -> Date:
    """Read ``[..A]`` (up to A) or ``[A..]`` (from A on); the label names the date beyond A."""
    bound = parse_atom(edtf.strip("[]."))
    if edtf.startswith("[.."):
        following = parse_atom(beyond(bound.edtf, 1))
        return Date(edtf, OPEN_START, bound.latest, f"before {following.label}")
    preceding = parse_atom(beyond(bound.edtf, -1))
    return Date(edtf, bound.earliest, OPEN_END, f"after {preceding.label}")


def _check_order(noun: str, start: Date, end: Date) -> None:
    if start.earliest <= end.latest:
        return
    msg = f"the {noun} ends ({end.label}) before it begins ({start.label})"
    raise DateError(msg)
