"""What a writer may have missed: names without a note, near names, undecided names, lonely notes.

Nothing here is certain, so nothing here is an error; only what is safe can be put right by itself.
"""

import re
import shlex
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.diagnostics import Origin
from generator.names.capitalized import name_of, near, runs
from generator.names.context import Subject
from generator.names.matcher import (
    Holders,
    Names,
    compile_names,
    find_candidates,
    opens_sentence,
)
from generator.names.reading import Scanned, scan_document
from generator.names.resolve import Mention
from generator.notes.index import Index
from generator.notes.references import Relation
from generator.text.markdown import one_line
from generator.text.normal import normal
from generator.text.spans import text_spans

RECURS = 3
"""So often a name without a note must stand in the notes, or in so many of them less one."""
AROUND = 40
"""Letters of context shown on each side of a name."""

_KINDS = (
    (
        "treaties",
        re.compile(r"\b(?:Treaty|Pact|Agreement|Convention|Protocol|Accords?)\b"),
    ),
    (
        "events",
        re.compile(r"\b(?:War|Summit|Crisis|Battle|Conference|Revolution|Incident)\b"),
    ),
)
"""Words that give away what kind of note a name would have."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands, and what stands around it."""

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
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Fix:
    """A name in the body of a note that is safe to make a wikilink."""

    path: str
    start: int
    """Offset in the body."""
    end: int
    note: str


def suggest(
    index: Index,
    names: Names,
    subjects: Mapping[str, Subject],
    relations: Collection[Relation],
) -> tuple[list[Suggestion], list[Fix]]:
    """Return what may be missing, the most useful first, and which names are safe to link."""
    notes = index.notes.values()
    read = [
        text for note in notes for text in scan_document(note, index, names, subjects)
    ]
    unknown = _runs(read, _no_notes(index))
    nearly = dict(near(unknown, names))
    found = [
        *_ambiguous(read, subjects),
        *(_near_name(name, known, unknown[name]) for name, known in nearly.items()),
        *_missing(
            (name, places) for name, places in unknown.items() if name not in nearly
        ),
        *_common(read, names),
        *_unmentioned(index, read, relations),
    ]
    return found, list(_fixes(read, subjects))


def _place(text: Scanned, start: int, end: int) -> Place:
    around = text.passage.text[max(0, start - AROUND) : end + AROUND]
    return Place(text.passage.origin(start), one_line(around).strip())


def _words(text: Scanned, mention: Mention) -> str:
    return one_line(text.passage.text[mention.start : mention.end])


def _no_notes(index: Index) -> frozenset[str]:
    """Return names that have no note on purpose: words for a people, and publishers."""
    demonyms = (getattr(note.fields, "demonyms", ()) for note in index.notes.values())
    publishers = (source.fields.publisher for source in index.sources.values())
    return frozenset(map(normal, (*chain.from_iterable(demonyms), *publishers)))


def _runs(
    read: Iterable[Scanned], left_out: Collection[str]
) -> Mapping[str, list[Place]]:
    """Map each run of capitalised words that is no name to where it stands.

    One word that opens a sentence counts only if it stands within one too.
    """
    found: defaultdict[str, list[Place]] = defaultdict(list)
    opening: defaultdict[str, list[Place]] = defaultdict(list)
    for item in read:
        for run in _unknown_runs(item):
            is_opening = opens_sentence(item.passage.text, run.start())
            name = name_of(run[0], is_opening=is_opening)
            if name and name not in left_out:
                is_one_word = is_opening and " " not in run[0]
                places = opening if is_one_word else found
                places[name].append(_place(item, run.start(), run.end()))
    return {name: [*places, *opening.get(name, ())] for name, places in found.items()}


def _unknown_runs(item: Scanned) -> Iterator[re.Match[str]]:
    """Yield the runs of capitalised words that overlap no known name."""
    taken = [(mention.start, mention.end) for mention in item.mentions]
    for start, end in text_spans(item.tokens):
        for run in runs(item.passage.text, start, end):
            if not any(
                first < run.end() and run.start() < last for first, last in taken
            ):
                yield run


def _near_name(name: str, known: str, places: Sequence[Place]) -> Suggestion:
    what = f"is spelt almost like {known!r}"
    return Suggestion(
        "near-name", name, what, f"Write {known!r} if that is meant.", tuple(places)
    )


