"""Text as it is compared: one kind of space, quotation mark and dash; names also without accents.

Two names are alike if `fold` makes them the same. In prose letter case counts, so names are found
there in the form of `comparable`; `aligned` keeps the way back to the offsets in the text.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

# Characters that count as another; one for one, so that offsets stay. Seals depend on them.
_VARIANTS = {
    " ": "\n\t\u00a0\u2007\u2009\u202f",
    "'": "\u2018\u2019\u02bc\u00b4",
    '"': "\u201c\u201d\u201e",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2212",
}
# Further ones, which count as another only in names.
_VARIANTS_IN_NAMES = {
    " ": "\r\u2002\u2003\u2008\u200a\u3000",
    "'": "\u02b9\u02bb\u02be\u02bf\u201a\u201b\u2032\ua78c\uff07",
    '"': "\u00ab\u00bb\u201f\u2033\uff02",
    "-": "\u2015\ufe58\ufe63\uff0d",
}
PLAIN_LETTERS = str.maketrans("øØłŁđĐıŧŦёЁ", "oOlLdDitTеЕ")
"""Letters that count as another, though Unicode does not take them for one with a mark.

The last two are Cyrillic: Russian writes Горбачёв or Горбачев.
"""
_SPELT_OUT = {"ß": "ss", "ẞ": "SS"}

# Scripts in which a name is the same without its marks. In others a mark makes another letter:
# й is not и, ガ is not カ, क़ is not क.
_LATIN = "\u00c0-\u02af\u1d00-\u1dbf\u1e00-\u1eff\u2c60-\u2c7f\ua720-\ua7ff"
_GREEK = "\u0370-\u03ff\u1f00-\u1fff"
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff"

_LATIN_OR_GREEK = re.compile(f"[A-Za-z{_LATIN}{_GREEK}]")
_SIGNS = "".join((*_VARIANTS.values(), *_VARIANTS_IN_NAMES.values()))
_MAY_BE_OTHER = re.compile(f"[{_LATIN}{_GREEK}{_SIGNS}ёЁ]")
_UNEVEN = re.compile(f"[{_MARKS}]+|[ßẞ]")
"""What changes the length of a text.

Of these marks NFC leaves only those that make no other letter: the stress in Москва́.
"""
_RUN_WITH_MARKS = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
_JAMO = re.compile("[\u1160-\u11ff\ud7b0-\ud7ff]")
"""Vowels and final consonants of Hangul; NFC joins them to the letter before them."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where characters of a changed text were before, at each place from which both run alike."""

    indexes: Sequence[int]
    """Indexes in the changed text, beginning with 0."""
    offsets: Sequence[int]
    """The offset in the original of each."""

    def offset(self, index: int) -> int:
        """Return the offset in the original of a character of the changed text."""
        following = bisect_right(self.indexes, index)
        last = following - 1
        distance = index - self.indexes[last]
        offset = self.offsets[last] + distance
        if following < len(self.offsets):
            return min(offset, self.offsets[following])
        return offset

    def index(self, offset: int) -> int:
        """Return the index in the changed text of a character of the original."""
        following = bisect_right(self.offsets, offset)
        last = following - 1
        distance = offset - self.offsets[last]
        index = self.indexes[last] + distance
        if following < len(self.indexes):
            return min(index, self.indexes[following])
        return index


@dataclass(frozen=True, slots=True)
class Aligned:
    """A text in the form in which names are compared, and where its characters come from."""

    text: str
    steps: tuple[Anchors, ...] = ()
    """The changes of its length, in order; most texts need none."""

    def offset(self, index: int) -> int:
        """Return the offset in the original of a character."""
        for anchors in reversed(self.steps):
            index = anchors.offset(index)
        return index

    def index(self, offset: int) -> int:
        """Return the index of a character of the original."""
        for anchors in self.steps:
            offset = anchors.index(offset)
        return offset


