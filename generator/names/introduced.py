"""Names that a text introduces for what it has named in full: a last or first name, an acronym."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.names.matcher import Candidate, Holders, Names, opens_sentence
from generator.names.word_lists import OPENERS, TITLES
from generator.text.normal import comparable, normal, uniform

_BRACKETED = re.compile(r"\s?\([\"']?(?P<letters>[A-Z][A-Z.&]{1,9})[\"']?[),;]")
_SMALL_WORDS = frozenset("of the and for de du des la le und von van y e in on".split())
"""Words that an acronym leaves out."""
_WHERE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]cross|[Oo]utside|[Aa]round|[Tt]hroughout)\s\Z"
)
_MAX_WHERE_LETTERS = 12
_NUMBERED = re.compile(r",|\b[IVX]+\b")
"""Marks of a name that is not a first and a last name: Louis IX, Landgrave of Hesse."""
_MIDDLE = re.compile(r"(?<= )([^\W\d_a-z])\w+ (?=\S)")
_INITIAL = re.compile(r"(?<= )\w\. (?=\S)")


def introduced_names(
    text: str, found: Sequence[Candidate], names: Names, persons: Collection[str]
) -> Mapping[str, Holders]:
    """Map each name that a text introduces to the notes that it then means.

    A person without short names may be called by the first or the last word of the name; anything
    by the acronym in brackets after its name. A name that is already known keeps its meaning.
    """
    holders: defaultdict[str, set[str]] = defaultdict(set)
    signs = uniform(text)
    for item in found:
        note = item.holders.only_full
        if not note:
            continue
        introduced = list(_acronyms(signs, item))
        if note in persons:
            introduced += _parts(item.name)
        for name in introduced:
            if not names.has(name):
                holders[comparable(name)].add(note)
    return {name: Holders((), tuple(sorted(holders[name]))) for name in sorted(holders)}


def _parts(name: str) -> Iterator[str]:
    """Yield the last and the first word of a person's name."""
    if _NUMBERED.search(name):
        return
    words = normal(name).split()
    if len(words) == 1:
        return
    for word in (words[-1], words[0]):
        if _may_be_used_alone(word):
            yield word


def _may_be_used_alone(word: str) -> bool:
    """Say whether a word of a person's name may be used without the others."""
    if word in TITLES or len(word) == 1:
        return False
    return word.isalpha() and word[0].isupper()


def _acronyms(text: str, found: Candidate) -> Iterator[str]:
    """Yield the letters in brackets after a name, if they are its initials."""
    match = _BRACKETED.match(text, found.end)
    if match is None:
        return
    initials = ""
    for word in re.findall(r"\w+", comparable(found.name)):
        if word.lower() not in _SMALL_WORDS:
            initials += word[0].upper()
    letters = match["letters"]
    if initials == re.sub(r"\W", "", letters):
        yield letters


def without_initials(name: str) -> str:
    """Return a person's name without its middle initials: Harry Truman."""
    return _INITIAL.sub("", name)


def with_initials(name: str) -> str:
    """Return a person's name with its middle names shortened: William W. Rockhill."""
    if _NUMBERED.search(name):
        return name
    return _MIDDLE.sub(r"\1. ", name)


def is_plausible_use(
    text: str, item: Candidate, named: Mapping[str, Sequence[int]]
) -> bool:
    """Say whether an introduced name may mean its note here.

    It must follow the full name. After "in" or "near" it is more likely a place ("in Washington"),
    and at the beginning of a sentence it may be an ordinary word ("Will").
    """
    is_introduced = False
    for note in item.holders.short:
        offsets = named.get(note)
        if offsets and offsets[0] < item.start:
            is_introduced = True
    if not is_introduced:
        return False
    if item.name in OPENERS and opens_sentence(text, item.start):
        return False
    first = max(0, item.start - _MAX_WHERE_LETTERS)
    return _WHERE.search(text, first, item.start) is None
