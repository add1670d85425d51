"""Where a text is cut: at the names it mentions, and after what it quotes with a misprint."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator.names.reading import Scanned
from generator.names.resolve import Mention
from generator.text.spans import Token


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read a misprint that ends at an offset."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The same offset: a reading replaces nothing."""
        return self.start


Mark: TypeAlias = Mention | Reading


def marks_of(scanned: Scanned, readings: Mapping[int, str]) -> Mapping[int, list[Mark]]:
    """Map each text token, by its offset, to its marks in order.

    A misprint that ends outside the text tokens is explained in the next one.
    """
    tokens = [token for token in scanned.tokens if token.kind == "text"]
    starts = [token.start for token in tokens]
    ends = [token.end for token in tokens]
    marks: defaultdict[int, list[Mark]] = defaultdict(list)
    for offset, reading in readings.items():
        number = bisect_left(ends, offset)
        if number < len(tokens):
            marks[starts[number]].append(Reading(offset, reading))
    for mention in scanned.mentions:
        if mention.note:
            number = bisect_right(starts, mention.start) - 1
            marks[starts[number]].append(mention)
    for found in marks.values():
        found.sort(key=_start)  # at the same offset, a reading remains first
    return marks


def _start(mark: Mark) -> int:
    return mark.start


def cut(text: str, token: Token, marks: Iterable[Mark]) -> Iterator[str | Mark]:
    """Yield the words of a token and its marks in turn; a name is never cut."""
    position = token.start
    for mark in marks:
        start = max(position, mark.start)
        yield text[position:start]
        yield mark
        position = max(position, mark.end)
    yield text[position : token.end]
