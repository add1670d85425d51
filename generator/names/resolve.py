"""Decide which note each name in a text means, and say why.

A wrong link is a false statement. So every step of the ladder in :func:`find_mentions` asks for
evidence on the page, and the last step is to leave the name alone.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.names.boundaries import Beside, beside, is_part
from generator.names.introduced import coin, is_called
from generator.names.matcher import (
    Candidate,
    Holders,
    Names,
    compile_names,
    find_candidates,
)

Years = tuple[int, int]
"""First and last year in which something was there to be spoken of."""

ALWAYS: Years = (0, 9999)
CLEAR = 2
"""So much more must speak for one candidate than for the next to settle a name by context."""
_YEAR = re.compile(r"(?<![\d,.])(?:1\d{3}|20\d{2})(?![\d,]\d|\d)")


@dataclass(frozen=True, slots=True)
class Subject:
    """What deciding needs to know of one note."""

    years: Years = ALWAYS
    related: frozenset[str] = frozenset()
    """Ids of the notes that its front matter or theirs ties it to."""
    is_person: bool = False
    has_last_name: bool = False
    """Whether it may be called by its last or first name once it was named in full."""


@dataclass(frozen=True, slots=True)
class Context:
    """The text that is read: what it is about, and what that is tied to."""

    own_id: str = ""
    years: Years | None = None
    """Years the text is about, where its front matter says; else those its prose gives."""
    named: frozenset[str] = frozenset()
    """Notes that other texts of the page name in full: its body, for a summary."""
    local: Mapping[str, str] = field(default_factory=dict)
    """Names that mean a note in this text alone: what one source prints wrongly."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in prose, and the note it means, or those it might."""

    start: int
    end: int
    note: str
    """Id of the note; empty where it is not certain."""
    step: str = "unique"
    """The rung that decided: ``unique``, ``named``, ``years``, ``context`` or ``open``."""
    why: str = ""
    candidates: tuple[str, ...] = ()
    """Ids of the notes it might mean, where it is not certain."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """One text while it is read: what was found in it so far."""

    subjects: Mapping[str, Subject]
    page: Context
    years: Years
    named: Mapping[str, Sequence[int]]
    """Offsets at which each note is named in full, in order."""

    def is_plausible(self, note: str) -> bool:
        """Say whether a note was there in the years the text is about."""
        first, last = self.subjects.get(note, Subject()).years
        return first <= self.years[1] and last >= self.years[0]

    def last_named(self, notes: Iterable[str], before: int) -> str:
        """Return the one of some notes that was named in full last before an offset."""
        at = {
            self.named[note][bisect_right(self.named[note], before) - 1]: note
            for note in notes
            if note in self.named and self.named[note][0] < before
        }
        return at[max(at)] if at else ""

    def score(self, note: str) -> int:
        """Count what speaks for a note: the page is about it or tied to it, its ties are named."""
        own_id = self.page.own_id
        ties = self.subjects.get(note, Subject()).related
        about = 2 * CLEAR * (note == own_id) + CLEAR * (own_id in ties)
        return about + len(ties & (self.named.keys() | self.page.named) - {own_id})


def find_mentions(
    text: str,
    spans: Sequence[tuple[int, int]],
    names: Names,
    subjects: Mapping[str, Subject],
    page: Context,
) -> Iterator[Mention]:
    """Yield each name within the spans, in order, and what it means.

    The ladder: a name only one note bears (``unique``) → a short name: the holder named in full
    last before it, else the only one named on the page (``named``) → the only holder that was
    there in the years of the text (``years``) → the holder that front matter and the other names
    of the page clearly speak for (``context``) → not decided (``open``). What stands in a longer
    name that is not known is no mention: Kim in Kim Dae Jung.
    """
    found = list(find_candidates(text, spans, names))
    if page.local:
        local = {name: Holders((note,)) for name, note in page.local.items()}
        found = _merged(found, find_candidates(text, spans, compile_names(local)))
    persons = {
        id_ for item in found for id_ in item.holders.full if _is_called(subjects, id_)
    }
    if coined := coin(text, found, names, persons):
        more = find_candidates(text, spans, compile_names(coined))
        at = _named(found)
        found = _merged(found, (item for item in more if is_called(text, item, at)))
    others = beside(found)
    found = [item for item in found if not _is_part(text, item, others, subjects)]
    reading = _Reading(subjects, page, page.years or _years(text), _named(found))
    return (
        _decide(item, reading)
        for item in found
        if item.holders.full or item.holders.short
    )


def _named(found: Iterable[Candidate]) -> Mapping[str, Sequence[int]]:
    """Map each note that is named in full to the offsets at which it is, in order."""
    named: defaultdict[str, list[int]] = defaultdict(list)
    for item in found:
        if len(item.holders.full) == 1:
            named[item.holders.full[0]].append(item.start)
    return named


def _is_called(subjects: Mapping[str, Subject], note: str) -> bool:
    return note in subjects and subjects[note].has_last_name


def _is_part(
    text: str, found: Candidate, others: Beside, subjects: Mapping[str, Subject]
) -> bool:
    holders = found.holders.full
    is_person = bool(holders) and subjects.get(holders[0], Subject()).is_person
    return is_part(text, found, others, is_person=is_person)


def _decide(found: Candidate, reading: _Reading) -> Mention:
    """Climb the ladder for one name."""
    full, short = found.holders.full, found.holders.short
    if len(full) == 1:
        return Mention(
            found.start, found.end, full[0], "unique", f"only {full[0]} bears it"
        )
    holders = full or short
    for note, step, why in _certain(found, full, short, reading):
        if note:
            return Mention(found.start, found.end, note, step, why)
    why = (
        f"it may mean {' or '.join(holders)}"
        if holders[1:]
        else "its full name is not there"
    )
    return Mention(found.start, found.end, "", "open", why, holders)


def _certain(
    found: Candidate, full: tuple[str, ...], short: tuple[str, ...], reading: _Reading
) -> Iterator[tuple[str, str, str]]:
    """Yield what each rung makes of a name that several notes bear, or that is short."""
    holders = full or short
    if not full:
        own_id = reading.page.own_id
        yield own_id if own_id in short else "", "named", "the page is about it"
        before = reading.last_named(short, found.start)
        yield before, "named", "it was named in full before"
        on_page = [
            id_ for id_ in short if id_ in reading.named or id_ in reading.page.named
        ]
        alone = on_page[0] if len(on_page) == 1 else ""
        yield alone, "named", "of its holders the page names it alone"
    plausible = [note for note in holders if reading.is_plausible(note)]
    first, last = reading.years
    in_time = plausible[0] if len(plausible) == 1 < len(holders) else ""
    yield in_time, "years", f"it alone was there in {first} to {last}"
    scores = sorted(((reading.score(note), note) for note in plausible), reverse=True)
    needed = (CLEAR if holders[1:] else 1) + (scores[1][0] if scores[1:] else 0)
    clear = scores[0][1] if scores and scores[0][0] >= needed else ""
    yield clear, "context", "the page is tied to it, or names what is"


def _years(text: str) -> Years:
    """Return the first and last year a text gives in figures."""
    years = [int(match[0]) for match in _YEAR.finditer(text)]
    return (min(years), max(years)) if years else ALWAYS


def _merged(found: Sequence[Candidate], more: Iterable[Candidate]) -> list[Candidate]:
    """Add candidates where none stands yet, in order."""
    starts = [item.start for item in found]
    kept = list(found)
    for item in more:
        next_one = bisect_right(starts, item.start)
        is_after = next_one == 0 or found[next_one - 1].end <= item.start
        is_before = next_one == len(found) or found[next_one].start >= item.end
        if is_after and is_before:
            kept.append(item)
    return sorted(kept, key=lambda item: item.start)
