"""The names of notes, prepared so that finding them takes the same time however many there are."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.text.normal import Aligned, aligned, comparable
from generator.text.words import UNSPACED

_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_OF_EMOJI = "\ufe0e\ufe0f\u20e3"
"""Marks that choose how the sign before them is drawn."""
_MIN_LETTERS_IN_CAPITALS = 4
"""Shorter names are not looked for in capitals: ITS is not the name Its."""


@dataclass(frozen=True, slots=True)
class Holders:
    """Ids of the notes that a name may mean: as a full name, and as a short one."""

    full: tuple[str, ...] = ()
    short: tuple[str, ...] = ()

    @property
    def possible(self) -> tuple[str, ...]:
        """The notes that the name may mean: those it names in full, else those it is short for."""
        return self.full or self.short

    @property
    def only_full(self) -> str:
        """The only note that the name names in full; empty if there are none or several."""
        if len(self.full) != 1:
            return ""
        return self.full[0]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of prose that reads like a name."""

    start: int
    end: int
    name: str
    """The name as it is registered, not as the prose spells it."""
    holders: Holders


@dataclass(frozen=True, slots=True)
class Names:
    """Every name, in each form that it may take in prose."""

    holders: Mapping[str, Holders] = field(default_factory=dict)
    forms: Mapping[str, str] = field(default_factory=dict)
    """The name for each of its forms, as texts are compared."""
    opening: frozenset[str] = frozenset()
    """Forms that a name takes only at the beginning of a sentence."""
    lengths: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Lengths, longest first, of the forms that begin with a word, sign or unspaced letter."""
    starts: re.Pattern[str] = re.compile(r"(?!)")

    def has(self, name: str) -> bool:
        """Say whether a name is registered, in this letter case."""
        form = comparable(name)
        registered = self.forms.get(form)
        return registered is not None and comparable(registered) == form


def compile_names(holders: Mapping[str, Holders]) -> Names:
    """Prepare names to be found; a form that is itself a name of a note remains that name."""
    names = sorted(holders)
    forms: dict[str, str] = {}
    for name in names:
        forms.setdefault(comparable(name), name)
    forms.pop("", None)
    own_forms = tuple(forms.items())
    for form, name in own_forms:
        letters = sum(map(str.isalpha, form))
        if letters >= _MIN_LETTERS_IN_CAPITALS:
            forms.setdefault(form.upper(), name)
    opening: set[str] = set()
    for form, name in own_forms:
        capitalised = form[:1].upper() + form[1:]
        if capitalised not in forms:
            forms[capitalised] = name
            opening.add(capitalised)
    lengths = _lengths(forms)
    starts = _starts(lengths)
    return Names(holders, forms, frozenset(opening), lengths, starts)


def _lengths(forms: Iterable[str]) -> Mapping[str, tuple[int, ...]]:
    """Map the key of each form to the lengths of all forms that share it, longest first."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for form in forms:
        found[_key(form)].add(len(form))
    longest_first = {}
    for key, lengths in found.items():
        longest_first[key] = tuple(sorted(lengths, reverse=True))
    return longest_first


def _key(form: str) -> str:
    """Return the key of a form: its first word, or its first sign or unspaced letter."""
    if _UNSPACED.match(form):
        return form[:1]
    word = _WORD.match(form)
    if word:
        return word[0]
    return form[:1]


def _starts(keys: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for everything that a name may begin with."""
    unspaced: set[str] = set()
    initials: set[str] = set()
    signs: set[str] = set()
    for key in keys:
        if _UNSPACED.match(key):
            unspaced.add(key)
        elif _WORD.match(key):
            initials.add(key[0])
        else:
            signs.add(key)
    parts = []
    if unspaced:
        # A name may begin anywhere in a run of such letters, so they come before whole words.
        parts.append(_any_of(unspaced))
    if initials:
        parts.append(rf"(?<!\w){_any_of(initials)}\w*")
    if signs:
        parts.append(rf"(?<!\w){_any_of(signs)}")
    return re.compile("|".join(parts) or r"(?!)")


def _any_of(characters: Iterable[str]) -> str:
    """Return a pattern for any one of some characters."""
    escaped = map(re.escape, sorted(characters))
    return f"[{''.join(escaped)}]"


def find_candidates(
    text: str, spans: Iterable[tuple[int, int]], names: Names
) -> Iterator[Candidate]:
    """Yield each name within the spans, in order; where names overlap, the longer wins."""
    alike = aligned(text)
    for span in spans:
        found = _names_within(text, alike, span, names)
        yield from _without_overlaps(found)


def _names_within(
    text: str, alike: Aligned, span: tuple[int, int], names: Names
) -> Iterator[Candidate]:
    """Yield the longest name that begins at each offset of a span."""
    start, end = map(alike.index, span)
    for match in names.starts.finditer(alike.text, start, end):
        lengths = names.lengths.get(match[0])
        if lengths is None:
            continue
        form = _longest(alike.text, match.start(), end, names, lengths)
        if not form or not _begins_word(alike.text, match.start()):
            continue
        first = alike.offset(match.start())
        if form in names.opening and not opens_sentence(text, first):
            continue
        name = names.forms[form]
        after = alike.offset(match.start() + len(form))
        yield Candidate(first, after, name, names.holders[name])


def _without_overlaps(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield names without those that a longer one overlaps."""
    last: Candidate | None = None
    for candidate in found:
        if last is None:
            last = candidate
        elif candidate.start >= last.end:
            yield last
            last = candidate
        elif _extends_beyond(candidate, last):
            last = candidate
    if last:
        yield last


def _longest(
    text: str, start: int, end: int, names: Names, lengths: tuple[int, ...]
) -> str:
    """Return the form of the longest name that begins at an offset; empty if none does."""
    for length in lengths:
        stop = start + length
        form = text[start:stop]
        if form in names.forms and stop <= end and _ends_word(text, stop):
            return form
    return ""


def _extends_beyond(candidate: Candidate, last: Candidate) -> bool:
    """Say whether a name that overlaps the last one is longer and ends after it."""
    if candidate.end <= last.end:
        return False
    length = candidate.end - candidate.start
    last_length = last.end - last.start
    return length > last_length


def _ends_word(text: str, stop: int) -> bool:
    """Say whether a word ends at an offset: nothing that belongs to it follows."""
    after = text[stop : stop + 1]
    if not after:
        return True
    if _is_mark(after):
        return False
    if after.isalnum() or after == "_":
        return _UNSPACED.match(text[stop - 1]) is not None
    return True


def _begins_word(text: str, start: int) -> bool:
    """Say whether a word may begin at an offset: no sign of a vowel precedes it, as in हि."""
    if start == 0 or not _is_mark(text[start - 1]):
        return True
    return _UNSPACED.match(text[start]) is not None


def _is_mark(character: str) -> bool:
    """Say whether a character belongs to the letter before it; those of emoji do not."""
    if character.isascii() or character in _OF_EMOJI:
        return False
    return unicodedata.category(character).startswith("M")


_OPENING = re.compile(
    r"(?:\A|[.!?:;]\s|\n\s{,6}\n|[>|#]\s?|[-*+] |\d[.)] |\*\*)[\s\"'(\[*_]{,8}\Z"
)
_MAX_OPENING_LETTERS = 8


def opens_sentence(text: str, start: int) -> bool:
    """Say whether a sentence begins at an offset, as far as punctuation shows."""
    if start == 0:
        return True
    first = max(0, start - _MAX_OPENING_LETTERS)
    return _OPENING.search(text[first:start]) is not None
