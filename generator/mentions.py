"""Find the names of notes in prose, and decide which note each one means.

The one interface is :func:`find_mentions`. It knows full names and short ones; ambiguity beyond
that is left unlinked.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model import Note

_WORD = re.compile(r"\w+")
_VARIANTS = str.maketrans({"\n": " ", "\u00a0": " ", "\u2019": "'", "\u2018": "'"})
"""Characters that count as another within a name, one for one, so that offsets hold."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of prose that names a note."""

    start: int
    end: int
    note: str
    """Id of the note."""


@dataclass(frozen=True, slots=True)
class Holders:
    """Ids of the notes a name may mean: as a full name, and as a short one."""

    full: tuple[str, ...] = ()
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """Every name of the site, ready to be found; the time it takes does not grow with them."""

    holders: Mapping[str, Holders]
    lengths: Mapping[str, tuple[int, ...]]
    """Lengths of the names that begin with a word, longest first."""
    starts: re.Pattern[str]
    """A word that begins with a letter some name begins with."""


def compile_names(notes: Iterable[Note], others: Iterable[str] = ()) -> Names:
    """Prepare names for finding: those of notes, and others that hide what is in them.

    The others are no note's: the ``South China Morning Post`` is no mention of China.
    """
    full: defaultdict[str, set[str]] = defaultdict(set)
    short: defaultdict[str, set[str]] = defaultdict(set)
    for note in notes:
        for name in note.names:
            full[_normal(name)].add(note.id)
        for name in note.fields.short:
            short[_normal(name)].add(note.id)
    known = {*full, *short, *map(_normal, others)}
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for name in known:
        if word := _WORD.match(name):
            lengths[word[0]].add(len(name))
    letters = "".join(sorted({re.escape(word[0]) for word in lengths}))
    return Names(
        {
            name: Holders(tuple(sorted(full[name])), tuple(sorted(short[name])))
            for name in sorted(known)
        },
        {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()},
        re.compile(rf"(?<!\w)[{letters}]\w*" if letters else r"(?!)"),
    )


def _normal(name: str) -> str:
    return " ".join(name.translate(_VARIANTS).split())


def find_mentions(
    body: str, spans: Iterable[tuple[int, int]], names: Names, own_id: str = ""
) -> Iterator[Mention]:
    """Yield each mention within the spans, in order; where names overlap, the longest wins.

    A full name means the one note that bears it. A short name means the one of its holders that
    was named in full before, or that the page is about; with several or none it is no mention.
    """
    text = body.translate(_VARIANTS)
    named = {own_id}
    for start, end in spans:
        position = start
        for word in names.starts.finditer(text, start, end):
            if word.start() < position or word[0] not in names.lengths:
                continue
            for length in names.lengths[word[0]]:
                stop = word.start() + length
                name = text[word.start() : stop]
                if stop > end or name not in names.holders or text[stop : stop + 1].isalnum():
                    continue
                position = stop
                if note := _decide(names.holders[name], named):
                    named.add(note)
                    yield Mention(word.start(), stop, note)
                break


def _decide(holders: Holders, named: set[str]) -> str:
    """Return the id of the note a name means here, or nothing where that is not certain."""
    if len(holders.full) == 1:
        return holders.full[0]
    if holders.full:
        return ""
    known = [holder for holder in holders.short if holder in named]
    return known[0] if len(known) == 1 else ""
