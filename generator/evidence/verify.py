"""Whether quoted words occur in the sources that are cited for them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, Origin, Position, quoted
from generator.evidence.attributions import Attribution, find_attributions
from generator.evidence.readings import Readings, readings_of
from generator.evidence.verdicts import Found, Misquoted, Unchecked, Verdict, decide
from generator.notes.index import Index
from generator.notes.model import Note, Source
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
    """The results for some quotations."""

    quoted: tuple[Quoted, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    readings: Readings = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Verified:
    """Words that are attributed to sources, and whether they are there."""

    attribution: Attribution
    verdict: Verdict


def check_quotations(document: Note | Source, index: Index, hasher: Hasher) -> Checked:
    """Look for what a document quotes in the sources it cites; report what is not there."""
    verified: list[_Verified] = []
    for attribution in find_attributions(document):
        verdict = decide(attribution, index, hasher)
        verified.append(_Verified(attribution, verdict))
    return Checked(
        quoted=tuple(_quotations(verified)),
        problems=tuple(_problems(verified)),
        readings=_readings(verified),
    )


def together(checked: Iterable[Checked]) -> Checked:
    """Return the results for the quotations of several documents."""
    quoted_words: list[Quoted] = []
    problems: list[Diagnostic] = []
    readings: dict[tuple[str, Position | None], Mapping[int, str]] = {}
    for one in checked:
        quoted_words += one.quoted
        problems += one.problems
        readings |= one.readings
    return Checked(tuple(quoted_words), tuple(problems), readings)


def _quotations(verified: Iterable[_Verified]) -> Iterator[Quoted]:
    """Yield what is quoted rightly, as far as anything can tell."""
    for item in verified:
        match item.verdict:
            case Found(source, place):
                yield _quoted(item.attribution, source, place)
            case Unchecked(source):
                yield _quoted(item.attribution, source, None)


def _problems(verified: Iterable[_Verified]) -> Iterator[Diagnostic]:
    """Report each quotation that is wrong or, if it is not, too long."""
    for item in verified:
        if isinstance(item.verdict, Misquoted):
            yield item.verdict.problem
        else:
            yield from _too_long(item.attribution)


def _readings(verified: Iterable[_Verified]) -> Readings:
    """Return how to read the misprints in what is quoted."""
    readings: defaultdict[tuple[str, Position | None], dict[int, str]]
    readings = defaultdict(dict)
    for item in verified:
        attribution, verdict = item.attribution, item.verdict
        if attribution.passage and isinstance(verdict, Found):
            position = attribution.path, attribution.passage.text.at
            found = readings_of(attribution, verdict.place, verdict.source)
            readings[position].update(found)
    return readings


def _quoted(attribution: Attribution, source: Source, place: Location | None) -> Quoted:
    return Quoted(
        path=attribution.path,
        origin=attribution.origin,
        text=attribution.text,
        source=source.id,
        words=len(words(attribution.text)),
        place=place,
    )


def _too_long(attribution: Attribution) -> Iterator[Diagnostic]:
    """Report a quotation of too many words."""
    count = len(words(attribution.text))
    if count > MAX_QUOTED_WORDS:
        message = f"the quotation has {count} words; the limit is {MAX_QUOTED_WORDS}"
        hint = "Quote less, and say the rest in your own words."
        yield Diagnostic(attribution.origin, "long-quotation", message, hint)


def look_up(index: Index, id_: str, text: str, hasher: Hasher) -> tuple[bool, str]:
    """Say whether words occur in a source, and in which paragraph, or the closest match."""
    source = index.sources[id_]
    attribution = Attribution(
        path=source.path,
        origin=source.origin(),
        text=text,
        citations=(Citation(id_),),
    )
    match decide(attribution, index, hasher):
        case Found(place=place):
            return True, f"{quoted(text)} is in {id_}#{place.paragraph}"
        case Misquoted(problem):
            return False, f"{problem.message}. {problem.hint}"
        case _:
            return False, _why_unchecked(source)


def _why_unchecked(source: Source) -> str:
    if source.seal:
        return f"a seal checks at least {WINDOW_WORDS} words"
    return (
        f"{source.id} has neither text nor seal, so nothing can be checked against it"
    )
