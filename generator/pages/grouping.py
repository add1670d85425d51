"""How lists are divided and ordered: by type, by letter, the first of many."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TypeVar

from generator.notes.model import Note, Source

D = TypeVar("D", Note, Source)
T = TypeVar("T")

LATIN_ENDS = "\u0250"
"""The letters before this one are Latin."""
LONG = 30
"""Lists longer than this are divided by letter."""
SHOWN = 5
"""So many of a list that is folded are shown."""


def by_type(notes: Iterable[Note]) -> list[tuple[str, list[Note]]]:
    """Group notes by their field ``type``; notes of a kind without one are one nameless group."""
    ordered = sorted(notes, key=_type)
    return [(group, list(members)) for group, members in groupby(ordered, key=_type)]


def _type(note: Note) -> str:
    return type_words(getattr(note.fields, "type", "") or "")


def type_words(type_: str) -> str:
    """Return a type as readers see it; one with a capital letter stands as it was written."""
    words = type_.replace("-", " ") if type_.islower() else type_
    return words[:1].upper() + words[1:]


def by_name(notes: Iterable[Note]) -> list[tuple[str, list[tuple[str, Note]]]]:
    """Group every name of some notes, each with its note, by its first letter."""
    named = {
        (name.casefold(), note.id): (name, note)
        for note in notes
        for name in (
            *note.fields.short,
            *reversed(note.names),
        )  # of two that are alike, the title
    }
    ordered = sorted(
        named.values(), key=lambda pair: (sort_title(pair[0]), pair[1].title)
    )
    return [
        (first, list(here))
        for first, here in groupby(ordered, lambda pair: _script(pair[0]))
    ]


def _script(name: str) -> str:
    """Return under what a name stands: its letter, or that it is of another script."""
    letter = _letter(name)
    return letter if letter < LATIN_ENDS or not letter.isalpha() else "Other scripts"


def by_letter(documents: Iterable[D]) -> list[tuple[str, list[D]]]:
    """Group documents by the first letter of their titles, in the order of the alphabet."""
    ordered = sorted(
        documents, key=lambda document: (sort_title(document.title), document.id)
    )
    return [
        (letter, list(group))
        for letter, group in groupby(
            ordered, key=lambda document: _letter(document.title)
        )
    ]


def sort_title(title: str) -> str:
    """Return the form by which a title is filed: case and leading marks do not count."""
    return re.sub(r"^\W+", "", title).casefold()


def _letter(title: str) -> str:
    first = sort_title(title)[:1].upper()
    return first if first.isalpha() else "0-9"


def first_and_rest(list_: Sequence[T]) -> tuple[Sequence[T], Sequence[T]]:
    """Divide a list into what is shown and what is folded, which is never one alone."""
    end = SHOWN if len(list_) > SHOWN + 1 else len(list_)
    return list_[:end], list_[end:]
