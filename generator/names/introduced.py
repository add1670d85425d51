"""Names that a text gives to what it has named in full: a last name, a first one, an acronym."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.names.boundaries import OPENERS, TITLES
from generator.names.matcher import Candidate, Holders, Names, opens_sentence
from generator.text.normal import normal, uniform

_BRACKETED = re.compile(r"\s?\([\"']?(?P<letters>[A-Z][A-Z.&]{1,9})[\"']?[),;]")
_SMALL = frozenset("of the and for de du des la le und von van y e in on".split())
_WHERE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]cross|[Oo]utside|[Aa]round|[Tt]hroughout)\s\Z"
)
_NUMBERED = re.compile(r",|\b[IVX]+\b")
"""Marks of a name that is no first and last name: Louis IX, Landgrave of Hesse."""
_MIDDLE = re.compile(r"(?<= )([^\W\d_a-z])\w+ (?=\S)")
_INITIAL = re.compile(r"(?<= )\w\. (?=\S)")


def coin(
    text: str, found: Sequence[Candidate], names: Names, persons: Collection[str]
) -> Mapping[str, Holders]:
    """Map what a text may call what it names in full to the notes it then means.

    A person without short names may be called by the first or the last word of the name; anything
    by the acronym that stands in brackets behind its name. What is a known name stays that.
    """
    holders: defaultdict[str, set[str]] = defaultdict(set)
    written = uniform(text)
    for item in found:
        if len(item.holders.full) != 1:
            continue
        note = item.holders.full[0]
        parts = _parts(item.name) if note in persons else ()
        for name in (*parts, *_acronym(written, item)):
            if name not in names.holders:
                holders[name].add(note)
    return {
        name: Holders((), tuple(sorted(ids))) for name, ids in sorted(holders.items())
    }


def _parts(name: str) -> Iterator[str]:
    """Yield the last word of a person's name, and the first."""
    words = [] if _NUMBERED.search(name) else normal(name).split()
    for word in (words[-1], words[0]) if words[1:] else ():
        if (
            word[0].isupper()
            and len(word) > 1
            and word.isalpha()
            and word not in TITLES
        ):
            yield word


def _acronym(text: str, found: Candidate) -> Iterator[str]:
    """Yield the letters in brackets behind a name, if they are its initials."""
    match = _BRACKETED.match(text, found.end)
    if not match:
        return
    words = [
        word for word in re.findall(r"\w+", found.name) if word.lower() not in _SMALL
    ]
    initials = "".join(word[0] for word in words).upper()
    if initials == re.sub(r"\W", "", match["letters"]):
        yield match["letters"]


def without_initials(name: str) -> str:
    """Return a person's name without the initials in its middle: Harry Truman."""
    return _INITIAL.sub("", name)


def with_initials(name: str) -> str:
    """Return a person's name with its middle names shortened: William W. Rockhill."""
    return name if _NUMBERED.search(name) else _MIDDLE.sub(r"\1. ", name)


def is_called(text: str, item: Candidate, named: Mapping[str, Sequence[int]]) -> bool:
    """Say whether a coined name stands where it may mean what it was coined for.

    It stands behind the full name, not where a place would ("in Washington"), and not where an
    ordinary word would begin a sentence ("Will").
    """
    notes = [note for note in item.holders.short if note in named]
    if not any(bisect_left(named[note], item.start) for note in notes):
        return False
    if item.name in OPENERS and opens_sentence(text, item.start):
        return False
    return not _WHERE.search(text, max(0, item.start - 12), item.start)
