"""How notes and sources are connected: by fields, by mentions, by citations."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from generator.facts.backlinks import Backlink, backlinks, links_from
from generator.facts.citations import Citing, cited_by, rests_on
from generator.facts.grouped import grouped, grouped_ids
from generator.facts.lineages import lineages
from generator.links.excerpts import paragraphs
from generator.links.linked import LinkedTexts
from generator.notes.index import Index
from generator.notes.model import Note
from generator.notes.relations import Relation

Inverses: TypeAlias = Mapping[str, tuple[str, ...]]
"""The notes that name one note, in order, under the inverse of the field that names it."""


@dataclass(frozen=True, slots=True)
class Connections:
    """What refers to each note or source, by the id of what is referred to."""

    inverses: Mapping[str, Inverses]
    """The notes whose fields name a note, under the inverse of the field's name."""
    lineages: Mapping[str, tuple[str, ...]]
    """The treaties that replaced or amended one another, oldest first."""
    backlinks: Mapping[str, tuple[Backlink, ...]]
    """The notes whose prose mentions a note."""
    citing: Mapping[str, tuple[Citing, ...]]
    """Everything that cites a source."""
    rests_on: Mapping[str, tuple[str, ...]]
    """The sources a note cites."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What one note mentions and cites."""

    links: Mapping[str, Backlink]
    """The backlink to each note that it mentions."""
    cited: tuple[tuple[str, Citing], ...]
    """Each source that it cites, and where."""


def outgoing(note: Note, texts: LinkedTexts) -> Outgoing:
    """Return what a note mentions and cites in its linked texts and its fields."""
    found = tuple(paragraphs(texts))
    return Outgoing(links_from(note, found), tuple(cited_by(note, found)))


def connections(
    index: Index, relations: Sequence[Relation], by_note: Mapping[str, Outgoing]
) -> Connections:
    """Return how everything in the index is connected.

    Args:
        index: The notes and sources.
        relations: What front matter says of them.
        by_note: What each note mentions and cites, in order of the index.
    """
    links = {id_: found.links for id_, found in by_note.items()}
    cited = grouped(pair for found in by_note.values() for pair in found.cited)
    return Connections(
        inverses=_inverses(relations),
        lineages=lineages(index, relations),
        backlinks=backlinks(index, links),
        citing=cited,
        rests_on=rests_on(cited),
    )


def _inverses(relations: Iterable[Relation]) -> Mapping[str, Inverses]:
    """Map each note to the notes whose fields name it."""
    by_target: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for relation in relations:
        named_by = relation.inverse, relation.note
        by_target[relation.target].append(named_by)
    found: dict[str, Inverses] = {}
    for target, notes_by_inverse in by_target.items():
        found[target] = grouped_ids(notes_by_inverse)
    return found