def fold(name: str) -> str:
    """Return the form in which names are compared.

    Letter case, spacing, accents, the kind of apostrophe, quotation mark and dash, and whether a
    letter and its mark are one character or two do not count.
    """
    folded = comparable(name).casefold()
    words = comparable(folded).split()
    return " ".join(words)


def comparable(name: str) -> str:
    """Return the form in which names are compared where letter case and spacing count."""
    if name.isascii():
        return _with_one_space(name)
    return _aligned(name).text


@lru_cache(maxsize=4)
def aligned(text: str) -> Aligned:
    """Return a text in the form of `comparable`, with the way back to its offsets."""
    return _aligned(text)


def _aligned(text: str) -> Aligned:
    steps: list[Anchors] = []
    if not unicodedata.is_normalized("NFC", text):
        text, anchors = _replaced(text, _composed_letters(text))
        steps.append(anchors)
    text = _with_plain_letters(text)
    if _UNEVEN.search(text):
        text, anchors = _replaced(text, _uneven(text))
        steps.append(anchors)
    return Aligned(text, tuple(steps))


def _with_plain_letters(text: str) -> str:
    """Return text with each sign and letter replaced by what it counts as, one for one."""
    text = _with_one_space(text)
    for letter in set(_MAY_BE_OTHER.findall(text)):
        text = text.replace(letter, _plain_letter(letter))
    return text


def _with_one_space(text: str) -> str:
    for space in "\n\t\r":
        text = text.replace(space, " ")
    return text


@cache
def _plain_letter(letter: str) -> str:
    """Return what a sign or letter counts as."""
    for variants in (_VARIANTS, _VARIANTS_IN_NAMES):
        for sign, others in variants.items():
            if letter in others:
                return sign
    decomposed = unicodedata.normalize("NFD", letter)
    if _LATIN_OR_GREEK.match(decomposed):
        letter = decomposed[0]
    return letter.translate(PLAIN_LETTERS)


def _uneven(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each place where marks go or a letter is spelt out, and what is there instead."""
    for match in _UNEVEN.finditer(text):
        start, end = match.span()
        yield start, end, _SPELT_OUT.get(match[0], "")


def _composed_letters(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each place at which NFC changes a letter with its marks, and that letter."""
    for run in _RUN_WITH_MARKS.finditer(text):
        for start, end in _letters_with_marks(text, *run.span()):
            letter = text[start:end]
            composed = unicodedata.normalize("NFC", letter)
            if composed != letter:
                yield start, end, composed


def _letters_with_marks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where each letter of a run is, with the marks that it may be joined to."""
    for index in range(start + 1, end):
        if not _joins_letter(text[index]):
            yield start, index
            start = index
    yield start, end


def _joins_letter(character: str) -> bool:
    is_mark = unicodedata.category(character).startswith("M")
    return is_mark or _JAMO.match(character) is not None


def _replaced(
    text: str, changes: Iterable[tuple[int, int, str]]
) -> tuple[str, Anchors]:
    """Return a text with some stretches replaced, and where it runs as before."""
    parts: list[str] = []
    indexes = [0]
    offsets = [0]
    position = length = 0
    for start, end, instead in changes:
        parts += (text[position:start], instead)
        begins = length + start - position
        length = begins + len(instead)
        indexes += (begins, length)
        offsets += (start, end)
        position = end
    parts.append(text[position:])
    changed = "".join(parts)
    return changed, Anchors(indexes, offsets)


def uniform(text: str) -> str:
    """Return text with one kind of space, apostrophe, quotation mark and dash; offsets stay."""
    for character, variants in _VARIANTS.items():
        for variant in variants:
            if variant in text:
                text = text.replace(variant, character)
    return text


def normal(name: str) -> str:
    """Return a name as it is registered and shown: in NFC, with one kind of each sign."""
    composed = unicodedata.normalize("NFC", uniform(name))
    words = composed.split()
    return " ".join(words)
