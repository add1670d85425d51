"""How lists are divided and ordered: by type, by letter, by decade, the first of many."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TypeVar

from generator.derive import Entry
from generator.edtf import OPEN_START
from generator.model import Note, Source

D = TypeVar("D", Note, Source)
T = TypeVar("T")

LONG = 30
"""Lists longer than this are divided by letter."""
SHOWN = 5
"""So many of a list that is folded are shown."""


def by_type(notes: Iterable[Note]) -> list[tuple[str, list[Note]]]:
    """Group notes by their field ``type``; notes of a kind without one are one nameless group."""
    ordered = sorted(notes, key=_type)
    return [(group, list(members)) for group, members in groupby(ordered, key=_type)]


def _type(note: Note) -> str:
    words = (getattr(note.fields, "type", "") or "").replace("-", " ")
    return words[:1].upper() + words[1:]


def by_letter(documents: Iterable[D]) -> list[tuple[str, list[D]]]:
    """Group documents by the first letter of their titles, in the order of the alphabet."""
    ordered = sorted(documents, key=lambda document: (sort_title(document.title), document.id))
    return [
        (letter, list(group))
        for letter, group in groupby(ordered, key=lambda document: _letter(document.title))
    ]


def by_decade(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """Group the entries of a timeline by the decade they begin in."""
    return [(f"{decade}0s", list(group)) for decade, group in groupby(entries, key=_decade)]


def _decade(entry: Entry) -> int:
    """Return the decade in which something began, or ended if only that is known."""
    date = entry.date
    return (date.latest if date.earliest == OPEN_START else date.earliest)[0] // 10


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
