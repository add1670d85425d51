"""Whether quoted words stand in the source they are quoted from, and how they are to be read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.diagnostics import Diagnostic, Origin, Position, quoted
from generator.notes.index import Index
from generator.notes.model import Note, Source
from generator.notes.passages import Passage, passages
from generator.quotes.seals import WINDOW, Hasher, find_sealed
from generator.quotes.words import (
    Place,
    Quotation,
    find_quotations,
    find_words,
    nearest,
    word_ends,
    words,
)
from generator.schema.citations import parse_citations
from generator.schema.nodes import FieldPath
from generator.schema.notes import Article
from generator.schema.sources import Correction
from generator.schema.statements import Statement, walk
from generator.schema.values import Citation, Prose

LONGEST = 40
"""So many words of others a quotation may have."""
NEAR = 0.82
"""Likeness from which the nearest words of a text are worth showing."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation, and where it stands in a source."""

    path: str
    """File that quotes."""
    origin: Origin
    text: str
    source: str
    words: int
    place: Place | None
    """None if the source has neither text nor seal, or the words are too few to check."""


Readings: TypeAlias = Mapping[tuple[str, Position | None], Mapping[int, str]]
"""How to read what a source prints wrong: by file and place of a text, then by the offset behind
the words."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of all quotations."""

    quoted: tuple[Quoted, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    readings: Readings = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Words to be looked for, and in which sources."""

    path: str
    origin: Origin
    text: str
    citations: tuple[Citation, ...]
    passage: Prose | None = None
    """The text they stand in, if readings may be put there."""
    offset: int = 0


def check_quotations(index: Index, hasher: Hasher) -> Checked:
    """Look for every quotation in the sources it cites; report those that are not there."""
    done: list[Quoted] = []
    problems: list[Diagnostic] = []
    readings: defaultdict[tuple[str, Position | None], dict[int, str]] = defaultdict(
        dict
    )
    for asked in _asked(index):
        found = _look(asked, index, hasher)
        if isinstance(found, Diagnostic):
            problems.append(found)
            continue
        done += found
        if asked.passage and found:
            source = index.sources[found[0].source]
            readings[asked.path, asked.passage.at] |= _readings(
                asked, found[0].place, source
            )
        if len(words(asked.text)) > LONGEST:
            message = f"the quotation has {len(words(asked.text))} words, at most {LONGEST} may be"
            hint = "Quote less, and say the rest in your own words."
            problems.append(Diagnostic(asked.origin, "long-quotation", message, hint))
    return Checked(tuple(done), tuple(problems), readings)


def _asked(index: Index) -> Iterator[_Asked]:
    """Yield every run of words that somebody is said to have written."""
    for source in index.sources.values():
        for position, correction in enumerate(source.fields.corrections):
            if correction.printed:
                place = source.origin(("corrections", position, "printed"))
                cited = (Citation(source.id, f"p{correction.p}"),)
                yield _Asked(source.path, place, correction.printed, cited)
    for note in index.notes.values():
        claimed = {
            text.at: (*claim.for_, *claim.against)
            for claim in note.fields.claims
            for text in (claim.says, claim.why)
        }
        for passage in passages(note):
            for item in find_quotations(passage.text):
                if citations := _citations(item, claimed.get(passage.text.at, ())):
                    yield _asked_here(note, passage, item, citations)
        yield from _exact(note)


def _citations(
    item: Quotation, otherwise: tuple[Citation, ...]
) -> tuple[Citation, ...]:
    if not item.citation:
        return otherwise
    return tuple(parse_citations(item.citation[2:-1]) or ())


def _asked_here(
    note: Note, passage: Passage, item: Quotation, citations: tuple[Citation, ...]
) -> _Asked:
    origin = passage.origin(item.start)
    return _Asked(note.path, origin, item.text, citations, passage.text, item.start)


def _exact(note: Note) -> Iterator[_Asked]:
    """Yield what fields give as a source's own words."""
    for path, article in walk(note.fields, Article):
        if article.exact and article.sources:
            yield _exactly(note, (*path, "exact"), article.exact, article.sources)
    for path, statement in walk(note.fields, Statement):
        if statement.printed and statement.sources:
            yield _exactly(
                note, (*path, "printed"), statement.printed, statement.sources
            )


def _exactly(
    note: Note, path: FieldPath, text: str, sources: Iterable[Citation]
) -> _Asked:
    return _Asked(note.path, note.origin(path), text, tuple(sources))


def _look(asked: _Asked, index: Index, hasher: Hasher) -> list[Quoted] | Diagnostic:
    """Return where the words stand, or what is wrong with them."""
    wanted = words(asked.text)
    cited = [
        (c, index.sources[c.source])
        for c in asked.citations
        if c.source in index.sources
    ]
    checkable = [
        (citation, source)
        for citation, source in cited
        if has_text(source) or (source.seal and len(wanted) >= WINDOW)
    ]
    wrong: list[Diagnostic] = []
    for citation, source in checkable:
        places, near = _places(wanted, source, hasher)
        here = [p for p in places if citation.paragraph in {"", p.paragraph}]
        if here:
            return [_quoted(asked, source, here[0])]
        wrong.append(_wrong(asked, citation, source, places, near))
    if wrong and len(checkable) == len(cited):
        return wrong[0]
    return [_quoted(asked, source, None) for _, source in cited[:1]]


def has_text(source: Source) -> bool:
    """Say whether the record holds the text itself."""
    return source.fields.rights == "open" and bool(source.paragraphs)


def _places(
    wanted: Sequence[str], source: Source, hasher: Hasher
) -> tuple[list[Place], range]:
    if has_text(source):
        return find_words(wanted, source.paragraphs), range(0)
    assert source.seal  # noqa: S101 - only such a source is asked
    return find_sealed(wanted, source.seal, hasher)


def look_up(index: Index, id_: str, text: str, hasher: Hasher) -> tuple[bool, str]:
    """Say whether some words stand in a source, and in which paragraph, or what comes nearest."""
    source, count = index.sources[id_], len(words(text))
    if not has_text(source) and not source.seal:
        return (
            False,
            f"{id_} has neither text nor seal, so nothing can be checked against it",
        )
    if not has_text(source) and count < WINDOW:
        return False, f"a seal knows no fewer than {WINDOW} words"
    found = _look(
        _Asked(source.path, source.origin(), text, (Citation(id_),)), index, hasher
    )
    if isinstance(found, Diagnostic):
        return False, f"{found.message}. {found.hint}"
    place = found[0].place
    return True, f"{quoted(text)} stands in {id_}#{place.paragraph}" if place else ""


def _quoted(asked: _Asked, source: Source, place: Place | None) -> Quoted:
    count = len(words(asked.text))
    return Quoted(asked.path, asked.origin, asked.text, source.id, count, place)


def _wrong(
    asked: _Asked,
    citation: Citation,
    source: Source,
    places: Sequence[Place],
    near: range,
) -> Diagnostic:
    """Say what is wrong with a quotation, and what is nearest."""
    said = quoted(asked.text)
    if places:
        message = f"{said} is not in {citation.paragraph} of {source.id}"
        ids = ", ".join(
            dict.fromkeys(f"{source.id}#{place.paragraph}" for place in places)
        )
        return Diagnostic(
            asked.origin, "wrong-paragraph", message, f"It stands in {ids}."
        )
    message = f"{said} does not stand in {source.id}"
    wanted = words(asked.text)
    if has_text(source):
        paragraph, stretch, likeness = nearest(asked.text, source.paragraphs)
        hint = (
            f"The nearest, in {paragraph}, is {quoted(stretch)}."
            if likeness >= NEAR
            else ""
        )
    elif near:
        kept = " ".join(wanted[near.start : near.stop])
        before, behind = wanted[: near.start][-1:], wanted[near.stop :][:1]
        sides = [f"{quoted(word)} does not stand before it" for word in before]
        sides += [f"{quoted(word)} does not follow" for word in behind]
        hint = f"{quoted(kept)} does; {', and '.join(sides)}."
    else:
        hint = f"No {WINDOW} words of it do."
    return Diagnostic(asked.origin, "wrong-quotation", message, hint)


def _readings(asked: _Asked, place: Place | None, source: Source) -> dict[int, str]:
    """Return how to read each corrected piece of a quotation, by the offset behind the piece."""
    if place is None:
        return {}
    own, ends = words(asked.text), word_ends(asked.text)
    found: dict[int, str] = {}
    for correction in source.fields.corrections:
        if f"p{correction.p}" == place.paragraph and correction.read:
            for at in _within(correction, own):
                found[asked.offset + ends[at - 1]] = correction.read
    return found


def _within(correction: Correction, own: Sequence[str]) -> Iterator[int]:
    """Yield the number of the word behind each place where the printed words are quoted."""
    printed = words(correction.printed)
    for at in range(len(own) - len(printed) + 1) if printed else ():
        if list(own[at : at + len(printed)]) == printed:
            yield at + len(printed)
