"""Whether quoted words occur in the sources that are cited for them."""

from collections import defaultdict
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, Origin, Position, quoted
from generator.evidence.attributions import Attribution, find_attributions
from generator.evidence.misquotes import Miss, misquotation
from generator.evidence.readings import Readings, readings_of
from generator.evidence.search import is_checkable, search
from generator.notes.index import Index
from generator.notes.model import Source
from generator.quotes.seals import WINDOW_WORDS, Hasher
from generator.quotes.words import Location, words
from generator.schema.values import Citation

MAX_QUOTED_WORDS = 40


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation, and its place in a source."""

    path: str
    """File that quotes."""
    origin: Origin
    text: str
    source: str
    words: int
    place: Location | None
    """None if the source has neither text nor seal, or the words are too few to check."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The results for all quotations."""

    quoted: tuple[Quoted, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    readings: Readings = field(default_factory=dict)


def check_quotations(index: Index, hasher: Hasher) -> Checked:
    """Look for every quotation in the sources it cites; report those that are not there."""
    done: list[Quoted] = []
    problems: list[Diagnostic] = []
    readings: defaultdict[tuple[str, Position | None], dict[int, str]]
    readings = defaultdict(dict)
    for attribution in find_attributions(index):
        verified = _verify(attribution, index, hasher)
        if isinstance(verified, Diagnostic):
            problems.append(verified)
            continue
        problems += _too_long(attribution)
        if verified is None:
            continue
        done.append(verified)
        passage, place = attribution.passage, verified.place
        if passage and place:
            position = attribution.path, passage.at
            source = index.sources[verified.source]
            found = readings_of(attribution, place, source)
            readings[position].update(found)
    return Checked(tuple(done), tuple(problems), readings)


def _verify(
    attribution: Attribution, index: Index, hasher: Hasher
) -> Quoted | Diagnostic | None:
    """Return the place of the words or what is wrong with them; None if no record is cited.

    Words that cannot be checked against each of their sources have no place, but nothing is wrong.
    """
    wanted = words(attribution.text)
    cited = _cited_sources(attribution, index)
    misses = []
    for citation, source in cited:
        if not is_checkable(source, wanted):
            continue
        found = search(wanted, source, hasher)
        for place in found.places:
            if citation.paragraph in {"", place.paragraph}:
                return _quoted(attribution, source, place)
        misses.append(Miss(citation, source, found))
    if not cited:
        return None
    if len(misses) == len(cited):
        return misquotation(attribution, misses[0])
    _, first_source = cited[0]
    return _quoted(attribution, first_source, None)


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


def _quoted(attribution: Attribution, source: Source, place: Location | None) -> Quoted:
    return Quoted(
        path=attribution.path,
        origin=attribution.origin,
        text=attribution.text,
        source=source.id,
        words=len(words(attribution.text)),
        place=place,
    )


def _too_long(attribution: Attribution) -> list[Diagnostic]:
    """Report a quotation of too many words."""
    count = len(words(attribution.text))
    if count <= MAX_QUOTED_WORDS:
        return []
    message = f"the quotation has {count} words; the limit is {MAX_QUOTED_WORDS}"
    hint = "Quote less, and say the rest in your own words."
    return [Diagnostic(attribution.origin, "long-quotation", message, hint)]


def look_up(index: Index, id_: str, text: str, hasher: Hasher) -> tuple[bool, str]:
    """Say whether words occur in a source, and in which paragraph, or the closest match."""
    source = index.sources[id_]
    wanted = words(text)
    if not is_checkable(source, wanted):
        return False, _why_unchecked(source)
    attribution = Attribution(
        path=source.path,
        origin=source.origin(),
        text=text,
        citations=(Citation(id_),),
    )
    found = _verify(attribution, index, hasher)
    if isinstance(found, Diagnostic):
        return False, f"{found.message}. {found.hint}"
    if found is None or found.place is None:
        return True, ""
    return True, f"{quoted(text)} is in {id_}#{found.place.paragraph}"


def _why_unchecked(source: Source) -> str:
    if source.seal:
        return f"a seal checks at least {WINDOW_WORDS} words"
    return (
        f"{source.id} has neither text nor seal, so nothing can be checked against it"
    )