def _missing(unknown: Iterable[tuple[str, list[Place]]]) -> list[Suggestion]:
    """Return the names without a note that recur, the most frequent first."""
    found = []
    for name, places in unknown:
        files = {place.at.path for place in places}
        if len(places) >= RECURS or len(files) >= RECURS - 1:
            what = f"stands {_times(len(places))} in {_notes(len(files))} and names no note"
            remedy = f"explainers new {_kind(name)} {shlex.quote(name)}"
            found.append(Suggestion("missing-note", name, what, remedy, tuple(places)))
    return sorted(found, key=lambda item: (-len(item.places), item.name))


def _kind(name: str) -> str:
    """Return the folder in which a note of that name would lie."""
    return next((folder for folder, words in _KINDS if words.search(name)), "actors")


def _ambiguous(
    read: Iterable[Scanned], subjects: Mapping[str, Subject]
) -> Iterator[Suggestion]:
    for item in read:
        for mention in item.mentions:
            if mention.step != "open":
                continue
            ids = " or ".join(mention.candidates)
            name = _words(item, mention)
            best = _safe(item, mention, subjects) or "id"
            what = f"may mean {ids}, and nothing on the page decides it"
            remedy = f"Write [[{best}|{name}]], or the full name before it."
            place = _place(item, mention.start, mention.end)
            yield Suggestion("ambiguous-name", name, what, remedy, (place,))


def _safe(item: Scanned, mention: Mention, subjects: Mapping[str, Subject]) -> str:
    """Return the only candidate that front matter ties to the page, or the only person there is."""
    own_id, candidates = item.document.id, mention.candidates
    tied = [id_ for id_ in candidates if own_id in subjects[id_].related]
    alone = [
        id_ for id_ in candidates if len(candidates) == 1 and subjects[id_].is_person
    ]
    return tied[0] if len(tied) == 1 else "".join(alone)


def _fixes(read: Iterable[Scanned], subjects: Mapping[str, Subject]) -> Iterator[Fix]:
    for item in read:
        for mention in item.mentions if item.passage.is_body else ():
            if mention.step == "open" and (note := _safe(item, mention, subjects)):
                yield Fix(item.document.path, mention.start, mention.end, note)


def _common(read: Iterable[Scanned], names: Names) -> Iterator[Suggestion]:
    """Yield the names that stand in small letters, as ordinary words, more often than as names."""
    small = {
        name.lower(): name
        for name, holders in names.holders.items()
        if name.lower() not in names.holders and (holders.full or holders.short)
    }
    known = compile_names({lower: Holders((name,)) for lower, name in small.items()})
    as_word: Counter[str] = Counter()
    as_name: Counter[str] = Counter()
    for item in read:
        text = item.passage.text
        for found in find_candidates(text, text_spans(item.tokens), known):
            as_word[found.name] += normal(text[found.start : found.end]) == found.name
        as_name.update(_words(item, mention).lower() for mention in item.mentions)
    for lower, count in sorted(as_word.items()):
        if count > as_name[lower]:
            name = small[lower]
            ids = ", ".join((*names.holders[name].full, *names.holders[name].short))
            what = (
                f"of {ids} is an ordinary word here: small {_times(count)},"
                f" a name {_times(as_name[lower])}"
            )
            remedy = "Give it a fuller name, or write 'autolink: no' in its note."
            yield Suggestion("common-name", name, what, remedy)


def _unmentioned(
    index: Index, read: Iterable[Scanned], relations: Collection[Relation]
) -> Iterator[Suggestion]:
    """Yield the notes that no other note names, in prose or a field, nor any timeline shows."""
    named = {relation.target for relation in relations}
    notes = index.notes
    named |= {item.note for item in relations if notes[item.note].folder == "events"}
    for item in read:
        named |= {
            mention.note
            for mention in item.mentions
            if mention.note != item.document.id
        }
        named |= {
            note.id for name in item.passage.wikilinks if (note := index.resolve(name))
        }
    for note in notes.values():
        if note.id not in named and note.folder != "topics":
            remedy = "Name it where it matters, or tie a note to it by a field."
            place = Place(note.origin(), note.title)
            yield Suggestion(
                "unmentioned-note", note.title, "is named by no page", remedy, (place,)
            )


def apply(body: str, fixes: Iterable[Fix]) -> str:
    """Return a body with some names made wikilinks."""
    for fix in sorted(fixes, key=lambda fix: fix.start, reverse=True):
        words = body[fix.start : fix.end]
        body = f"{body[: fix.start]}[[{fix.note}|{words}]]{body[fix.end :]}"
    return body


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _notes(count: int) -> str:
    return "one note" if count == 1 else f"{count} notes"
