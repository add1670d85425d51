"""The names of notes, ready to be found in prose in time that does not grow with their number."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.text.normal import uniform, without_marks

_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)
"""Letters of scripts that put no space between words: Thai, Lao, Burmese, Khmer, kana, Han."""
_SHORTEST_SHOUTED = 4
"""A name of fewer letters is not looked for in capitals: NATO is a name, ITS is none."""


@dataclass(frozen=True, slots=True)
class Holders:
    """Ids of the notes a name may mean: as a full name, and as a short one."""

    full: tuple[str, ...] = ()
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of prose that is some name."""

    start: int
    end: int
    name: str
    """The name as it was registered, not as it stands in the prose."""
    holders: Holders


@dataclass(frozen=True, slots=True)
class Names:
    """Every name, in each form it may take in prose."""

    holders: Mapping[str, Holders] = field(default_factory=dict)
    forms: Mapping[str, str] = field(default_factory=dict)
    """The name that a form is one of; a name itself is not among them."""
    opening: frozenset[str] = frozenset()
    """Forms a name takes only at the beginning of a sentence."""
    lengths: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Lengths, longest first, of the forms that begin with a word, sign or unspaced letter."""
    starts: re.Pattern[str] = re.compile(r"(?!)")


def compile_names(holders: Mapping[str, Holders]) -> Names:
    """Prepare names for finding; a form that is another note's own name stays that name."""
    forms: dict[str, str] = {}
    opening: set[str] = set()
    for name in sorted(holders):
        for form in _written(name):
            if form not in holders:
                forms.setdefault(form, name)
        first = name[:1].upper() + name[1:]
        if first not in holders and first not in forms:
            forms[first] = name
            opening.add(first)
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for form in (*holders, *forms):
        lengths[_key(form)].add(len(form))
    return Names(
        holders,
        forms,
        frozenset(opening),
        {key: tuple(sorted(found, reverse=True)) for key, found in lengths.items()},
        _starts(lengths),
    )


def _written(name: str) -> Iterator[str]:
    """Yield the other ways in which a name may be written anywhere in a sentence."""
    for base in dict.fromkeys((name, without_marks(name))):
        yield base
        yield unicodedata.normalize("NFD", base)
        if sum(map(str.isalpha, base)) >= _SHORTEST_SHOUTED:
            yield base.upper()


def _key(form: str) -> str:
    """Return what a form is looked up by: its first word, or its first sign or unspaced letter."""
    word = None if _UNSPACED.match(form) else _WORD.match(form)
    return word[0] if word else form[:1]


def _starts(keys: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for whatever a name may begin with."""
    unspaced = sorted(key for key in keys if _UNSPACED.match(key))
    signs = sorted(key for key in keys if not _WORD.match(key))
    letters = sorted(
        {key[0] for key in keys if _WORD.match(key) and not _UNSPACED.match(key)}
    )
    parts = []
    if unspaced:
        # A name may begin anywhere in a run of such letters, so they come before whole words.
        parts.append(f"[{''.join(unspaced)}]")
    if letters:
        parts.append(rf"(?<!\w)[{''.join(map(re.escape, letters))}]\w*")
    if signs:
        parts.append(rf"(?<!\w)[{''.join(map(re.escape, signs))}]")
    return re.compile("|".join(parts) or r"(?!)")


def find_candidates(
    text: str, spans: Iterable[tuple[int, int]], names: Names
) -> Iterator[Candidate]:
    """Yield each name within the spans, in order; where names overlap, the longer wins."""
    written, text = text, uniform(text)
    lengths = names.lengths
    for start, end in spans:
        last: Candidate | None = None
        for found in names.starts.finditer(text, start, end):
            if found[0] not in lengths:
                continue
            candidate = _longest(text, found.start(), end, names, lengths[found[0]])
            if candidate is None or (last and not _supersedes(candidate, last)):
                continue
            if text[
                candidate.start : candidate.end
            ] in names.opening and not opens_sentence(written, candidate.start):
                continue
            if last and candidate.start >= last.end:
                yield last
            last = candidate
        if last:
            yield last


def _longest(
    text: str, start: int, end: int, names: Names, lengths: tuple[int, ...]
) -> Candidate | None:
    """Return the longest name that begins at an offset."""
    for length in lengths:
        stop = start + length
        form = text[start:stop]
        name = form if form in names.holders else names.forms.get(form)
        if name is None or stop > end or not _ends(text, stop):
            continue
        return Candidate(start, stop, name, names.holders[name])
    return None


def _supersedes(candidate: Candidate, last: Candidate) -> bool:
    """Say whether a name stands after the last one, or is longer and goes on beyond it."""
    if candidate.start >= last.end:
        return True
    length = candidate.end - candidate.start
    return candidate.end > last.end and length > last.end - last.start


def _ends(text: str, stop: int) -> bool:
    """Say whether a word ends here: nothing that belongs to it follows."""
    after = text[stop : stop + 1]
    if not after or not (
        after.isalnum() or after == "_" or unicodedata.combining(after)
    ):
        return True
    return bool(_UNSPACED.match(text[stop - 1]))


_OPENING = re.compile(
    r"(?:\A|[.!?:;]\s|\n\s*\n|[>|#]\s?|[-*+] |\d[.)] |\*\*)[\s\"'(\[*_]*\Z"
)


def opens_sentence(text: str, start: int) -> bool:
    """Say whether a sentence begins at an offset, as far as punctuation tells."""
    return bool(_OPENING.search(text[max(0, start - 8) : start])) or start == 0
