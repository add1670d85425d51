"""Which notes mention a note in their prose."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sized
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
    found = grouped(_targets_and_links(index, prose))
    ranks = _ranks(index, found)
    ordered: dict[str, tuple[Backlink, ...]] = {}
    for target, links in found.items():
        by_rank = sorted(links, key=lambda link: ranks[link.note])
        ordered[target] = tuple(by_rank)
    return ordered


def _targets_and_links(
    index: Index, prose: LinkedProse
) -> Iterator[tuple[str, Backlink]]:
    """Yield each note that another mentions, and its backlink to the other."""
    for note in index.notes.values():
        texts = prose[note.path]
        yield from _links_from(note, texts)


def _links_from(note: Note, texts: LinkedTexts) -> Iterator[tuple[str, Backlink]]:
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
            link = Backlink(
                note=note.id,
                excerpt=excerpts[target],
                count=count,
            )
            yield target, link


def _targets(block: Block) -> Iterator[str]:
    for segment in block.segments:
        if isinstance(segment, Link):
            yield segment.target


def _ranks(
    index: Index, found: Mapping[str, Sized]
) -> Mapping[str, tuple[object, ...]]:
    """Return a sort key for the backlinks from each note."""
    ranks: dict[str, tuple[object, ...]] = {}
    for id_, note in index.notes.items():
        mention_count = len(found.get(id_, ()))
        ranks[id_] = (_newest_first(note), -mention_count, id_)
    return ranks


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
