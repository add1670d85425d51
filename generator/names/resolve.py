"""Decide which note each name in a text means, and say why.

A wrong link is a false statement. So each rule of :data:`LADDER` asks for evidence on the page,
and a name that no rule decides is left open.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.names.context import Context, Subject, Years
from generator.names.matcher import Candidate

Step: TypeAlias = Literal["unique", "named", "years", "context", "open"]
"""The kind of evidence that decided."""

MIN_LEAD = 2
"""The score by which one note must lead the next for the context to decide."""
_UNKNOWN = Subject()


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in prose, and the note that it means, or those that it may mean."""

    start: int
    end: int
    note: str
    """Id of the note; empty if it is not certain."""
    step: Step = "unique"
    why: str = ""
    candidates: tuple[str, ...] = ()
    """Ids of the notes that it may mean, if it is not certain."""


@dataclass(frozen=True, slots=True)
class Clues:
    """Clues in a text that help to decide whom its names mean."""

    subjects: Mapping[str, Subject]
    page: Context
    years: Years
    named: Mapping[str, Sequence[int]]
    """Offsets at which the text names each note in full, in order."""

    @property
    def on_page(self) -> AbstractSet[str]:
        """The notes that the page names in full."""
        return self.named.keys() | self.page.named

    def existing(self, notes: Sequence[str]) -> list[str]:
        """Return the notes that existed in the years the text is about."""
        first, last = self.years
        found = []
        for note in notes:
            began, ended = self._subject(note).years
            if began <= last and ended >= first:
                found.append(note)
        return found

    def last_named(self, notes: Sequence[str], before: int) -> str:
        """Return the note that the text named in full last before an offset, if any."""
        last_note = ""
        last_offset = -1
        for note in notes:
            offset = self._last_offset(note, before)
            if offset > last_offset:
                last_note, last_offset = note, offset
        return last_note

    def _last_offset(self, note: str, before: int) -> int:
        """Return the last offset before another at which a note is named in full, or -1."""
        offsets = self.named.get(note, ())
        earlier = bisect_left(offsets, before)
        if earlier == 0:
            return -1
        return offsets[earlier - 1]

    def score(self, note: str) -> int:
        """Return the score of a note: its own page, its ties to the page, ties named there."""
        own_id = self.page.own_id
        related = self._subject(note).related
        related_on_page = related & (self.on_page - {own_id})
        score = len(related_on_page)
        if note == own_id:
            score += 2 * MIN_LEAD
        if own_id in related:
            score += MIN_LEAD
        return score

    def _subject(self, note: str) -> Subject:
        return self.subjects.get(note, _UNKNOWN)


Rule: TypeAlias = Callable[[Candidate, Clues], Mention | None]
"""Decides a name, or leaves it to the next rule."""


def resolve(found: Candidate, clues: Clues) -> Mention:
    """Return the decision of the first rule that decides a name; leave it open if none does."""
    for rule in LADDER:
        mention = rule(found, clues)
        if mention:
            return mention
    return _left_open(found)


def _only_holder(found: Candidate, clues: Clues) -> Mention | None:
    """Decide a full name that only one note bears."""
    del clues
    note = found.holders.only_full
    if not note:
        return None
    return _means(found, note, "unique", f"only {note} has it")


def _note_of_page(found: Candidate, clues: Clues) -> Mention | None:
    """Decide a short name of the note that the page is about."""
    own_id = clues.page.own_id
    if own_id not in _short_holders(found):
        return None
    return _means(found, own_id, "named", "the page is about it")


def _last_named_before(found: Candidate, clues: Clues) -> Mention | None:
    """Decide a short name for the holder that the text named in full last before it."""
    note = clues.last_named(_short_holders(found), found.start)
    if not note:
        return None
    return _means(found, note, "named", "it was named in full before")


def _only_one_on_page(found: Candidate, clues: Clues) -> Mention | None:
    """Decide a short name for the only holder that the page names in full anywhere."""
    holders = _short_holders(found)
    if not holders:
        return None
    on_page = clues.on_page & set(holders)
    if len(on_page) != 1:
        return None
    (note,) = on_page
    return _means(found, note, "named", "the page names no other note with this name")


def _only_one_in_years(found: Candidate, clues: Clues) -> Mention | None:
    """Decide a shared name for the only holder that existed in the years of the text."""
    holders = found.holders.possible
    if len(holders) == 1:
        return None
    existing = clues.existing(holders)
    if len(existing) != 1:
        return None
    first, last = clues.years
    why = f"only it existed from {first} to {last}"
    return _means(found, existing[0], "years", why)


def _best_related(found: Candidate, clues: Clues) -> Mention | None:
    """Decide a shared or short name for the holder that the page is most clearly related to."""
    holders = found.holders.possible
    ranked = sorted((clues.score(note), note) for note in clues.existing(holders))
    if not ranked:
        return None
    best_score, best = ranked.pop()
    needed = MIN_LEAD if len(holders) > 1 else 1
    if ranked:
        next_score, _ = ranked.pop()
        needed += next_score
    if best_score < needed:
        return None
    return _means(
        found, best, "context", "the page is related to it, or names something that is"
    )


LADDER: tuple[Rule, ...] = (
    _only_holder,
    _note_of_page,
    _last_named_before,
    _only_one_on_page,
    _only_one_in_years,
    _best_related,
)
"""The rules in the order in which they are asked; the first that decides wins."""


def _left_open(found: Candidate) -> Mention:
    """Return a name that no rule decides, with the notes that it may mean."""
    holders = found.holders.possible
    why = "its full name does not occur"
    if len(holders) > 1:
        why = f"it may mean {' or '.join(holders)}"
    return Mention(found.start, found.end, "", "open", why, holders)


def _means(found: Candidate, note: str, step: Step, why: str) -> Mention:
    return Mention(found.start, found.end, note, step, why)


def _short_holders(found: Candidate) -> tuple[str, ...]:
    """Return the notes that a name is short for, unless it is a full name."""
    if found.holders.full:
        return ()
    return found.holders.short
