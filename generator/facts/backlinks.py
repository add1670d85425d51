"""What follows from the notes: inverses, backlinks, who cites what, statuses, lineages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.dates.edtf import OPEN_END, Date, Day
from generator.facts.treaty_status import Status, status_of
from generator.links.segments import Block, Cite, Link, LinkedProse, LinkedTexts
from generator.notes.index import Index
from generator.notes.model import Event, Note, Treaty
from generator.notes.references import Relation
from generator.schema.statements import Statement, current, walk
from generator.schema.values import Citation


@dataclass(frozen=True, slots=True)
class Backlink:
    """A paragraph of one note that mentions another."""

    note: str
    block: Block
    count: int
    """How often the note mentions the other, in all its prose."""


@dataclass(frozen=True, slots=True)
class Citing:
    """A place that cites a source."""

    note: str
    paragraph: str
    """Which paragraph of the source, or empty for the whole."""
    block: Block | None = None
    """The paragraph that cites it, or None where a field does."""


def inverses(
    relations: Iterable[Relation],
) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Map each note to what other notes say of it, under the inverse's name, ids in order."""
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(
        lambda: defaultdict(set)
    )
    for relation in relations:
        found[relation.target][relation.inverse].add(relation.note)
    return {
        target: {
            inverse: tuple(sorted(ids)) for inverse, ids in sorted(by_inverse.items())
        }
        for target, by_inverse in found.items()
    }


def backlinks(index: Index, prose: LinkedProse) -> Mapping[str, tuple[Backlink, ...]]:
    """Map each note to the notes whose prose mentions it, each with its first such paragraph.

    What has a date comes newest first; all else by how many notes mention it, most first.
    """
    found: defaultdict[str, dict[str, Backlink]] = defaultdict(dict)
    for note in index.notes.values():
        for target, blocks in _mentions(prose[note.path]).items():
            if target != note.id:
                found[target][note.id] = Backlink(note.id, blocks[0], len(blocks))
    rank = {
        note.id: (*_age(note), -len(found.get(note.id, ())))
        for note in index.notes.values()
    }
    return {
        target: tuple(
            sorted(by_note.values(), key=lambda item: (rank[item.note], item.note))
        )
        for target, by_note in found.items()
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


def _mentions(texts: LinkedTexts) -> Mapping[str, list[Block]]:
    """Map each note mentioned in some texts to the paragraphs that do, once for each mention."""
    found: defaultdict[str, list[Block]] = defaultdict(list)
    for linked in texts.values():
        for block in linked.blocks:
            for segment in block.segments:
                if isinstance(segment, Link):
                    found[segment.target].append(block)
    return found


def citing(index: Index, prose: LinkedProse) -> Mapping[str, tuple[Citing, ...]]:
    """Map each source to every place that cites it, in order of note and paragraph."""
    found: defaultdict[str, list[Citing]] = defaultdict(list)
    for note in index.notes.values():
        in_prose: set[str] = set()
        for citation, block in _citations(prose[note.path]):
            found[citation.source].append(Citing(note.id, citation.paragraph, block))
            in_prose.add(citation.source)
        for _, citation in walk(note.fields, Citation):
            if citation.source not in in_prose:
                in_prose.add(citation.source)
                found[citation.source].append(Citing(note.id, citation.paragraph))
    return {source: tuple(places) for source, places in found.items()}


def rests_on(citing: Mapping[str, tuple[Citing, ...]]) -> Mapping[str, tuple[str, ...]]:
    """Map each note to the sources it cites, in order of their ids."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for source, places in citing.items():
        for place in places:
            found[place.note].add(source)
    return {note: tuple(sorted(sources)) for note, sources in found.items()}


def _citations(texts: LinkedTexts) -> Iterator[tuple[Citation, Block]]:
    for linked in texts.values():
        for block in linked.blocks:
            for segment in block.segments:
                if isinstance(segment, Cite):
                    yield from ((citation, block) for citation in segment.citations)


def statuses(
    index: Index, relations: Iterable[Relation], day: Day
) -> Mapping[str, Status]:
    """Map each treaty to what it is on a day."""
    since: defaultdict[str, list[Day]] = defaultdict(list)
    for relation in relations:
        newer = index.notes[relation.note]
        if relation.path[0] == "replaces" and isinstance(newer, Treaty):
            dates = current(newer.fields.in_force)
            since[relation.target] += [item.value.latest for item in dates[:1]]
    return {
        treaty.id: status_of(treaty.fields, since[treaty.id], day)
        for treaty in index.of_kind(Treaty)
    }


def lineages(
    index: Index, relations: Iterable[Relation]
) -> Mapping[str, tuple[str, ...]]:
    """Map each treaty to those that replaced or amended one another, itself too, oldest first."""
    tied: defaultdict[str, set[str]] = defaultdict(set)
    for relation in relations:
        if relation.path[0] in {"replaces", "amends"}:
            tied[relation.note].add(relation.target)
            tied[relation.target].add(relation.note)
    return {id_: _oldest_first(index, _reached(id_, tied)) for id_ in sorted(tied)}


def _reached(start: str, tied: Mapping[str, set[str]]) -> set[str]:
    """Return everything tied to something, directly or by way of others."""
    reached, waiting = {start}, [start]
    while waiting:
        further = tied.get(waiting.pop(), set()) - reached
        reached |= further
        waiting += sorted(further)
    return reached


def _oldest_first(index: Index, ids: Iterable[str]) -> tuple[str, ...]:
    def order(id_: str) -> tuple[object, ...]:
        treaty = index.notes[id_]
        dates: tuple[Statement[Date], ...] = ()
        if isinstance(treaty, Treaty):
            dates = current(treaty.fields.signed) or current(treaty.fields.in_force)
        return (dates[0].value.earliest if dates else OPEN_END, id_)

    return tuple(sorted(ids, key=order))
