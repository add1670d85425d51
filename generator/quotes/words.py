"""Words of a text as quotations are compared: where a run of them stands, or comes nearest.

Two texts have the same words if they do once quotation marks, dashes, spaces and the punctuation
around each word are set aside. Letter case counts, and so does every letter.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from generator.text.normal import normal

_WORD = re.compile(r"\S*\w\S*")
_EDGES = re.compile(r"^\W+|\W+$")
_QUOTED = re.compile(r'"(?P<a>[^"“”\n]+)"|“(?P<b>[^"“”\n]+)”')
_CITATION = re.compile(r"\[@[^\]]+\]")
SENTENCE = 2000
"""So many letters behind a quotation its citation is looked for."""
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z\"“])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, and the citation behind them."""

    start: int
    """Offset of the first word, behind the quotation mark."""
    end: int
    text: str
    citation: str = ""
    """The citation that follows within the sentence, as written; or empty."""


@dataclass(frozen=True, slots=True)
class Place:
    """A run of words of a source: its paragraph, the first word's number there, how many."""

    paragraph: str
    first: int
    count: int


def words(text: str) -> list[str]:
    """Return the words of a text in the form in which they are compared."""
    return [_EDGES.sub("", normal(match[0])) for match in _WORD.finditer(text)]


def word_ends(text: str) -> list[int]:
    """Return the offset behind the last letter of each word."""
    return [
        match.end() - len(match[0]) + len(re.sub(r"\W+$", "", match[0]))
        for match in _WORD.finditer(text)
    ]


def find_quotations(text: str) -> Iterator[Quotation]:
    """Yield the words in double quotation marks, each with the citation of its sentence."""
    for found in _QUOTED.finditer(text):
        group = "a" if found["a"] else "b"
        following = text[found.end() : found.end() + SENTENCE]
        following = _SENTENCE_END.split(following, maxsplit=1)[0]
        cited = _CITATION.search(following)
        start, end = found.span(group)
        yield Quotation(start, end, found[group], cited[0] if cited else "")


def find_words(wanted: Sequence[str], paragraphs: Mapping[str, str]) -> list[Place]:
    """Return every place at which a run of words stands within one paragraph."""
    run = f" {' '.join(wanted)} "
    return [
        Place(id_, at, len(wanted))
        for id_, text in paragraphs.items()
        for at in (_starts(run, _in_a_row(text)) if wanted else ())
    ]


@lru_cache(maxsize=1 << 10)
def _in_a_row(text: str) -> str:
    """Return the words of a text as they are compared, a space around each."""
    return f" {' '.join(words(text))} "


def _starts(run: str, row: str) -> Iterator[int]:
    """Yield the number of the word with which each occurrence of a run begins."""
    at, number, counted = row.find(run), 0, 0
    while at >= 0:
        number += row.count(" ", counted, at)
        counted = at
        yield number
        at = row.find(run, at + 1)


def nearest(wanted: str, paragraphs: Mapping[str, str]) -> tuple[str, str, float]:
    """Return the stretch of a text that is likest to a quotation: paragraph, words, likeness.

    Likeness is the share of letters in common with the likest stretch of the same length, from 0 to
    1, as rapidfuzz's ``partial_ratio`` counts it; the stretch is widened to whole words.
    """
    best = ("", "", 0.0)
    for id_, text in paragraphs.items():
        found = fuzz.partial_ratio_alignment(wanted, text)
        if found and found.score > best[2] * 100:
            start, end = _whole_words(text, found.dest_start, found.dest_end)
            best = (id_, " ".join(text[start:end].split()), found.score / 100)
    return best


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch so that no word is cut."""
    inside = [
        m.span()
        for m in re.finditer(r"\w+", text)
        if m.start() < end and start < m.end()
    ]
    return (inside[0][0], inside[-1][1]) if inside else (start, end)
