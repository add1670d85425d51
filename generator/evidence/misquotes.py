"""Explain why a quotation is not found where it is cited."""

from dataclasses import dataclass

from generator.diagnostics import Diagnostic, quoted
from generator.evidence.attributions import Attribution
from generator.evidence.search import SearchResult, has_text, words_by_paragraph
from generator.notes.model import Source
from generator.quotes.seals import WINDOW_WORDS
from generator.quotes.words import nearest, words
from generator.schema.values import Citation

MIN_LIKENESS = 0.82
"""Closest matches below this likeness are not shown."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A citation that does not lead to the quoted words."""

    citation: Citation
    source: Source
    found: SearchResult


def misquotation(attribution: Attribution, miss: Miss) -> Diagnostic:
    """Say what is wrong with a quotation, and what matches it most closely."""
    if miss.found.places:
        return _wrong_paragraph(attribution, miss)
    return _wrong_words(attribution, miss)


def _wrong_paragraph(attribution: Attribution, miss: Miss) -> Diagnostic:
    """Say which other paragraphs contain the words."""
    said = quoted(attribution.text)
    id_ = miss.source.id
    paragraphs = dict.fromkeys(place.paragraph for place in miss.found.places)
    right = ", ".join(f"{id_}#{paragraph}" for paragraph in paragraphs)
    message = f"{said} is not in {miss.citation.paragraph} of {id_}"
    hint = f"It is in {right}."
    return Diagnostic(attribution.origin, "wrong-paragraph", message, hint)


def _wrong_words(attribution: Attribution, miss: Miss) -> Diagnostic:
    """Say which words of the source are the closest match."""
    text = attribution.text
    source = miss.source
    if has_text(source):
        hint = _nearest_words(text, source)
    else:
        hint = _longest_run(text, miss.found.longest_run)
    message = f"{quoted(text)} is not in {source.id}"
    return Diagnostic(attribution.origin, "wrong-quotation", message, hint)


def _nearest_words(text: str, source: Source) -> str:
    paragraph, stretch, likeness = nearest(text, words_by_paragraph(source))
    if likeness < MIN_LIKENESS:
        return ""
    said = quoted(stretch)
    return f"The closest match, in {paragraph}, is {said}."


def _longest_run(text: str, run: range) -> str:
    """Return which words a seal contains, and where they break off."""
    if not run:
        return f"No {WINDOW_WORDS} consecutive words of it are."
    wanted = words(text)
    missing = []
    if run.start > 0:
        before = quoted(wanted[run.start - 1])
        missing.append(f"{before} does not precede it")
    if run.stop < len(wanted):
        after = quoted(wanted[run.stop])
        missing.append(f"{after} does not follow")
    kept = " ".join(wanted[run.start : run.stop])
    breaks = ", and ".join(missing)
    return f"{quoted(kept)} does; {breaks}."
