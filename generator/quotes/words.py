"""Words of a text as quotations are compared: where a run of them is, or the closest match.

Two texts have the same words if they differ only in quotation marks, dashes, spaces and the
punctuation around each word. Letter case counts, and so does every letter.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from generator.text.markdown import one_line
from generator.text.normal import normal
from generator.text.shown import CITATION

_WORD = re.compile(r"(?<!\S)[^\w\s]*\w\S*")
_EDGES = re.compile(r"^\W+|(?<!\W)\W+$")
_END = re.compile(r"(?<!\W)\W+$")
_LETTERS = re.compile(r"\w+")
_QUOTED = re.compile(
    r'"(?P<straight>(?:[^"“”\n]|\n(?!\n))+)"|“(?P<curly>(?:[^"“”\n]|\n(?!\n))+)”'
)
_DASH = re.compile(r"[–—―]|--")
MAX_CITATION_DISTANCE = 2000
"""Characters after a quotation within which its citation is looked for."""
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z\"“])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, and the citation that follows them."""

    start: int
    """Offset of the first word, after the quotation mark."""
    end: int
    text: str
    citation: int | None = None
    """Offset of the citation that follows within the sentence, if there is one."""


@dataclass(frozen=True, slots=True)
class Location:
    """A run of words in a source."""

    paragraph: str
    first: int
    """Index of the first word in its paragraph."""
    count: int


class Nearest(NamedTuple):
    """The stretch of a text that is most like a quotation."""

    paragraph: str = ""
    words: str = ""
    likeness: float = 0.0
    """From 0 to 1."""


def words(text: str) -> list[str]:
    """Return the words of a text in the form in which they are compared."""
    return [_compared(match[0]) for match in _WORD.finditer(text)]


def _compared(word: str) -> str:
    uniform = normal(word)
    return _EDGES.sub("", uniform)


def word_ends(text: str) -> list[int]:
    """Return the offset after the last letter of each word."""
    ends: list[int] = []
    for match in _WORD.finditer(text):
        word = _END.sub("", match[0])
        ends.append(match.start() + len(word))
    return ends


def find_quotations(text: str) -> Iterator[Quotation]:
    """Yield the words in double quotation marks, each with the citation of its sentence.

    The text has a placeholder for each citation.
    """
    for found in _QUOTED.finditer(text):
        group = "straight" if found["straight"] else "curly"
        start, end = found.span(group)
        yield Quotation(
            start=start,
            end=end,
            text=found[group],
            citation=_citation_after(text, found.end()),
        )


def _citation_after(text: str, offset: int) -> int | None:
    """Return the offset of the first citation in the rest of a sentence."""
    following = text[offset : offset + MAX_CITATION_DISTANCE]
    rest_of_sentence = _SENTENCE_END.split(following, maxsplit=1)[0]
    found = rest_of_sentence.find(CITATION)
    if found < 0:
        return None
    return offset + found


def find_words(wanted: Sequence[str], paragraphs: Mapping[str, str]) -> list[Location]:
    """Return every location of a run of words within one paragraph.

    Words of the paragraph that a dash joins count as several if the run is not found otherwise.
    """
    if not wanted:
        return []
    found = list(_locations(wanted, paragraphs, _in_a_row))
    if found:
        return found
    return list(_locations(wanted, paragraphs, _parts_in_a_row))


def _locations(
    wanted: Sequence[str], paragraphs: Mapping[str, str], row: Callable[[str], str]
) -> Iterator[Location]:
    run = _spaced(wanted)
    for id_, text in paragraphs.items():
        for first in _starts(run, row(text)):
            yield Location(id_, first, len(wanted))


@lru_cache(maxsize=1 << 10)
def _in_a_row(text: str) -> str:
    """Return the words of a text as they are compared, with a space around each."""
    return _spaced(words(text))


@lru_cache(maxsize=1 << 10)
def _parts_in_a_row(text: str) -> str:
    """Return the words of a text in the same way, those that a dash joins each by itself."""
    apart = _DASH.sub(" ", text)
    return _spaced(words(apart))


def _spaced(run: Sequence[str]) -> str:
    joined = " ".join(run)
    return f" {joined} "


def _starts(run: str, row: str) -> Iterator[int]:
    """Yield the index of the word with which each occurrence of a run begins."""
    index = 0
    counted = 0
    offset = row.find(run)
    while offset >= 0:
        index += row.count(" ", counted, offset)
        counted = offset
        yield index
        offset = row.find(run, offset + 1)


def nearest(wanted: str, paragraphs: Mapping[str, str]) -> Nearest:
    """Return the stretch of a text that is most like a quotation.

    Likeness is the share of letters in common with the best stretch of the same length, as
    rapidfuzz's ``partial_ratio`` counts it; the stretch is widened to whole words.
    """
    best = Nearest()
    for id_, text in paragraphs.items():
        alignment = fuzz.partial_ratio_alignment(wanted, text)
        if alignment is None:
            continue
        likeness = alignment.score / 100
        if likeness > best.likeness:
            start, end = _whole_words(text, alignment.dest_start, alignment.dest_end)
            stretch = one_line(text[start:end])
            best = Nearest(id_, stretch, likeness)
    return best


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch so that no word is cut."""
    inside = [
        word
        for word in _LETTERS.finditer(text)
        if word.start() < end and start < word.end()
    ]
    if not inside:
        return start, end
    first_word = inside[0]
    last_word = inside[-1]
    return first_word.start(), last_word.end()
