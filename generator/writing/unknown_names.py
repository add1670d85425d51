"""Names that no note has: those that recur, and those that resemble a known name."""

import re
import shlex
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from generator.names.addresses import is_within_address
from generator.names.capitalized import name_of, near, runs
from generator.names.matcher import Names, opens_sentence
from generator.names.reading import Scanned
from generator.notes.index import Index
from generator.notes.model import Actor
from generator.text.normal import fold
from generator.writing.suggestions import (
    Occurrence,
    Occurrences,
    Suggestion,
    occurrence,
    times,
)

MIN_OCCURRENCES, MIN_FILES = 3, 2
"""A name recurs if it occurs this often, or in this many files."""

_FOLDERS = (
    (
        "treaties",
        re.compile(r"\b(?:Treaty|Pact|Agreement|Convention|Protocol|Accords?)\b"),
    ),
    (
        "events",
        re.compile(r"\b(?:War|Summit|Crisis|Battle|Conference|Revolution|Incident)\b"),
    ),
)
"""The words in a name that give away its folder."""


def suggest_names(
    read: Iterable[Scanned], index: Index, names: Names
) -> Iterator[Suggestion]:
    """Suggest known names that unknown ones resemble, then notes for the others that recur."""
    unknown = _find_unknown(read, _names_without_notes(index))
    known_by_unknown = dict(near(unknown, names))
    for name, known in known_by_unknown.items():
        yield Suggestion(
            kind="near-name",
            name=name,
            what=f"is spelt almost like {known!r}",
            remedy=f"Write {known!r} if that is meant.",
            places=tuple(unknown[name]),
        )
    others = unknown.keys() - known_by_unknown.keys()
    recurring = [name for name in others if _recurs(unknown[name])]
    recurring.sort(key=lambda name: (-len(unknown[name]), name))
    for name in recurring:
        yield _missing_note(name, unknown[name])


def _names_without_notes(index: Index) -> set[str]:
    """Return the names that have no note on purpose: words for a people, and publishers."""
    names: set[str] = set()
    for actor in index.of_kind(Actor):
        names |= {fold(demonym) for demonym in actor.fields.demonyms}
    for source in index.sources.values():
        names.add(fold(source.fields.publisher))
    return names


def _find_unknown(read: Iterable[Scanned], left_out: Collection[str]) -> Occurrences:
    """Map each run of capitalised words that is not a known name to where it occurs.

    A single word that opens a sentence counts only if it also occurs within one.
    """
    inside: defaultdict[str, list[Occurrence]] = defaultdict(list)
    opening: defaultdict[str, list[Occurrence]] = defaultdict(list)
    for text in read:
        for run in _unknown_runs(text):
            is_opening = opens_sentence(text.shown.text, run.start())
            name = name_of(run[0], is_opening=is_opening)
            if not name or fold(name) in left_out:
                continue
            place = occurrence(text, run.start(), run.end())
            is_single_word = " " not in run[0]
            if is_opening and is_single_word:
                opening[name].append(place)
            else:
                inside[name].append(place)
    for name in inside:
        inside[name] += opening.get(name, ())
    return inside


def _unknown_runs(text: Scanned) -> Iterator[re.Match[str]]:
    """Yield the runs of capitalised words in prose that overlap no mention."""
    words = text.shown.text
    for start, end in text.shown.spans:
        for run in runs(words, start, end):
            is_mentioned = _overlaps_mention(text, run)
            if not is_mentioned and not is_within_address(words, *run.span()):
                yield run


def _overlaps_mention(text: Scanned, run: re.Match[str]) -> bool:
    start, end = run.span()
    overlapping = [
        mention
        for mention in text.mentions
        if mention.start < end and start < mention.end
    ]
    return bool(overlapping)


def _recurs(places: Collection[Occurrence]) -> bool:
    if len(places) >= MIN_OCCURRENCES:
        return True
    return _count_files(places) >= MIN_FILES


def _count_files(places: Iterable[Occurrence]) -> int:
    files = {place.at.path for place in places}
    return len(files)


def _missing_note(name: str, places: Collection[Occurrence]) -> Suggestion:
    """Suggest a note for a name that recurs."""
    file_count = _count_files(places)
    notes = "one note" if file_count == 1 else f"{file_count} notes"
    return Suggestion(
        kind="missing-note",
        name=name,
        what=f"occurs {times(len(places))} in {notes} and is not the name of a note",
        remedy=f"explainers new {_folder(name)} {shlex.quote(name)}",
        places=tuple(places),
    )


def _folder(name: str) -> str:
    """Return the folder in which a note of that name would be."""
    for folder, words in _FOLDERS:
        if words.search(name):
            return folder
    return "actors"
