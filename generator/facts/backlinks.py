"""Which notes mention a note in their prose."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.dates.date import Day
from generator.facts.grouped import grouped
from generator.links.segments import (
    Block,
    Link,
    LinkedProse,
    LinkedTexts,
    blocks_of,
    plain,
)
from generator.notes.index import Index
from generator.notes.model import Event, Note, Treaty
from generator.schema.statements import first_value


@dataclass(frozen=True, slots=True)
class Backlink:
    """A note that mentions another."""

    note: str
    excerpt: str
    """The first paragraph that mentions the other, in plain words."""
    count: int
    """How often the note mentions the other, in all its prose."""


def backlinks(index: Index, prose: LinkedProse) -> Mapping[str, tuple[Backlink, ...]]:
    """Map each note to the notes whose prose mentions it.

    Events and treaties with a date come first, newest first; the others in order of how many
    notes mention them, most first.
    """
    found = grouped(_mentioned_by_all(index, prose))
    ranks: dict[str, tuple[object, ...]] = {}
    for note in index.notes.values():
        mention_count = len(found.get(note.id, ()))
        ranks[note.id] = (_newest_first(note), -mention_count, note.id)
    ordered: dict[str, tuple[Backlink, ...]] = {}
    for target, links in found.items():
        by_rank = sorted(links, key=lambda link: ranks[link.note])
        ordered[target] = tuple(by_rank)
    return ordered


def _mentioned_by_all(
    index: Index, prose: LinkedProse
) -> Iterator[tuple[str, Backlink]]:
    for note in index.notes.values():
        yield from _mentioned_by(note, prose[note.path])


def _mentioned_by(note: Note, texts: LinkedTexts) -> Iterator[tuple[str, Backlink]]:
    """Yield each other note that a note mentions, and the backlink to be shown there."""
    counts: Counter[str] = Counter()
    excerpts: dict[str, str] = {}
    for block in blocks_of(texts):
        targets = Counter(_targets(block))
        counts += targets
        new = targets.keys() - excerpts.keys()
        if new:
            excerpt = plain(block)
            excerpts |= dict.fromkeys(new, excerpt)
    for target, count in counts.items():
        if target != note.id:
            yield target, Backlink(note.id, excerpts[target], count)


def _targets(block: Block) -> Iterator[str]:
    for segment in block.segments:
        if isinstance(segment, Link):
            yield segment.target


def _newest_first(note: Note) -> Day:
    """Return a sort key that puts the newest note first and notes without a date last."""
    match note:
        case Event():
            date = first_value(note.fields.date)
        case Treaty():
            date = first_value(note.fields.signed)
        case _:
            date = None
    if date is None:
        return (0, 0, 0)
    year, month, day = date.earliest
    return (-year, -month, -day)
