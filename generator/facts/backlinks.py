"""Which notes mention a note in their prose."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.links.segments import Link, LinkedProse, LinkedTexts, plain
from generator.notes.index import Index
from generator.notes.model import Event, Note, Treaty
from generator.schema.statements import current


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
    found: defaultdict[str, list[Backlink]] = defaultdict(list)
    for note in index.notes.values():
        counts, excerpts = _mentions(prose[note.path])
        for target, count in counts.items():
            if target != note.id:
                backlink = Backlink(note.id, excerpts[target], count)
                found[target].append(backlink)
    ranks = {
        note.id: (*_age(note), -len(found.get(note.id, ())), note.id)
        for note in index.notes.values()
    }
    return {
        target: tuple(sorted(links, key=lambda link: ranks[link.note]))
        for target, links in found.items()
    }


def _age(note: Note) -> tuple[int, ...]:
    """Return what sorts the newest event or treaty first, and what has no date last."""
    match note:
        case Event():
            dates = current(note.fields.date)
        case Treaty():
            dates = current(note.fields.signed)
        case _:
            dates = ()
    day = dates[0].value.earliest if dates else ()
    return (*(-part for part in day), 0, 0, 0)[:3]


def _mentions(texts: LinkedTexts) -> tuple[Mapping[str, int], Mapping[str, str]]:
    """Return how often some texts mention each note, and the first paragraph that does."""
    counts: defaultdict[str, int] = defaultdict(int)
    excerpts: dict[str, str] = {}
    for linked in texts.values():
        for block in linked.blocks:
            targets = [item.target for item in block.segments if isinstance(item, Link)]
            for target in targets:
                counts[target] += 1
            first_mentions = set(targets) - excerpts.keys()
            if first_mentions:
                excerpts |= dict.fromkeys(first_mentions, plain(block))
    return counts, excerpts
