"""How lists are ordered and divided: by title, type or letter, or after the first few."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from generator.notes.model import Actor, Note, Source, Treaty

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
    return re.sub(r"^\W+", "", title).casefold()


def by_title(notes: Iterable[N]) -> list[N]:
    """Return notes in order of title."""
    return sorted(notes, key=lambda note: sort_title(note.title))


def by_type(notes: Iterable[Note]) -> list[tuple[str, list[Note]]]:
    """Group notes by type, those without a type first."""
    groups = _grouped(notes, _type)
    return sorted(groups.items())


def _type(note: Note) -> str:
    if isinstance(note, Actor | Treaty):
        return type_words(note.fields.type or "")
    return ""


def type_words(type_: str) -> str:
    """Return a type as readers see it; capital letters within it are kept."""
    words = type_.replace("-", " ") if type_.islower() else type_
    return words[:1].upper() + words[1:]


def by_letter(documents: Iterable[D]) -> list[tuple[str, list[D]]]:
    """Group documents by the first letter of their titles, in alphabetical order."""

    def order(document: D) -> tuple[str, str]:
        return sort_title(document.title), document.id

    ordered = sorted(documents, key=order)
    groups = _grouped(ordered, lambda document: _letter(document.title))
    return list(groups.items())


def by_name(notes: Iterable[Note]) -> list[tuple[str, list[tuple[str, Note]]]]:
    """Group every name of some notes, each with its note, by its first letter.

    Names that differ only in case are listed once; the title is preferred.
    """
    named: dict[tuple[str, str], tuple[str, Note]] = {}
    for note in notes:
        title_last = (*note.fields.short, *reversed(note.names))
        for name in title_last:
            named[name.casefold(), note.id] = (name, note)

    def order(pair: tuple[str, Note]) -> tuple[str, str]:
        name, note = pair
        return sort_title(name), note.title

    ordered = sorted(named.values(), key=order)
    groups = _grouped(ordered, lambda pair: _letter_or_script(pair[0]))
    return list(groups.items())


def _letter(title: str) -> str:
    first = sort_title(title)[:1].upper()
    return first if first.isalpha() else "0-9"


def _letter_or_script(name: str) -> str:
    letter = _letter(name)
    is_latin = letter < LATIN_END
    return letter if is_latin or not letter.isalpha() else "Other scripts"


def _grouped(items: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    """Map each key to its items; keys and items keep their order."""
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups


def first_and_rest(items: Sequence[T]) -> tuple[Sequence[T], Sequence[T]]:
    """Divide a list into the items shown and the items folded, never one alone."""
    if len(items) <= MAX_SHOWN + 1:
        return items, items[:0]
    return items[:MAX_SHOWN], items[MAX_SHOWN:]
