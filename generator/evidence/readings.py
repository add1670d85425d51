"""How to read what a quoted source misprints."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from generator.diagnostics import Position
from generator.evidence.attributions import Attribution
from generator.notes.model import Source
from generator.quotes.words import Location, word_ends, words

Readings: TypeAlias = Mapping[tuple[str, Position | None], Mapping[int, str]]
"""The right words for misprints, by file and position of a text, then by the offset in its source
where the misprinted words end."""


def readings_of(
    attribution: Attribution, place: Location, source: Source
) -> dict[int, str]:
    """Return the reading of each misprint in a quotation, by the offset where the misprint ends."""
    quoted_words = words(attribution.text)
    ends = word_ends(attribution.text)
    found: dict[int, str] = {}
    for correction in source.fields.corrections:
        paragraph = f"p{correction.p}"
        if paragraph != place.paragraph or not correction.read:
            continue
        printed = words(correction.printed)
        for last in _last_words(printed, quoted_words):
            found[attribution.source_end(ends[last])] = correction.read
    return found


def _last_words(printed: Sequence[str], within: Sequence[str]) -> Iterator[int]:
    """Yield the number of the last word of each occurrence of some words within others."""
    count = len(printed)
    if count == 0:
        return
    for stop in range(count, len(within) + 1):
        if within[stop - count : stop] == printed:
            yield stop - 1
