"""Decide whether words occur in the sources that are cited for them."""

from dataclasses import dataclass
from typing import TypeAlias

from generator.diagnostics import Diagnostic
from generator.evidence.attributions import Attribution
from generator.evidence.misquotes import Miss, misquotation
from generator.evidence.search import is_checkable, search
from generator.notes.index import Index
from generator.notes.model import Source
from generator.quotes.seals import Hasher
from generator.quotes.words import Location, words
from generator.schema.values import Citation


@dataclass(frozen=True, slots=True)
class Found:
    """The words are in a source, where they are cited."""

    source: Source
    place: Location


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Nothing can tell, because a source has too little to check the words against."""

    source: Source


@dataclass(frozen=True, slots=True)
class Misquoted:
    """The words are not where they are cited."""

    problem: Diagnostic


@dataclass(frozen=True, slots=True)
class NoRecord:
    """No cited source has a record."""


Verdict: TypeAlias = Found | Unchecked | Misquoted | NoRecord


def decide(attribution: Attribution, index: Index, hasher: Hasher) -> Verdict:
    """Decide whether words are in a source that is cited for them.

    They are misquoted only if each of the sources can be checked and none contains them.
    """
    wanted = words(attribution.text)
    cited = _cited_sources(attribution, index)
    if not cited:
        return NoRecord()
    misses = []
    for citation, source in cited:
        if not is_checkable(source, wanted):
            continue
        found = search(wanted, source, hasher)
        for place in found.places:
            if citation.paragraph in {"", place.paragraph}:
                return Found(source, place)
        misses.append(Miss(citation, source, found))
    if len(misses) == len(cited):
        problem = misquotation(attribution, misses[0])
        return Misquoted(problem)
    _, first_source = cited[0]
    return Unchecked(first_source)


def _cited_sources(
    attribution: Attribution, index: Index
) -> list[tuple[Citation, Source]]:
    """Return the citations whose source has a record, with the record."""
    found = []
    for citation in attribution.citations:
        source = index.sources.get(citation.source)
        if source:
            found.append((citation, source))
    return found
