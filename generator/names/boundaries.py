"""Where a name ends: whether a name that was found is whole, or part of a longer one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.names.matcher import Candidate, opens_sentence
from generator.names.word_lists import (
    DAYS_AND_MONTHS,
    KIN_WORDS,
    OFFICES,
    OPENERS,
    TITLES,
)
from generator.text.normal import uniform

_NEXT_WORD = re.compile(r"[ -](?P<word>[^\W\d_][\w.]*)")
_PREVIOUS_WORD = re.compile(r"(?<![\w.])[\d_.]*(?P<word>[^\W\d_][\w.]*)(?P<gap>[ -])\Z")
_INITIALS = re.compile(r"(?:\w\.)+")
_MODEL_NUMBER = re.compile(r"-\d")
"""Follows letters that are the name of a model: IL-28."""
_MAX_WORD_LETTERS = 40
_CLOSING_MARKS = frozenset(("", *".,;:!?()[]*'"))
"""Marks beside a name that no longer name can span; empty at either end of a text."""
_OPENER_ENDINGS = ("ly", "ing", "ed")


@dataclass(frozen=True, slots=True)
class NameEdges:
    """Offsets at which the names in a text begin and end."""

    starts: frozenset[int]
    ends: frozenset[int]
    starts_of_longer: frozenset[int]
    """Only of names that have several words."""
    ends_of_longer: frozenset[int]


def name_edges(found: Iterable[Candidate]) -> NameEdges:
    """Return where the names in a text begin and end.

    A short name next to another one-word name may still be part of an unknown name: Henry and
    Virtue are both known, but not Henry Virtue.
    """
    starts: set[int] = set()
    ends: set[int] = set()
    starts_of_longer: set[int] = set()
    ends_of_longer: set[int] = set()
    for item in found:
        starts.add(item.start)
        ends.add(item.end)
        if " " in item.name:
            starts_of_longer.add(item.start)
            ends_of_longer.add(item.end)
    return NameEdges(
        frozenset(starts),
        frozenset(ends),
        frozenset(starts_of_longer),
        frozenset(ends_of_longer),
    )


def is_part(text: str, found: Candidate, edges: NameEdges, *, is_person: bool) -> bool:
    """Say whether a name is part of a longer name that is not known: Kim in Kim Dae Jung.

    It is if a capitalised word follows it, or precedes it that neither begins a sentence nor is a
    title. Any word may precede a person's whole name. A short name before "family" means the kin.

    Args:
        text: The whole text.
        found: The name and its position.
        edges: Where the names in the text begin and end.
        is_person: Whether the note with this name is a person.
    """
    if _is_enclosed(text, found):
        return False
    is_one_word = " " not in found.name
    is_short = is_one_word and (is_person or not found.holders.full)
    if _continues_after(text, found, edges, is_short=is_short):
        return True
    if is_person and not is_one_word:
        return False
    return _begins_before(text, found, edges, is_short=is_short)


def _is_enclosed(text: str, found: Candidate) -> bool:
    """Say whether a name has a closing mark on each side."""
    start, end = found.start, found.end
    after = text[end : end + 1]
    if after not in _CLOSING_MARKS:
        return False
    before = text[start - 1 : start]
    return before in _CLOSING_MARKS


def _continues_after(
    text: str, found: Candidate, edges: NameEdges, *, is_short: bool
) -> bool:
    """Say whether a name continues with the word after it."""
    following = uniform(text[found.end : found.end + _MAX_WORD_LETTERS])
    match = _NEXT_WORD.match(following)
    if match is None:
        is_capitals = found.name.isupper()
        return is_capitals and _MODEL_NUMBER.match(following) is not None
    word = match["word"]
    is_spaced_short = is_short and following.startswith(" ")
    if is_spaced_short and word in KIN_WORDS:
        return True
    if word in OFFICES or not _is_capitalised(word):
        return False
    known_starts = edges.starts
    if is_spaced_short:
        known_starts = edges.starts_of_longer
    return found.end + match.start("word") not in known_starts


def _begins_before(
    text: str, found: Candidate, edges: NameEdges, *, is_short: bool
) -> bool:
    """Say whether a name begins with the word before it."""
    first = max(0, found.start - _MAX_WORD_LETTERS)
    preceding = uniform(text[first : found.start])
    match = _PREVIOUS_WORD.search(preceding)
    if match is None:
        return False
    word = match["word"]
    if not _may_begin_name(word):
        return False
    is_spaced_short = is_short and match["gap"] == " "
    known_ends = edges.ends
    if is_spaced_short:
        known_ends = edges.ends_of_longer
    if first + match.end("word") in known_ends:
        return False
    if opens_sentence(text, first + match.start("word")):
        return is_spaced_short and not _is_opener(word)
    return True


def _may_begin_name(word: str) -> bool:
    """Say whether a word before a name may be part of it: not a title, nor a sentence's end."""
    if word in TITLES or not _is_capitalised(word):
        return False
    if not word.endswith("."):
        return True
    return _INITIALS.fullmatch(word) is not None


def _is_opener(word: str) -> bool:
    is_listed = word in OPENERS
    return is_listed or word.endswith(_OPENER_ENDINGS)


def _is_capitalised(word: str) -> bool:
    if not word[0].isupper():
        return False
    return word.rstrip(".") not in DAYS_AND_MONTHS
