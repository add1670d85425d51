"""Words of a text as quotations are compared: where a run of them stands, or comes nearest.

Two texts have the same words if they do once quotation marks, dashes, spaces and the punctuation
around each word are set aside. Letter case counts, and so does every letter.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.names import normal

_WORD = re.compile(r"\S*\w\S*")
_EDGES = re.compile(r"^\W+|\W+$")
_QUOTED = re.compile(r'"(?P<a>[^"“”\n]+)"|“(?P<b>[^"“”\n]+)”')
_CITATION = re.compile(r"\[@[^\]]+\]")
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
        following = _SENTENCE_END.split(text[found.end() :], maxsplit=1)[0]
        cited = _CITATION.search(following)
        start, end = found.span(group)
        yield Quotation(start, end, found[group], cited[0] if cited else "")


def find_words(wanted: Sequence[str], paragraphs: Mapping[str, str]) -> list[Place]:
    """Return every place at which a run of words stands within one paragraph."""
    count = len(wanted)
    places = []
    for id_, text in paragraphs.items():
        own = words(text)
        starts = range(len(own) - count + 1) if count else ()
        places += [Place(id_, at, count) for at in starts if own[at : at + count] == list(wanted)]
    return places


def nearest(wanted: Sequence[str], paragraphs: Mapping[str, str]) -> tuple[str, str, float]:
    """Return the stretch of a text that is likest to some words: paragraph, its words, likeness.

    Likeness is the share of letters in common, from 0 to 1 (Ratcliff and Obershelp).
    """
    best = ("", "", 0.0)
    for id_, text in paragraphs.items():
        own = words(text)
        matcher = SequenceMatcher(a=own, b=list(wanted), autojunk=False)
        block = matcher.find_longest_match()
        first = max(0, block.a - block.b)
        stretch = " ".join(own[first : first + len(wanted)])
        likeness = SequenceMatcher(None, stretch, " ".join(wanted), autojunk=False).ratio()
        best = max(best, (id_, stretch, likeness), key=lambda item: item[2])
    return best
