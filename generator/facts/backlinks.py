"""Which notes mention a note in their prose."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sized
from dataclasses import dataclass

from generator.dates.date import Day
from generator.links.excerpts import Excerpt, Paragraph
from generator.notes.index import Index
from generator.notes.model import Event, Note, Treaty
from generator.schema.statements import first_value


@dataclass(frozen=True, slots=True)
class Backlink:
    """A note that mentions another."""

    note: str
    excerpt: Excerpt
    """The first paragraph that mentions the other, in plain words."""
    count: int
    """How often the note mentions the other, in all its prose."""


def backlinks(
    index: Index, links: Mapping[str, Mapping[str, Backlink]]
) -> Mapping[str, tuple[Backlink, ...]]:
    """Map each note to the notes whose prose mentions it.

    Events and treaties with a date come first, newest first; the others in order of how many
    notes mention them, most first.

    Args:
        index: The notes.
        links: The backlinks from each note, by what it mentions.
    """
    found: defaultdict[str, list[Backlink]] = defaultdict(list)
    for of_note in links.values():
        for target, link in of_note.items():
            found[target].append(link)
    ranks = _ranks(index, found)
    ordered: dict[str, tuple[Backlink, ...]] = {}
    for target, to_target in found.items():
        by_rank = sorted(to_target, key=lambda link: ranks[link.note])
        ordered[target] = tuple(by_rank)
    return ordered


def links_from(note: Note, paragraphs: Iterable[Paragraph]) -> Mapping[str, Backlink]:
    """Return the backlink to each other note that a note mentions."""
    counts: Counter[str] = Counter()
    excerpts: dict[str, Excerpt] = {}
    for paragraph in paragraphs:
        counts.update(paragraph.mentions)
        for target in paragraph.mentions:
            excerpts.setdefault(target, paragraph.excerpt)
    links: dict[str, Backlink] = {}
    for target, excerpt in excerpts.items():
        if target != note.id:
            links[target] = Backlink(note.id, excerpt, counts[target])
    return links


def _ranks(
    index: Index, found: Mapping[str, Sized]
) -> Mapping[str, tuple[object, ...]]:
    """Return a sort key for the backlinks from each note."""
    ranks: dict[str, tuple[object, ...]] = {}
    for id_, note in index.notes.items():
        mentioning = found.get(id_, ())
        ranks[id_] = (
            _newest_first(note),
            -len(mentioning),
            id_,
        )
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
