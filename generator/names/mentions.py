"""Find the names in a text, and what each means."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from generator.names.addresses import is_within_address
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
from generator.names.vocabulary import Vocabulary

_YEAR = re.compile(r"(?<![\d,.])(?:1\d{3}|20\d{2})(?![\d,]\d|\d)")
_Spans: TypeAlias = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Text:
    """A text, and what is known of the names in it."""

    text: str
    spans: _Spans
    vocabulary: Vocabulary
    page: Context

    def candidates(self, names: Names) -> Iterator[Candidate]:
        """Yield each of some names in prose, in order; those within addresses are none."""
        for item in find_candidates(self.text, self.spans, names):
            if not is_within_address(self.text, item.start, item.end):
                yield item


_Found: TypeAlias = Sequence[Candidate]
_Step: TypeAlias = Callable[[_Text, _Found], _Found]
"""Adds to the names found in a text, or leaves some out."""


def find_mentions(
    text: str, spans: _Spans, vocabulary: Vocabulary, page: Context
) -> Iterator[Mention]:
    """Yield each name within the spans, in order, and what it means.

    A name within a longer name that is not known is not a mention: Kim in Kim Dae Jung.
    """
    given = _Text(text, spans, vocabulary, page)
    found: _Found = list(given.candidates(vocabulary.names))
    for step in _STEPS:
        found = step(given, found)
    clues = Clues(
        subjects=vocabulary.subjects,
        page=page,
        years=page.years or _years(text),
        named=_named_in_full(found),
    )
    for item in found:
        if item.holders.possible:
            yield resolve(item, clues)


def _with_local_names(given: _Text, found: _Found) -> _Found:
    """Add the names that mean a note in this text only."""
    local = given.page.local
    if not local:
        return found
    holders = {name: Holders((note,)) for name, note in local.items()}
    more = given.candidates(compile_names(holders))
    return _merged(found, more)


def _with_introduced_names(given: _Text, found: _Found) -> _Found:
    """Add the names that the text introduces, where they may mean what they were introduced for."""
    text, vocabulary = given.text, given.vocabulary
    persons = _persons(found, vocabulary.subjects)
    introduced = introduced_names(text, found, vocabulary.names, persons)
    if not introduced:
        return found
    named = _named_in_full(found)
    more = given.candidates(compile_names(introduced))
    plausible = (item for item in more if is_plausible_use(text, item, named))
    return _merged(found, plausible)


def _without_parts(given: _Text, found: _Found) -> _Found:
    """Return the names that are not part of a longer name."""
    edges = name_edges(found)
    whole = []
    for item in found:
        is_person = _is_person(item, given.vocabulary.subjects)
        if not is_part(given.text, item, edges, is_person=is_person):
            whole.append(item)
    return whole


_STEPS: tuple[_Step, ...] = (
    _with_local_names,
    _with_introduced_names,
    _without_parts,
)


def _is_person(item: Candidate, subjects: Mapping[str, Subject]) -> bool:
    """Say whether the first note that a name names in full is a person."""
    full = item.holders.full
    if not full:
        return False
    subject = subjects.get(full[0])
    return subject is not None and subject.is_person


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
