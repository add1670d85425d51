"""A suggestion to a writer, and the places it is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.diagnostics import Origin
from generator.names.reading import Scanned
from generator.names.resolve import Mention
from generator.text.markdown import one_line
from generator.text.shown import CITATION

CONTEXT_LENGTH = 40
"""Characters of context that are shown on each side of a name."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a name occurs, and its context."""

    at: Origin
    context: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing a writer may have missed."""

    kind: str
    """``missing-note``, ``near-name``, ``ambiguous-name``, ``unmentioned-note``, ``common-name``"""
    name: str
    what: str
    remedy: str
    places: tuple[Occurrence, ...] = ()


Occurrences = Mapping[str, Sequence[Occurrence]]
"""Where each name occurs."""


def occurrence(text: Scanned, start: int, end: int) -> Occurrence:
    """Return where a stretch of a text is, and its context."""
    first = max(0, start - CONTEXT_LENGTH)
    last = end + CONTEXT_LENGTH
    context = one_line(text.shown.text[first:last].replace(CITATION, ""))
    return Occurrence(
        at=text.passage.origin_of_word(start),
        context=context.strip(),
    )


def words_of(text: Scanned, mention: Mention) -> str:
    """Return a mention as the text spells it."""
    words = text.shown.text[mention.start : mention.end]
    return one_line(words)


def times(count: int) -> str:
    """Return in words how often something happens."""
    words = {0: "never", 1: "once", 2: "twice"}
    return words.get(count, f"{count} times")
