"""The sentences of a text: which of them state something, and which of those cite a source."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.text.sentences import is_lead_in, is_question, sentences
from generator.text.shown import CITATION, OBJECT, Shown, Unit
from generator.text.words import count_words, plain_words

MAX_RUN_IN_WORDS = 12
"""Words of a run-in heading."""
_CLAUSE_END = re.compile(
    r"[;:—]|\b(?:and|because|but|that|which|while|who|whom|whose)\b", re.IGNORECASE
)
_NEGATIVE = re.compile(r"\b(?:no|none|nothing|nobody|neither)\b", re.IGNORECASE)
_FOUND = re.compile(
    r"\b(?:was|were|is|are|be|been)\s+(?:\w+\s+)?found\b", re.IGNORECASE
)
_NOT_FOUND = re.compile(
    r"""
    \b(?: (?:was|were|is|are) (?: \s+ (?:not|never) | n['’]t )
        | (?:not|never|cannot | (?:could|has|have|had|can) n?['’]t) \s+ (?:be|been) )
    \s+ (?:\w+\s+)? found \b (?! \s+ (?:guilty|innocent|liable|to) \b )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MASKS = str.maketrans("", "", OBJECT + CITATION)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and what it needs."""

    start: int
    """Offset in the words of the text."""
    text: str
    """Its words and punctuation, on one line."""
    words: str
    """Its words alone."""
    block: int
    """Number of the paragraph or list that it is a part of."""
    section: int
    """Number of headings above it; of a footnote, above its first mark."""
    is_cited: bool
    """Whether it cites a source, or belongs to a list whose lead-in does."""
    states: bool
    """Whether it states something that a source could support."""

    @property
    def needs_source(self) -> bool:
        """Whether it states something and cites nothing."""
        return self.states and not self.is_cited


@dataclass(frozen=True, slots=True)
class _Context:
    """What is around a paragraph."""

    is_covered: bool
    """Whether the lead-in of its list cites a source."""
    introduces: bool
    """Whether a list, a quotation or a table follows."""


def sentences_of(shown: Shown) -> Iterator[Sentence]:
    """Yield each sentence of a text that is not a heading."""
    covered_from: int | None = None
    for position, unit in enumerate(shown.units):
        if unit.kind in {"heading", "label"}:
            continue
        if covered_from is not None and unit.depth <= covered_from:
            covered_from = None
        is_covered = covered_from is not None
        introduces = _introduces(shown.units, position)
        context = _Context(is_covered, introduces)
        yield from _sentences(shown, unit, context)
        if introduces and not is_covered and _ends_with_cited_lead_in(shown, unit):
            covered_from = unit.depth


def _introduces(units: Sequence[Unit], position: int) -> bool:
    """Say whether the unit after one is deeper: a list, a quotation or a table."""
    following = position + 1
    if following == len(units):
        return False
    return units[following].depth > units[position].depth


def _ends_with_cited_lead_in(shown: Shown, unit: Unit) -> bool:
    text = shown.words(unit)
    last = ""
    for start, end in _spans(shown, unit):
        last = text[start:end]
    return is_lead_in(last) and CITATION in last


def _spans(shown: Shown, unit: Unit) -> list[tuple[int, int]]:
    """Return the start and end of each sentence in the words of a unit."""
    found = sentences(shown.words(unit), shown.links_in(unit))
    return list(found)


def _sentences(shown: Shown, unit: Unit, context: _Context) -> Iterator[Sentence]:
    """Yield the sentences of a paragraph."""
    words = shown.words(unit)
    spans = _spans(shown, unit)
    for number, (start, end) in enumerate(spans):
        text = words[start:end]
        is_introduction = context.introduces and number + 1 == len(spans)
        is_heading = number == 0 and _is_run_in_heading(text, unit, end)
        leads_in = is_introduction and is_lead_in(text)
        is_exception = is_heading or leads_in
        yield Sentence(
            start=unit.start + start,
            text=shown.plain(unit.start + start, unit.start + end),
            words=plain_words(text),
            block=unit.block,
            section=unit.section,
            is_cited=context.is_covered or CITATION in text,
            states=not is_exception and _states(text),
        )


def _is_run_in_heading(text: str, unit: Unit, end: int) -> bool:
    """Say whether the first sentence is set off, and so announces the paragraph."""
    is_short = count_words(text) <= MAX_RUN_IN_WORDS
    return is_short and unit.start + end <= unit.emphasised_to + len(".")


def _states(masked: str) -> bool:
    """Say whether a sentence states something that a source could support."""
    shown = masked.translate(_MASKS)
    has_words = count_words(shown) > 0
    return has_words and not is_question(shown) and not _says_nothing_was_found(shown)


def _says_nothing_was_found(sentence: str) -> bool:
    """Say whether a sentence reports a search without result, for which there is no source."""
    for clause in _CLAUSE_END.split(sentence):
        if _NOT_FOUND.search(clause):
            return True
        negative = _NEGATIVE.search(clause)
        if negative and _FOUND.search(clause, negative.end()):
            return True
    return False
