"""Find the names in a text, and what each means."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.names.boundaries import is_part, name_edges
from generator.names.context import ALWAYS, Context, Subject, Years
from generator.names.introduced import introduced_names, is_plausible_use
from generator.names.matcher import (
    Candidate,
    Holders,
    Names,
    compile_names,
    find_candidates,
)
from generator.names.resolve import Clues, Mention, resolve

_YEAR = re.compile(r"(?<![\d,.])(?:1\d{3}|20\d{2})(?![\d,]\d|\d)")
_Spans = Sequence[tuple[int, int]]


def find_mentions(
    text: str,
    spans: _Spans,
    names: Names,
    subjects: Mapping[str, Subject],
    page: Context,
) -> Iterator[Mention]:
    """Yield each name within the spans, in order, and what it means.

    A name within a longer name that is not known is not a mention: Kim in Kim Dae Jung.
    """
    found = list(find_candidates(text, spans, names))
    if page.local:
        found = _with_local_names(found, text, spans, page.local)
    persons = _persons(found, subjects)
    introduced = introduced_names(text, found, names, persons)
    if introduced:
        found = _with_introduced_names(found, text, spans, introduced)
    found = _without_parts(found, text, subjects)
    years = page.years or _years(text)
    clues = Clues(subjects, page, years, _named_in_full(found))
    for item in found:
        if item.holders.possible:
            yield resolve(item, clues)


def _with_local_names(
    found: Sequence[Candidate], text: str, spans: _Spans, local: Mapping[str, str]
) -> list[Candidate]:
    """Add the names that mean a note in this text only."""
    holders = {name: Holders((note,)) for name, note in local.items()}
    names = compile_names(holders)
    more = find_candidates(text, spans, names)
    return _merged(found, more)


def _with_introduced_names(
    found: Sequence[Candidate],
    text: str,
    spans: _Spans,
    introduced: Mapping[str, Holders],
) -> list[Candidate]:
    """Add the names that the text introduces, where they may mean what they were introduced for."""
    named = _named_in_full(found)
    names = compile_names(introduced)
    more = find_candidates(text, spans, names)
    plausible = (item for item in more if is_plausible_use(text, item, named))
    return _merged(found, plausible)


def _without_parts(
    found: Sequence[Candidate], text: str, subjects: Mapping[str, Subject]
) -> list[Candidate]:
    """Return the names that are not part of a longer name."""
    edges = name_edges(found)
    whole = []
    for item in found:
        is_person = False
        if item.holders.full:
            subject = subjects.get(item.holders.full[0])
            is_person = subject is not None and subject.is_person
        if not is_part(text, item, edges, is_person=is_person):
            whole.append(item)
    return whole


def _persons(found: Iterable[Candidate], subjects: Mapping[str, Subject]) -> set[str]:
    """Return the notes named in full that a text may go on to call by one name."""
    persons = set()
    for item in found:
        for note in item.holders.full:
            subject = subjects.get(note)
            if subject and subject.has_last_name:
                persons.add(note)
    return persons


def _named_in_full(found: Iterable[Candidate]) -> Mapping[str, Sequence[int]]:
    """Map each note that is named in full to the offsets of its full names, in order."""
    offsets: defaultdict[str, list[int]] = defaultdict(list)
    for item in found:
        note = item.holders.only_full
        if note:
            offsets[note].append(item.start)
    return offsets


def _years(text: str) -> Years:
    """Return the first and the last year that a text gives in figures."""
    years = [int(year) for year in _YEAR.findall(text)]
    if not years:
        return ALWAYS
    return min(years), max(years)


def _merged(found: Sequence[Candidate], more: Iterable[Candidate]) -> list[Candidate]:
    """Add the candidates that overlap none, in order."""
    starts = [item.start for item in found]
    ends = [item.end for item in found]
    merged = list(found)
    for item in more:
        ended_before = bisect_right(ends, item.start)
        begun_before = bisect_left(starts, item.end)
        if ended_before == begun_before:
            merged.append(item)
    return sorted(merged, key=_start)


def _start(item: Candidate) -> int:
    return item.start
