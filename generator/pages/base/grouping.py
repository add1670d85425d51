"""Order and divide lists: by title, type or letter, or after the first few."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from generator.notes.model import Actor, Note, Source, Treaty

_LEADING_MARKS = re.compile(r"^\W+")

D = TypeVar("D", Note, Source)
N = TypeVar("N", bound=Note)
T = TypeVar("T")

LATIN_END = "\u0250"
"""The first letter after the Latin alphabets."""
MAX_UNDIVIDED = 30
"""Longer lists are divided by letter."""
MAX_SHOWN = 5
"""Of a list that is folded, this many items are shown."""


def sort_title(title: str) -> str:
    """Return the form by which a title is sorted, without case and leading marks."""
    without_marks = _LEADING_MARKS.sub("", title)
    return without_marks.casefold()


def by_title(notes: Iterable[N]) -> list[N]:
    """Return notes in order of title."""

    def order(note: N) -> str:
        return sort_title(note.title)

    return sorted(notes, key=order)


def by_type(notes: Iterable[Note]) -> list[tuple[str, list[Note]]]:
    """Group notes by type, those without a type first."""
    groups = _grouped(notes, _type)
    return sorted(groups.items())


def _type(note: Note) -> str:
    if not isinstance(note, Actor | Treaty):
        return ""
    type_ = note.fields.type
    return type_words(type_) if type_ else ""


def type_words(type_: str) -> str:
    """Return a type as readers see it; capital letters within it are kept."""
    words = type_
    if type_.islower():
        words = type_.replace("-", " ")
    first = words[:1]
    rest = words[1:]
    return first.upper() + rest


def by_letter(documents: Iterable[D]) -> list[tuple[str, list[D]]]:
    """Group documents by the first letter of their titles, in alphabetical order."""

    def order(document: D) -> tuple[str, str]:
        return sort_title(document.title), document.id

    ordered = sorted(documents, key=order)

    def letter(document: D) -> str:
        return _letter(document.title)

    groups = _grouped(ordered, letter)
    return list(groups.items())


def by_name(notes: Iterable[Note]) -> list[tuple[str, list[tuple[str, Note]]]]:
    """Group every name of some notes, each with its note, by its first letter."""

    def order(pair: tuple[str, Note]) -> tuple[str, str]:
        name, note = pair
        return sort_title(name), note.title

    def letter(pair: tuple[str, Note]) -> str:
        name, _ = pair
        return _letter_or_script(name)

    ordered = sorted(_named(notes), key=order)
    groups = _grouped(ordered, letter)
    return list(groups.items())


def _named(notes: Iterable[Note]) -> Iterable[tuple[str, Note]]:
    """Return every name with its note; of names that differ only in case, the title."""
    named: dict[tuple[str, str], tuple[str, Note]] = {}
    for note in notes:
        names = list(note.fields.short)
        names.extend(reversed(note.names))  # the title is last
        for name in names:
            folded = name.casefold()
            named[folded, note.id] = (name, note)
    return named.values()


def _letter(title: str) -> str:
    sorted_as = sort_title(title)
    first = sorted_as[:1].upper()
    if first.isalpha():
        return first
    return "0-9"


def _letter_or_script(name: str) -> str:
    letter = _letter(name)
    is_latin = letter < LATIN_END
    if letter.isalpha() and not is_latin:
        return "Other scripts"
    return letter


def _grouped(items: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    """Map each key to its items; keys and items keep their order."""
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for item in items:
        name = key(item)
        groups[name].append(item)
    return groups


def first_and_rest(items: Sequence[T]) -> tuple[Sequence[T], Sequence[T]]:
    """Divide a list into the items shown and the items folded, never one alone."""
    end = len(items)
    if end > MAX_SHOWN + 1:
        end = MAX_SHOWN
    return items[:end], items[end:]
