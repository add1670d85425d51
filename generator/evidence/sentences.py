"""The sentences of a text: which of them state something, and which of those cite a source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.text.masking import CITATION, MARKUP, OBJECT
from generator.text.paragraphs import Paragraph, paragraphs
from generator.text.sentences import is_lead_in, is_question, sentences
from generator.text.words import count_words, plain_words

MAX_RUN_IN_WORDS = 12
"""Words of a run-in heading."""
_RUN_IN_HEADING = re.compile(r"(?P<mark>\*{1,3}|_{1,3})[^*]+(?P=mark)[.:]?")
"""Words in bold or italics that announce a paragraph: *What is next.*"""
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
_MASKS = str.maketrans("", "", MARKUP + OBJECT + CITATION)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and what it needs."""

    start: int
    """Offset in the text."""
    text: str
    """As it was written."""
    words: str
    """Its words alone."""
    block: int
    """Offset of the paragraph or list that it is a part of."""
    section: int
    """The number of headings above it."""
    is_cited: bool
    """Whether it cites a source, or belongs to a list whose lead-in does."""
    states: bool
    """Whether it states something that a source could support."""

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.start + len(self.text)

    @property
    def needs_source(self) -> bool:
        """Whether it states something and cites nothing."""
        return self.states and not self.is_cited


@dataclass(frozen=True, slots=True)
class _Context:
    """What is around a paragraph."""

    section: int
    is_covered: bool
    """Whether the lead-in of its list cites a source."""
    introduces: bool
    """Whether a list, a quotation or a table follows."""


def sentences_of(text: str) -> Iterator[Sentence]:
    """Yield each sentence of a text that is not a heading."""
    found = list(paragraphs(text))
    section = 0
    covered_from: int | None = None
    for position, paragraph in enumerate(found):
        if paragraph.kind == "heading":
            section += 1
        if paragraph.kind in {"heading", "label"}:
            continue
        if covered_from is not None and paragraph.depth <= covered_from:
            covered_from = None
        is_covered = covered_from is not None
        introduces = _introduces(found, position)
        yield from _sentences(
            text, paragraph, _Context(section, is_covered, introduces)
        )
        if introduces and not is_covered and _ends_with_cited_lead_in(paragraph):
            covered_from = paragraph.depth


def _introduces(found: list[Paragraph], position: int) -> bool:
    """Say whether the paragraph after one is deeper: a list, a quotation or a table."""
    following = position + 1
    if following == len(found):
        return False
    return found[following].depth > found[position].depth


def _ends_with_cited_lead_in(paragraph: Paragraph) -> bool:
    masked = ""
    for start, end in sentences(paragraph.text):
        masked = paragraph.text[start:end]
    return is_lead_in(masked) and CITATION in masked


def _sentences(
    text: str, paragraph: Paragraph, context: _Context
) -> Iterator[Sentence]:
    """Yield the sentences of a paragraph."""
    spans = list(sentences(paragraph.text))
    for number, (start, end) in enumerate(spans):
        masked = paragraph.text[start:end]
        offset = paragraph.start + start
        is_first = number == 0
        is_introduction = context.introduces and number + 1 == len(spans)
        is_heading = is_first and _is_run_in_heading(masked)
        leads_in = is_introduction and is_lead_in(masked)
        is_exception = is_heading or leads_in
        yield Sentence(
            start=offset,
            text=text[offset : paragraph.start + end],
            words=plain_words(masked),
            block=paragraph.block,
            section=context.section,
            is_cited=context.is_covered or CITATION in masked,
            states=not is_exception and _states(masked),
        )


def _is_run_in_heading(masked: str) -> bool:
    is_short = count_words(masked) <= MAX_RUN_IN_WORDS
    if not is_short:
        return False
    return _RUN_IN_HEADING.fullmatch(masked) is not None


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
